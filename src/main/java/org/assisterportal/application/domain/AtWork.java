package org.assisterportal.application.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Hand;
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

    /** Notes that somebody looks, and names the others who did in the last minutes and may still do so. */
    List<String> seen(ApplicationId id, Hand hand) {
        Actor by = hand.actor();
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
        return jdbc.sql(
                        """
                        SELECT w.name FROM application.at_work w
                         WHERE w.application = :id AND w.who <> :who AND w.seen_at > :since
                           AND (w.who = :consumer OR EXISTS (
                                SELECT 1 FROM consumer.authority a
                                 WHERE a.consumer = :consumer AND a.assister = w.who AND a.valid_until > :now))
                         ORDER BY w.name
                        """)
                .param("consumer", hand.consumer().value())
                .param("now", Sql.time(now))
                .param("id", id.value())
                .param("who", by.subject())
                .param("since", Sql.time(now.minus(LATELY)))
                .query(String.class)
                .list();
    }
}
