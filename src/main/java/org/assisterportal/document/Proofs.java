package org.assisterportal.document;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.consumer.ConsumerId;

/** Proofs of what happened, for which another module asks, and which it follows until {@link ProofDecided} says how they ended. */
public interface Proofs {

    /** Asks for it, in the act's transaction; the same of the same person is asked for once while it is open. */
    ProofId ask(ConsumerId consumer, ApplicationId application, Wanted wanted);

    /** How these stand. */
    Map<ProofId, Asked> of(Collection<ProofId> ids);

    /** Nothing rests on it any more: it is closed, in the act's transaction. */
    void withdraw(ConsumerId consumer, ProofId id);

    /**
     * What is to be proved.
     *
     * @param kind one of an event
     * @param person the key of whom the proof is about, in the first place
     * @param name theirs, and that of others whom it concerns
     * @param due the last day
     */
    record Wanted(ProofKind kind, String person, String name, LocalDate happened, LocalDate due) {
        public Wanted {
            if (!kind.isEvent()) {
                throw new IllegalArgumentException(kind + " is asked for by signed applications");
            }
        }
    }

    /** A request as it stands. */
    record Asked(ProofKind kind, ProofRequest.State state, LocalDate due) {}
}
