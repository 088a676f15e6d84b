package org.assisterportal.application;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assisterportal.consumer.Guard;
import org.assisterportal.eligibility.Determination;

/** Changes that are reported to a signed application, as its next versions. For each plan year the version counts that was signed last. */
public interface Changes {

    /** The versions that count, newest plan year first, at most five. */
    List<Applications.Standing> inForce(Hand by);

    /** The version that counts for a plan year. */
    Optional<Applications.Standing> inForce(Hand by, int planYear);

    /** The version that counts for the plan year of this signed one; empty for a draft. */
    Optional<Applications.Standing> inForce(Hand by, ApplicationId signed);

    /** Begins the next version with the answers of the one that counts for this one's plan year; that year's draft where there is one. */
    Outcome report(Hand by, ApplicationId signed);

    /** Throws away what isn't signed, a reported change or the first application; what is signed stays as it is. */
    Outcome discard(Hand by, ApplicationId draft);

    /** What would come of a reported change, without keeping it; empty for a year's first version or while pages are open. */
    Optional<Effect> effect(Hand by, ApplicationId draft);

    /** The outcome. */
    sealed interface Outcome {
        /** With the version that counts or is worked on now. */
        record Done(ApplicationId id) implements Outcome {}

        /** Another year's draft is open: it has to be signed or thrown away first. */
        record OtherDraft(ApplicationId id) implements Outcome {}

        /** There is nothing to report to, or to throw away. */
        record Closed() implements Outcome {}

        /** This application isn't signed yet, so nothing can be taken over from it to another year. */
        record Unsigned() implements Outcome {}

        /** The first application was thrown away, and there is none now. */
        record Nothing() implements Outcome {}

        record Stopped(Guard.Decision.Refused refused) implements Outcome {}
    }

    /**
     * Who qualifies for what, as it counts now and as it would.
     *
     * @param names of those in the version that counts, by key; whoever leaves isn't in the draft
     */
    record Effect(Determination before, Determination after, Map<String, String> names) {
        public Effect {
            names = Map.copyOf(names);
        }
    }
}
