package org.assisterportal.notification;

import java.time.Clock;
import java.time.Duration;
import org.assisterportal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Forgets what stood in mails that failed and that nobody has tried again for thirty days; they count as withdrawn then. */
@Component
class OutboxPurge {
    private static final Duration MAY_BE_RETRIED = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Clock clock;

    OutboxPurge(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${assisterportal.purge:10m}", initialDelayString = "${assisterportal.purge:10m}")
    @Transactional
    void purge() {
        jdbc.sql(
                        "UPDATE notification.outbox SET state = 'WITHDRAWN', facts = '{}'"
                                + " WHERE state = 'FAILED' AND next_attempt_at < :before")
                .param("before", Sql.time(clock.instant().minus(MAY_BE_RETRIED)))
                .update();
    }
}
