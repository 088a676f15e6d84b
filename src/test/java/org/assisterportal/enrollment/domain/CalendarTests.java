package org.assisterportal.enrollment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.assisterportal.application.OpenEnrollment;
import org.assisterportal.enrollment.Chance;
import org.assisterportal.enrollment.Events.Told;
import org.assisterportal.enrollment.LifeEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When one may choose and when it begins, on both sides of each limit. */
class CalendarTests {
    private static final OpenEnrollment OPEN = new OpenEnrollment(2026, day("2025-11-01"), day("2025-12-15"), day("2026-01-15"));
    private final Calendar calendar = new Calendar(2026, OPEN, 60, 60);

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    /** What an event of that day brings on another. */
    private Told told(LifeEvent event, String happened, String today) {
        return calendar.judge(event, day(happened), day(today));
    }

    @ParameterizedTest
    @CsvSource({
        // An event lets one choose for 60 days from it; a loss that is foreseen 60 days before, too.
        "MARRIAGE, 2026-05-10, 2026-05-09, early",
        "MARRIAGE, 2026-05-10, 2026-05-10, 2026-06-01",
        "MARRIAGE, 2026-05-10, 2026-06-01, 2026-07-01",
        "MARRIAGE, 2026-05-10, 2026-07-09, 2026-08-01",
        "MARRIAGE, 2026-05-10, 2026-07-10, late",
        "LOST_COVERAGE, 2026-06-30, 2026-04-30, early",
        "LOST_COVERAGE, 2026-06-30, 2026-05-01, 2026-07-01",
        "LOST_COVERAGE, 2026-06-30, 2026-06-30, 2026-07-01",
        "LOST_COVERAGE, 2026-06-30, 2026-07-01, 2026-08-01",
        "LOST_COVERAGE, 2026-06-30, 2026-08-29, 2026-09-01",
        "LOST_COVERAGE, 2026-06-30, 2026-08-30, late",
        "LOST_COVERAGE, 2026-06-14, 2026-06-02, 2026-07-01",
        "DIVORCE_OR_DEATH, 2026-06-14, 2026-06-20, 2026-07-01",
        "BIRTH, 2026-06-14, 2026-06-14, 2026-06-14",
        "BIRTH, 2026-06-14, 2026-08-13, 2026-06-14",
        "BIRTH, 2026-06-14, 2026-08-14, late",
        "ADOPTION, 2026-06-14, 2026-07-01, 2026-06-14",
        "MOVED, 2026-06-14, 2026-06-30, 2026-07-01",
        "GAINED_STATUS, 2026-06-14, 2026-07-01, 2026-08-01",
        "RELEASED, 2026-06-14, 2026-06-14, 2026-07-01",
        "CREDIT_CHANGED, 2026-06-14, 2026-06-14, 2026-07-01",
        "ABUSE, 2026-06-14, 2026-06-14, 2026-07-01",
        "MOVED, 2026-11-20, 2026-11-30, 2026-12-01",
        "MOVED, 2026-11-20, 2026-12-01, other",
        "STOPPED_COVERAGE, 2026-06-14, 2026-06-14, refused",
        "NOT_PAID, 2026-06-14, 2026-06-14, refused",
        "ILLNESS, 2026-06-14, 2026-06-14, refused"
    })
    void anEventLetsOneChooseForItsTimeAndCoverageBegins(LifeEvent event, String happened, String today, String expected) {
        String answer =
                switch (told(event, happened, today)) {
                    case Told.Done done -> done.chance().begins().toString();
                    case Told.Early early -> "early";
                    case Told.Late late -> "late";
                    case Told.OtherYear other -> "other";
                    case Told.Refused refused -> "refused";
                    case Told.Missing missing -> "missing";
                    case Told.Whom whom -> "whom";
            case Told.Before before -> "before";
                };
        assertThat(answer).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-10-31, ",
        "2025-11-01, 2026-01-01",
        "2025-12-15, 2026-01-01",
        "2025-12-16, 2026-02-01",
        "2026-01-15, 2026-02-01",
        "2026-01-16, "
    })
    void openEnrollmentIsOnItsDaysOnly(String today, String begins) {
        assertThat(calendar.chances(List.of(), false, day(today)).stream().map(one -> one.begins().toString()))
                .containsExactlyElementsOf(begins == null ? List.of() : List.of(begins));
    }

    @Test
    void membersOfTribesChooseInAnyMonthForTheNext() {
        assertThat(calendar.chances(List.of(), true, day("2026-06-30"))).extracting(Chance::begins).containsExactly(day("2026-07-01"));
        assertThat(calendar.chances(List.of(), false, day("2026-06-30"))).isEmpty();
        // In December the next month is another plan year's.
        assertThat(calendar.chances(List.of(), true, day("2026-12-01"))).isEmpty();
    }

    @Test
    void whatBeginsEarliestCountsAmongSeveral() {
        Calendar.Period birth = calendar.period(LifeEvent.BIRTH, day("2026-01-03"));
        List<Chance> chances = calendar.chances(List.of(birth), false, day("2026-01-10"));
        assertThat(chances).extracting(Chance::begins).containsExactly(day("2026-01-03"), day("2026-02-01"));
        assertThat(chances.getFirst().event()).isEqualTo(LifeEvent.BIRTH);
        assertThat(calendar.chances(List.of(birth), false, day("2026-03-05"))).isEmpty();
    }

    @Test
    void theLastDayIsOneOnWhichCoverageStillBeginsInTheYear() {
        assertThat(until(LifeEvent.MOVED, "2026-11-10")).isEqualTo("2026-11-30");
        assertThat(until(LifeEvent.MOVED, "2026-09-30")).isEqualTo("2026-11-29");
        assertThat(until(LifeEvent.MOVED, "2026-10-02")).isEqualTo("2026-11-30");
        assertThat(until(LifeEvent.BIRTH, "2026-11-10")).isEqualTo("2027-01-09");
    }

    private LocalDate until(LifeEvent event, String happened) {
        return ((Told.Done) told(event, happened, happened)).chance().until();
    }

    @Test
    void aYearWithoutOpenEnrollmentHasOnlyEvents() {
        Calendar none = new Calendar(2026, null, 60, 60);
        assertThat(none.chances(List.of(), false, day("2025-12-01"))).isEmpty();
        assertThat(none.chances(List.of(none.period(LifeEvent.MOVED, day("2026-03-01"))), false, day("2026-03-02"))).hasSize(1);
    }
}
