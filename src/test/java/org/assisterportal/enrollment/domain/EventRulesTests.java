package org.assisterportal.enrollment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assisterportal.application.Kin;
import org.assisterportal.application.Member;
import org.assisterportal.application.SignedVersions.Tie;
import org.assisterportal.enrollment.Chance;
import org.assisterportal.enrollment.CoverageBefore;
import org.assisterportal.enrollment.EventId;
import org.assisterportal.enrollment.Events.Told;
import org.assisterportal.enrollment.LifeEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whom an event may concern, and what has to be proved. */
class EventRulesTests {
    private static final LocalDate DAY = LocalDate.parse("2026-06-14");
    private static final Member MARIA = member("self", "1990-05-17");

    private static Member member(String key, String born) {
        return new Member(key, key, "Lopez", LocalDate.parse(born), true, true);
    }

    private static String refused(LifeEvent event, List<Member> all, List<Tie> ties, String... people) {
        Told refusal = EventRules.refusal(event, DAY, List.of(people), all, ties);
        return switch (refusal) {
            case null -> "fine";
            case Told.Missing missing -> missing.message();
            case Told.Whom whom -> whom.message();
            default -> throw new AssertionError(refusal);
        };
    }

    @ParameterizedTest
    @CsvSource({
        "BIRTH, 2026-06-13, enroll.event.missing.BIRTH",
        "BIRTH, 2026-06-14, fine",
        "BIRTH, 2026-06-15, enroll.event.missing.BIRTH",
        "ADOPTION, 2007-06-15, fine",
        "ADOPTION, 2007-06-14, enroll.event.missing.ADOPTION"
    })
    void aBirthNamesWhoWasBornOnThatDayAndAnAdoptionAChild(LifeEvent event, String born, String expected) {
        assertThat(refused(event, List.of(MARIA, member("ana", born)), List.of(), "ana")).isEqualTo(expected);
    }

    @Test
    void theChildAndNobodyElseIsNamed() {
        List<Member> both = List.of(MARIA, member("ana", "2026-06-14"));
        assertThat(refused(LifeEvent.BIRTH, both, List.of())).isEqualTo("enroll.event.whom.BIRTH");
        assertThat(refused(LifeEvent.BIRTH, both, List.of(), "self", "ana")).isEqualTo("enroll.event.whom.BIRTH");
        assertThat(refused(LifeEvent.BIRTH, List.of(member("self", "2026-06-14")), List.of(), "self")).isEqualTo("fine");
        assertThat(refused(LifeEvent.ADOPTION, List.of(member("self", "2010-01-01")), List.of(), "self")).isEqualTo("enroll.event.missing.ADOPTION");
    }

    @ParameterizedTest
    @EnumSource(LifeEvent.class)
    void onlyAMoveAndAMarriageAskForCoverageBefore(LifeEvent event) {
        boolean asks = event == LifeEvent.MOVED || event == LifeEvent.MARRIAGE;
        assertThat(EventRules.refusal(event, null) instanceof Told.Before).isEqualTo(asks);
        assertThat(EventRules.refusal(event, CoverageBefore.NOTHING) instanceof Told.Refused).isEqualTo(asks);
        assertThat(EventRules.refusal(event, CoverageBefore.TRIBE)).isNull();
    }

    @Test
    void aMarriageNamesASpouse() {
        Member tom = member("tom", "1988-01-01");
        List<Tie> wed = List.of(new Tie("tom", Kin.SPOUSE, "self"));
        List<Tie> partners = List.of(new Tie("tom", Kin.PARTNER, "self"));
        assertThat(refused(LifeEvent.MARRIAGE, List.of(MARIA, tom), wed, "tom")).isEqualTo("fine");
        assertThat(refused(LifeEvent.MARRIAGE, List.of(MARIA, tom), wed)).isEqualTo("enroll.event.whom.MARRIAGE");
        assertThat(refused(LifeEvent.MARRIAGE, List.of(MARIA, tom), partners, "tom")).isEqualTo("enroll.event.missing.MARRIAGE");
    }

    @Test
    void othersNameSomebodyOfTheApplication() {
        assertThat(refused(LifeEvent.LOST_COVERAGE, List.of(MARIA), List.of())).isEqualTo("enroll.event.whom");
        assertThat(refused(LifeEvent.LOST_COVERAGE, List.of(MARIA), List.of(), "tom")).isEqualTo("enroll.event.whom");
        assertThat(refused(LifeEvent.LOST_COVERAGE, List.of(MARIA), List.of(), "self")).isEqualTo("fine");
    }

    @Test
    void nothingIsProvedThatOpenEnrollmentAllowsFromTheSameDayOrThatWasProved() {
        EventId id = new EventId(UUID.randomUUID());
        Chance moved = new Chance(Chance.Kind.SPECIAL, LifeEvent.MOVED, id, DAY, LocalDate.parse("2026-01-01"), 0);
        Chance open = new Chance(Chance.Kind.OPEN_ENROLLMENT, null, null, DAY, LocalDate.parse("2026-01-01"), 0);
        Chance later = new Chance(Chance.Kind.OPEN_ENROLLMENT, null, null, DAY, LocalDate.parse("2026-02-01"), 0);
        assertThat(Chances.isClear(moved, List.of(moved, open), Set.of())).isTrue();
        assertThat(Chances.isClear(moved, List.of(moved, later), Set.of())).isFalse();
        assertThat(Chances.isClear(moved, List.of(moved), Set.of())).isFalse();
        assertThat(Chances.isClear(moved, List.of(moved), Set.of(id))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        // On the day before what was chosen begins, one may change one's mind; from its first day on no more.
        "MOVED, 2026-06-14, 2026-06-30, ''",
        "MOVED, 2026-06-14, 2026-07-01, self",
        "MOVED, 2026-06-14, 2026-08-13, self",
        // Another event, or another day's, gives a choice of its own.
        "MOVED, 2026-06-15, 2026-07-01, ''",
        "LOST_COVERAGE, 2026-06-14, 2026-07-01, ''"
    })
    void anEventGivesItsChoiceOnceToWhoeverHasAPlanByIt(LifeEvent event, LocalDate happened, LocalDate today, String used) {
        List<PeriodTable.Chosen> chosen =
                List.of(
                        new PeriodTable.Chosen(LifeEvent.MOVED, DAY, "self", LocalDate.parse("2026-07-01")),
                        new PeriodTable.Chosen(LifeEvent.MOVED, DAY, "tom", LocalDate.parse("2026-09-01")));
        assertThat(String.join(",", EventRules.used(event, happened, chosen, today))).isEqualTo(used);
    }

    @Test
    void nobodyIsAskedToProveViolenceOrWhatTheMarketplaceKnows() {
        assertThat(LifeEvent.ABUSE.proof()).isEmpty();
        assertThat(LifeEvent.CREDIT_CHANGED.proof()).isEmpty();
        assertThat(LifeEvent.values())
                .filteredOn(event -> event.counts() && event != LifeEvent.ABUSE && event != LifeEvent.CREDIT_CHANGED)
                .allMatch(event -> event.proof().isPresent());
    }
}
