package org.assisterportal.consumer;

import org.assisterportal.access.AccessStanding;
import org.assisterportal.shared.Actor;
import org.jspecify.annotations.Nullable;

/**
 * The one place that answers: may this assister do this for this consumer, now? Asked on every request and never
 * cached; what is missing or unclear is a no.
 */
public interface Guard {

    /** For a look. */
    Decision decide(Actor assister, ConsumerId consumer, Scope scope);

    /**
     * For an act, in its open transaction: an authorization that is being ended meanwhile waits for the act, or the act
     * for the end and is refused.
     */
    Decision hold(Actor assister, ConsumerId consumer, Scope scope);

    /** The answer. */
    sealed interface Decision {
        record Granted(Acting acting) implements Decision {}

        /**
         * Nothing is shown and nothing done; the line is written.
         *
         * @param standing why the assister has no access, when that is it; nothing of the consumer
         */
        record Refused(Why why, @Nullable AccessStanding standing) implements Decision {}
    }

    /** Why not. */
    enum Why {
        /** The assister has no access to the portal now, or their agency no contract. */
        NO_ACCESS,
        /** This consumer hasn't authorized this assister, or not any more; looks as if there were no such consumer. */
        NO_AUTHORITY,
        /** Authorized at another agency; the consumer has to confirm. */
        MOVED,
        /** Only looking was allowed. */
        SCOPE
    }
}
