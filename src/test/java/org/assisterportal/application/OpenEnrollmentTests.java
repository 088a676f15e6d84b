package org.assisterportal.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Until when one chooses, and when that begins: on both sides of each limit. */
class OpenEnrollmentTests {
    private final OpenEnrollment calendar = new OpenEnrollment(2026, day("2025-11-01"), day("2025-12-15"), day("2026-01-15"));

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
        assertThat(OpenEnrollment.firstAfter(day("2026-12-31"))).isEqualTo("2027-01-01");
        assertThat(OpenEnrollment.firstAfter(day("2026-12-01"))).isEqualTo("2027-01-01");
    }

    @Test
    void aChangeCountsForWhatPlansCostFromTheNextMonthOfTheYearAtTheEarliest() {
        assertThat(OpenEnrollment.changesFrom(2026, day("2026-11-30"))).isEqualTo("2026-12-01");
        assertThat(OpenEnrollment.changesFrom(2026, day("2026-12-01"))).as("after the year").isEqualTo("2027-01-01");
        assertThat(OpenEnrollment.changesFrom(2027, day("2026-11-30"))).isEqualTo("2027-01-01");
        assertThat(OpenEnrollment.changesFrom(2027, day("2027-01-01"))).isEqualTo("2027-02-01");
    }

    @Test
    void daysOutOfOrderAreRefused() {
        assertThatThrownBy(() -> new OpenEnrollment(2027, day("2026-11-01"), day("2027-01-02"), day("2026-12-31")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theStatesDatesLieWithinTheFederalBoundsFrom2027On() {
        assertThat(new OpenEnrollment(2027, day("2026-11-01"), day("2026-12-31"), day("2026-12-31")).closes()).isEqualTo("2026-12-31");
        for (List<String> wrong :
                List.of(
                        List.of("2026-11-02", "2026-12-31", "2026-12-31"),
                        List.of("2026-11-01", "2027-01-01", "2027-01-01"),
                        List.of("2026-10-28", "2026-12-31", "2026-12-31"),
                        List.of("2026-11-01", "2026-12-15", "2026-12-31"))) {
            assertThatThrownBy(() -> new OpenEnrollment(2027, day(wrong.get(0)), day(wrong.get(1)), day(wrong.get(2))))
                    .hasMessageContaining("begins by 1 November");
        }
        assertThat(new OpenEnrollment(2027, day("2026-10-29"), day("2026-12-31"), day("2026-12-31")).opens()).isEqualTo("2026-10-29");
    }
}
