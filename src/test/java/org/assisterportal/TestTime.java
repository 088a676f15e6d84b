package org.assisterportal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.assisterportal.shared.Minnesota;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** A clock that tests move. */
@TestConfiguration
public class TestTime {
    @Bean
    MovableClock clock() {
        return new MovableClock();
    }

    /** Runs like the real one, shifted by what was travelled. */
    public static final class MovableClock extends Clock {
        private volatile Duration shift = Duration.ZERO;

        public void travel(Duration further) {
            shift = shift.plus(further);
        }

        /** Goes to another of Minnesota's days; how far that was, for the way back. */
        public Duration travelTo(LocalDate day) {
            // At the same time of Minnesota's day: whole days would miss the day by an hour where summer time begins between.
            ZonedDateTime now = instant().atZone(Minnesota.ZONE);
            Duration further = Duration.between(now, now.with(day));
            travel(further);
            return further;
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(shift).truncatedTo(ChronoUnit.MICROS);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    /** Sets the clock back after a class: those after it would live in its hour, and around midnight on its day. */
    static final class Back implements AfterAllCallback {
        @Override
        public void afterAll(ExtensionContext context) {
            SpringExtension.getApplicationContext(context).getBean(MovableClock.class).shift = Duration.ZERO;
        }
    }
}
