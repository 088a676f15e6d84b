package org.assisterportal.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.assisterportal.MarketplaceTest;
import org.assisterportal.TestTime.MovableClock;
import org.assisterportal.shared.Sql;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MarketplaceTest
class ThrottleTests {
    @Autowired private Throttle throttle;
    @Autowired private JdbcClient jdbc;
    @Autowired private MovableClock clock;

    @Test
    void countsWhoseWindowIsOverAreDeletedAndTheOthersStay() {
        throttle.tryOnce("x", UUID.randomUUID().toString(), 1, Duration.ofMinutes(1));
        throttle.tryOnce("x", UUID.randomUUID().toString(), 1, Duration.ofHours(1));
        clock.travel(Duration.ofMinutes(2));
        assertThat(counts("<=")).isPositive();
        throttle.purge();
        assertThat(counts("<=")).isZero();
        assertThat(counts(">")).isPositive();
    }

    private long counts(String when) {
        return jdbc.sql("SELECT count(*) FROM identity.throttle WHERE window_ends " + when + " :now")
                .param("now", Sql.time(clock.instant()))
                .query(Long.class)
                .single();
    }
}
