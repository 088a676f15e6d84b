package org.assisterportal.consumer;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.shared.Actor;

/** An assister's work for one consumer at a time: begun, looked at, left. The guard has its say in each. */
public interface Casework {

    /** Begins to act for the consumer; the record says so, under which authorization. */
    Guard.Decision begin(Actor assister, ConsumerId consumer);

    /** What the workspace shows; one look, in the diary and in the record. */
    CaseView show(Acting by);

    /** Whom an assister is asked about before anything of theirs is shown; the record says whose names they read. */
    void asked(Actor assister, List<ConsumerId> named);

    /** Stops acting for the consumer. */
    void leave(Actor assister, ConsumerId consumer, Left how);

    /** The bare line of one of the assister's own authorizations; empty while it hasn't ended. */
    Optional<Caseload.Ended> end(Actor assister, UUID authorization);

    /** Who acts for nobody in so long steps out. */
    Duration idle();

    /** How somebody stopped acting. */
    enum Left {
        STOPPED,
        IDLE,
        /** For another consumer. */
        SWITCHED
    }

    /**
     * A consumer as their helper sees them.
     *
     * @param standing as the list of consumers says it
     * @param latest what was changed or sent last, newest first, at most five; looks are left out
     */
    record CaseView(Profile profile, CaseRow standing, List<DiaryLine> latest) {
        public CaseView {
            latest = List.copyOf(latest);
        }
    }
}
