package org.assisterportal.application.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is in an application at the same time. */
@Component
class AtWork {
    private static final Duration LATELY = Duration.ofMinutes(5);
    private static final Duration WRITTEN_AFTER = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final Clock clock;

    AtWork(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Notes that somebody looks, and names the others who did in the last minutes. */
    List<String> seen(ApplicationId id, Actor by) {
        Instant now = clock.instant();
        jdbc.sql(
                        """
                        INSERT INTO application.at_work (application, who, name, seen_at) VALUES (:id, :who, :name, :now)
                        ON CONFLICT (application, who) DO UPDATE SET seen_at = excluded.seen_at, name = excluded.name
                         WHERE at_work.seen_at < :stale
                        """)
                .param("id", id.value())
                .param("who", by.subject())
                .param("name", by.name())
                .param("now", Sql.time(now))
                .param("stale", Sql.time(now.minus(WRITTEN_AFTER)))
                .update();
        return jdbc.sql("SELECT name FROM application.at_work WHERE application = :id AND who <> :who AND seen_at > :since ORDER BY name")
                .param("id", id.value())
                .param("who", by.subject())
                .param("since", Sql.time(now.minus(LATELY)))
                .query(String.class)
                .list();
    }
}
