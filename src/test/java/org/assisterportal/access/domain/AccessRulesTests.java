package org.assisterportal.access.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assisterportal.access.AccessState;
import org.assisterportal.learning.Transcript.CourseRecord;
import org.assisterportal.shared.Interval;
import org.assisterportal.shared.Timeline;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AccessRulesTests {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private static Instant day(int day) {
        return START.plus(Duration.ofDays(day));
    }

    private static Timeline during(int from, int until) {
        return Timeline.of(new Interval(day(from), day(until)));
    }

    private static CourseRecord portalCourse(@Nullable Instant trained, Instant... passes) {
        return new CourseRecord(10, 10, trained, List.of(passes), passes.length, 14, 20);
    }

    private static final Timeline ALWAYS = Timeline.since(day(0));
    private static final AccessFacts ENROLLED = new AccessFacts(null, day(10), null, null, null);
    private static final AccessFacts ACTIVATED = new AccessFacts(null, day(10), day(11), null, null);

    private static AccessFacts reinstated(int on) {
        return new AccessFacts(null, day(10), day(11), day(on), null);
    }

    private static AccessState state(AccessFacts facts, Timeline allFour, int on) {
        return AccessRules.decide(facts, allFour, day(on)).state();
    }

    @Test
    void readyWhenAllFourHoldAndSinceTheLastOfThem() {
        Timeline four = AccessRules.allFour(ALWAYS, Timeline.since(day(3)), portalCourse(day(5), day(7)));
        assertThat(state(AccessFacts.NONE, four, 6)).isEqualTo(AccessState.NOT_READY);
        assertThat(AccessRules.decide(AccessFacts.NONE, four, day(8)))
                .isEqualTo(new AccessRules.Decision(AccessState.READY, day(7), false));
    }

    @Test
    void everyOneOfTheFourIsNeeded() {
        CourseRecord done = portalCourse(day(1), day(2));
        assertThat(AccessRules.allFour(ALWAYS, ALWAYS, done).holdsAt(day(3))).isTrue();
        assertThat(AccessRules.allFour(Timeline.NEVER, ALWAYS, done).holdsAt(day(3))).isFalse();
        assertThat(AccessRules.allFour(ALWAYS, Timeline.NEVER, done).holdsAt(day(3))).isFalse();
        assertThat(AccessRules.allFour(ALWAYS, ALWAYS, portalCourse(null, day(2))).holdsAt(day(3))).isFalse();
        assertThat(AccessRules.allFour(ALWAYS, ALWAYS, portalCourse(day(1))).holdsAt(day(3))).isFalse();
    }

    @Test
    void approvalWithdrawnAfterTrainingTakesAReadyPersonOutOfTheQueue() {
        Timeline four = AccessRules.allFour(during(0, 8), ALWAYS, portalCourse(day(1), day(2)));
        assertThat(state(AccessFacts.NONE, four, 7)).isEqualTo(AccessState.READY);
        assertThat(AccessRules.decide(AccessFacts.NONE, four, day(8)))
                .isEqualTo(new AccessRules.Decision(AccessState.NOT_READY, day(8), false));
    }

    @Test
    void aReadyPersonCanBeHeldButNotAnUnreadyOne() {
        AccessFacts held = new AccessFacts("waiting for the agency", null, null, null, null);
        assertThat(state(held, ALWAYS, 3)).isEqualTo(AccessState.HELD);
        assertThat(state(held, Timeline.NEVER, 3)).isEqualTo(AccessState.NOT_READY);
    }

    @Test
    void enrolledUntilThePersonActivates() {
        assertThat(state(ENROLLED, ALWAYS, 12)).isEqualTo(AccessState.ENROLLED);
        assertThat(state(ACTIVATED, ALWAYS, 12)).isEqualTo(AccessState.ACTIVE);
    }

    @Test
    void aRequirementThatStopsHoldingSuspendsAtThatVeryMoment() {
        Timeline four = during(0, 20);
        assertThat(AccessRules.decide(ACTIVATED, four, day(20).minusMillis(1)).state()).isEqualTo(AccessState.ACTIVE);
        assertThat(AccessRules.decide(ACTIVATED, four, day(20)))
                .isEqualTo(new AccessRules.Decision(AccessState.SUSPENDED, day(20), false));
    }

    @Test
    void aLapseMendedWithNobodyLookingStillNeedsAReinstatement() {
        Timeline four = during(0, 20).or(Timeline.since(day(21)));
        assertThat(AccessRules.decide(ACTIVATED, four, day(30)))
                .isEqualTo(new AccessRules.Decision(AccessState.SUSPENDED, day(20), true));
    }

    @Test
    void aReinstatementCountsFromItsOwnMoment() {
        Timeline four = during(0, 20).or(Timeline.since(day(21)));
        assertThat(state(reinstated(25), four, 30)).isEqualTo(AccessState.ACTIVE);
    }

    @Test
    void aReinstatementDoesNotCoverALaterGap() {
        Timeline four = during(0, 20).or(during(21, 28)).or(Timeline.since(day(29)));
        assertThat(AccessRules.decide(reinstated(25), four, day(30)))
                .isEqualTo(new AccessRules.Decision(AccessState.SUSPENDED, day(28), true));
    }

    @Test
    void anEnrolledPersonWhoNeverActivatedIsSuspendedToo() {
        assertThat(state(ENROLLED, during(0, 11), 12)).isEqualTo(AccessState.SUSPENDED);
    }

    @Test
    void closedStaysClosedWhateverHolds() {
        AccessFacts closed = new AccessFacts(null, day(10), day(11), null, day(15));
        assertThat(AccessRules.decide(closed, ALWAYS, day(30)))
                .isEqualTo(new AccessRules.Decision(AccessState.CLOSED, day(15), false));
    }
}
