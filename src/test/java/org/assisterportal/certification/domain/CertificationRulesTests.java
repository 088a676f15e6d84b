package org.assisterportal.certification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assisterportal.certification.BackgroundResult;
import org.assisterportal.certification.domain.CertificationRules.Background;
import org.assisterportal.learning.Transcript;
import org.assisterportal.learning.Transcript.CourseRecord;
import org.assisterportal.shared.Minnesota;
import org.assisterportal.shared.PersonId;
import org.assisterportal.shared.Timeline;
import org.junit.jupiter.api.Test;

class CertificationRulesTests {
    private static final CertificationCalendar CALENDAR =
            new CertificationCalendar(MonthDay.of(8, 1), MonthDay.of(10, 15));
    private static final List<String> COURSES = List.of("ethics", "core");

    private static Instant noon(String day) {
        return LocalDate.parse(day).atTime(12, 0).atZone(Minnesota.ZONE).toInstant();
    }

    private static Transcript passed(String ethics, String core) {
        return new Transcript(
                new PersonId(UUID.randomUUID()), Map.of("ethics", pass(ethics), "core", pass(core)));
    }

    private static CourseRecord pass(String day) {
        return new CourseRecord(7, 7, noon(day), List.of(noon(day)), 1, 9, 10);
    }

    private static final List<Background> CLEARED =
            List.of(new Background(BackgroundResult.CLEARED, noon("2026-03-20")));

    private static Timeline certified(List<Background> studies, Transcript transcript) {
        return CertificationRules.certified(
                Timeline.since(noon("2026-01-10")), studies, transcript, COURSES, CALENDAR);
    }

    @Test
    void aPassBeforeAugustCountsThroughThisYearsFifteenthOfOctober() {
        assertThat(CALENDAR.countsThrough(LocalDate.of(2026, 7, 31))).isEqualTo("2026-10-15");
        assertThat(CALENDAR.countsThrough(LocalDate.of(2026, 1, 1))).isEqualTo("2026-10-15");
    }

    @Test
    void aPassFromTheFirstOfAugustCountsThroughNextYears() {
        assertThat(CALENDAR.countsThrough(LocalDate.of(2026, 8, 1))).isEqualTo("2027-10-15");
        assertThat(CALENDAR.countsThrough(LocalDate.of(2026, 12, 31))).isEqualTo("2027-10-15");
    }

    @Test
    void certifiedFromTheDayOnWhichTheLastRequirementIsMet() {
        Timeline certified = certified(CLEARED, passed("2026-03-01", "2026-03-02"));
        assertThat(certified.holdsAt(noon("2026-03-20").minusMillis(1))).isFalse();
        assertThat(certified.holdsAt(noon("2026-03-20"))).isTrue();
    }

    @Test
    void theFifteenthOfOctoberHoldsThroughThatDayInMinnesota() {
        Timeline certified = certified(CLEARED, passed("2026-03-01", "2026-03-02"));
        Instant lastMoment = LocalDate.of(2026, 10, 16).atStartOfDay(Minnesota.ZONE).toInstant().minusMillis(1);
        assertThat(certified.holdsAt(lastMoment)).isTrue();
        assertThat(certified.holdsAt(lastMoment.plusMillis(1))).isFalse();
        assertThat(CertificationRules.expiresOn(certified, noon("2026-05-01"))).isEqualTo("2026-10-15");
    }

    @Test
    void recertifiedInTimeThereIsNoGap() {
        Instant second = noon("2026-09-30");
        CourseRecord twice = new CourseRecord(7, 7, noon("2026-03-01"), List.of(noon("2026-03-01"), second), 2, 9, 10);
        Transcript transcript =
                new Transcript(new PersonId(UUID.randomUUID()), Map.of("ethics", twice, "core", twice));
        assertThat(certified(CLEARED, transcript).unbroken(noon("2026-04-01"), noon("2027-10-15"))).isTrue();
    }

    @Test
    void recertifiedLateLeavesTheGapVisibleEvenIfNobodyLooked() {
        CourseRecord late =
                new CourseRecord(
                        7, 7, noon("2026-03-01"), List.of(noon("2026-03-01"), noon("2026-10-20")), 2, 9, 10);
        Transcript transcript = new Transcript(new PersonId(UUID.randomUUID()), Map.of("ethics", late, "core", late));
        Timeline certified = certified(CLEARED, transcript);
        assertThat(certified.holdsAt(noon("2026-10-21"))).isTrue();
        assertThat(certified.unbroken(noon("2026-10-01"), noon("2026-10-21"))).isFalse();
    }

    @Test
    void aLaterResultThatIsNotClearedEndsIt() {
        List<Background> studies =
                List.of(CLEARED.getFirst(), new Background(BackgroundResult.PROBLEM, noon("2026-05-05")));
        Timeline certified = certified(studies, passed("2026-03-01", "2026-03-02"));
        assertThat(certified.holdsAt(noon("2026-05-04"))).isTrue();
        assertThat(certified.holdsAt(noon("2026-05-06"))).isFalse();
    }

    @Test
    void theBackgroundStudyWaitsForTheFirstCourses() {
        Transcript one =
                new Transcript(new PersonId(UUID.randomUUID()), Map.of("ethics", pass("2026-03-01")));
        assertThat(CertificationRules.backgroundMayStart(one, COURSES, 2)).isFalse();
        assertThat(CertificationRules.backgroundMayStart(passed("2026-03-01", "2026-03-02"), COURSES, 2)).isTrue();
    }

    @Test
    void withoutAContractNobodyIsCertified() {
        Timeline certified =
                CertificationRules.certified(
                        Timeline.NEVER, CLEARED, passed("2026-03-01", "2026-03-02"), COURSES, CALENDAR);
        assertThat(certified).isEqualTo(Timeline.NEVER);
    }
}
