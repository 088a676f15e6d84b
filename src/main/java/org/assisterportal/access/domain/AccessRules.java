package org.assisterportal.access.domain;

import java.time.Instant;
import org.assisterportal.access.AccessState;
import org.assisterportal.learning.Transcript.CourseRecord;
import org.assisterportal.shared.Interval;
import org.assisterportal.shared.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * Where a person is on the way to the portal, out of dated facts: access now = enrolled, activated, all four
 * requirements hold now, and no gap since the last enrollment or reinstatement (policy 3).
 */
final class AccessRules {
    private AccessRules() {}

    /** The state and since when; {@code reinstatable} only when suspended and all four hold again. */
    record Decision(AccessState state, @Nullable Instant since, boolean reinstatable) {}

    /** When all four requirements held, hold and, as far as is known, will hold. */
    static Timeline allFour(Timeline approved, Timeline certified, CourseRecord portalCourse) {
        return approved.and(certified)
                .and(Timeline.since(portalCourse.trainingDoneAt()))
                .and(Timeline.since(portalCourse.passedAt()));
    }

    static Decision decide(AccessFacts facts, Timeline allFour, Instant now) {
        if (facts.closedAt() != null) {
            return new Decision(AccessState.CLOSED, facts.closedAt(), false);
        }
        Instant proven = facts.provenAt();
        if (proven == null) {
            return notEnrolled(facts, allFour, now);
        }
        if (!allFour.unbroken(proven, now)) {
            Instant lapsed = allFour.at(proven).map(Interval::until).orElse(proven);
            return new Decision(AccessState.SUSPENDED, lapsed, allFour.holdsAt(now));
        }
        Instant activated = facts.activatedAt();
        return activated == null
                ? new Decision(AccessState.ENROLLED, proven, false)
                : new Decision(AccessState.ACTIVE, activated.isAfter(proven) ? activated : proven, false);
    }

    private static Decision notEnrolled(AccessFacts facts, Timeline allFour, Instant now) {
        Instant since = allFour.stateSince(now).orElse(null);
        if (!allFour.holdsAt(now)) {
            return new Decision(AccessState.NOT_READY, since, false);
        }
        return new Decision(facts.heldFor() == null ? AccessState.READY : AccessState.HELD, since, false);
    }
}
