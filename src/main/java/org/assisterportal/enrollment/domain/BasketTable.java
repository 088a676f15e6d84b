package org.assisterportal.enrollment.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Hand;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.enrollment.Basket;
import org.assisterportal.enrollment.LifeEvent;
import org.assisterportal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What is chosen and not signed, and what was reported that lets one choose. */
@Component
class BasketTable {
    private static final int MOST_PERIODS = 50;
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
                            return new Basket(row.getInt("version"), stored.lines(), stored.tobacco(), stored.wanted());
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

    void report(Hand by, Calendar.Period period) {
        jdbc.sql(
                        """
                        INSERT INTO enrollment.period (id, consumer, event, happened_on, opens, closes, reported_at, by_account, by_name,
                                                       by_hat, authorization_number)
                        VALUES (:id, :consumer, :event, :on, :opens, :closes, :now, :account, :name, :hat, :number)
                        """)
                .param("id", UUID.randomUUID())
                .param("consumer", by.consumer().value())
                .param("event", period.event().name())
                .param("on", period.happened())
                .param("opens", period.opens())
                .param("closes", period.closes())
                .param("now", Sql.time(clock.instant()))
                .param("account", by.actor().account())
                .param("name", by.actor().name())
                .param("hat", String.valueOf(by.actor().hat()))
                .param("number", by instanceof Hand.OnBehalf on ? on.acting().number() : null)
                .update();
    }

    /** Those that haven't ended by that day, the newest first. */
    List<Calendar.Period> periods(ConsumerId consumer, LocalDate today) {
        return jdbc.sql(
                        "SELECT DISTINCT event, happened_on, opens, closes FROM enrollment.period WHERE consumer = :consumer AND closes >= :today"
                                + " ORDER BY closes DESC LIMIT "
                                + MOST_PERIODS)
                .param("consumer", consumer.value())
                .param("today", today)
                .query(
                        (row, number) ->
                                new Calendar.Period(
                                        LifeEvent.valueOf(row.getString("event")), row.getObject("happened_on", LocalDate.class),
                                        row.getObject("opens", LocalDate.class), row.getObject("closes", LocalDate.class)))
                .list();
    }
}
