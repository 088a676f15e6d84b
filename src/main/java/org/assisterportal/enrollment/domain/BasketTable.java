package org.assisterportal.enrollment.domain;

import java.time.Clock;
import java.util.Optional;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Hand;
import org.assisterportal.enrollment.Basket;
import org.assisterportal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What is chosen and not signed. */
@Component
class BasketTable {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Clock clock;

    BasketTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Basket find(ApplicationId id) {
        return jdbc.sql("SELECT version, content FROM enrollment.basket WHERE application = :id")
                .param("id", id.value())
                .query(
                        (row, number) -> {
                            Basket stored = MAPPER.readValue(row.getString("content"), Basket.class);
                            return new Basket(row.getInt("version"), stored.lines(), stored.tobacco(), stored.wanted(), stored.because());
                        })
                .optional()
                .orElse(Basket.EMPTY);
    }

    /** Keeps it as the version after this one; the consumer is held, and so nobody else does meanwhile. */
    void keep(Hand by, ApplicationId id, Basket basket) {
        jdbc.sql(
                        """
                        INSERT INTO enrollment.basket (application, consumer, version, content, changed_at, by_name)
                        VALUES (:id, :consumer, :version, :content, :now, :name)
                        ON CONFLICT (application) DO UPDATE
                            SET version = excluded.version, content = excluded.content, changed_at = excluded.changed_at,
                                by_name = excluded.by_name
                        """)
                .param("id", id.value())
                .param("consumer", by.consumer().value())
                .param("version", basket.version() + 1)
                .param("content", MAPPER.writeValueAsString(basket))
                .param("now", Sql.time(clock.instant()))
                .param("name", by.actor().name())
                .update();
    }

    /** An act by which a basket was signed. */
    record Signed(long number, boolean creditAlone) {}

    /** The act by which this version of a basket was signed; empty while it wasn't. */
    Optional<Signed> signed(ApplicationId application, int basketVersion) {
        return jdbc.sql("SELECT number, kind = 'CREDIT' AS credit FROM enrollment.act WHERE application = :application AND basket_version = :version")
                .param("application", application.value())
                .param("version", basketVersion)
                .query((row, number) -> new Signed(row.getLong("number"), row.getBoolean("credit")))
                .optional();
    }
}
