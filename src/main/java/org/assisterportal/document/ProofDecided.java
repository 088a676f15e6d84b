package org.assisterportal.document;

import org.assisterportal.consumer.ConsumerId;

/** How the proof of an event stands now; told in the transaction that decided. */
public record ProofDecided(ProofId proof, ConsumerId consumer, Result result) {

    /** What was decided. */
    public enum Result {
        ACCEPTED,
        /** Something else may be sent. */
        NOT_ACCEPTED,
        /** Nothing that proves it came in time. */
        TIME_OVER
    }
}
