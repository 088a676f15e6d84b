package org.assisterportal.application;

import java.util.Optional;
import org.assisterportal.consumer.Guard;
import org.assisterportal.eligibility.Determination;

/** Changes that are reported to a signed application: each makes its next version, which counts once it is signed. */
public interface Changes {

    /** The newest signed version. */
    Optional<Applications.Standing> inForce(Hand by);

    /** Begins the next version with the answers of the signed one; the present draft where there is one. */
    Outcome report(Hand by, ApplicationId signed);

    /** Throws a reported change away that isn't signed; the signed version stays as it is. */
    Outcome discard(Hand by, ApplicationId draft);

    /** What would come of a reported change, without keeping it; empty for a first version or while pages are open. */
    Optional<Effect> effect(Hand by, ApplicationId draft);

    /** The outcome. */
    sealed interface Outcome {
        /** With the version that counts or is worked on now. */
        record Done(ApplicationId id) implements Outcome {}

        /** There is nothing to report to, or to throw away. */
        record Closed() implements Outcome {}

        record Stopped(Guard.Decision.Refused refused) implements Outcome {}
    }

    /** Who qualifies for what, as it counts now and as it would. */
    record Effect(Determination before, Determination after) {}
}
