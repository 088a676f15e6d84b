package org.assisterportal.application.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Until when one chooses, and when that begins: on both sides of each limit. */
class CoverageCalendarTests {
    private final CoverageCalendar calendar = new CoverageCalendar(2026, day("2025-11-01"), day("2025-12-15"), day("2026-01-15"));

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    @Test
    void untilTheMiddleOfDecemberItBeginsInJanuaryAndAfterThatInFebruary() {
        assertThat(calendar.chooseBy(day("2025-12-15"))).isEqualTo("2025-12-15");
        assertThat(calendar.begins(day("2025-12-15"))).isEqualTo("2026-01-01");
        assertThat(calendar.chooseBy(day("2025-12-16"))).isEqualTo("2026-01-15");
        assertThat(calendar.begins(day("2025-12-16"))).isEqualTo("2026-02-01");
    }

    @Test
    void theLastDayBelongsToOpenEnrollment() {
        assertThat(calendar.isOver(day("2026-01-15"))).isFalse();
        assertThat(calendar.isOver(day("2026-01-16"))).isTrue();
    }

    @Test
    void theFirstOfTheNextMonthIsThatAlsoOnTheFirst() {
        assertThat(CoverageCalendar.firstAfter(day("2026-12-31"))).isEqualTo("2027-01-01");
        assertThat(CoverageCalendar.firstAfter(day("2026-12-01"))).isEqualTo("2027-01-01");
    }

    @Test
    void daysOutOfOrderAreRefused() {
        assertThatThrownBy(() -> new CoverageCalendar(2027, day("2026-11-01"), day("2027-01-02"), day("2026-12-31")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
