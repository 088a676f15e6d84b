package org.assisterportal.learning.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.assisterportal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Deletes codes that open nothing any more and counts that stop nobody any more, whoever's they were. */
@Component
class CodePurge {
    private final JdbcClient jdbc;
    private final Clock clock;

    CodePurge(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${assisterportal.purge:10m}", initialDelayString = "${assisterportal.purge:10m}")
    @Transactional
    void purge() {
        Instant now = clock.instant();
        jdbc.sql("DELETE FROM learning.sign_in_code WHERE expires_at <= :now").param("now", Sql.time(now)).update();
        jdbc.sql("DELETE FROM learning.mail_asked WHERE at <= :hourAgo")
                .param("hourAgo", Sql.time(now.minus(Duration.ofHours(1))))
                .update();
    }
}
