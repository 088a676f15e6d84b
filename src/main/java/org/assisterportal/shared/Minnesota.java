package org.assisterportal.shared;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Dates that people see and that rules mean are Minnesota's. */
public final class Minnesota {

    public static final ZoneId ZONE = ZoneId.of("America/Chicago");

    private Minnesota() {}

    public static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    /** The first instant of the day. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    /** The first instant after the day: "expires 15 October" holds until then. */
    public static Instant endOf(LocalDate day) {
        return startOf(day.plusDays(1));
    }
}
