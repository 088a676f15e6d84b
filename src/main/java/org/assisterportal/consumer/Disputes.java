package org.assisterportal.consumer;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.AgencyId;
import org.jspecify.annotations.Nullable;

/** What consumers said is wrong, for the officer who looks into it. */
public interface Disputes {
    /** The kind of task that a dispute opens, about its authorization. */
    String TASK = "disputed";

    /** What was said of this authorization; leaves a line. For ARC officers. */
    Look of(UUID authorization, Actor officer);

    /** What an officer may see of it. */
    sealed interface Look {
        record Shown(Disputed disputed) implements Look {}

        /** The officer is the consumer, the assister, or of the assister's agency: a colleague looks into it. */
        record Own() implements Look {}

        /** Nobody disputed such an authorization. */
        record None() implements Look {}
    }

    /**
     * A disputed authorization and whom to call.
     *
     * @param said newest first, at most 20
     */
    record Disputed(
            AuthorizationView authorization,
            AgencyId agency,
            UUID consumer,
            String email,
            String phone,
            String language,
            String interpreter,
            List<Said> said) {
        public Disputed {
            said = List.copyOf(said);
        }
    }

    /**
     * The consumer's words; empty when none were written.
     *
     * @param act what is said to be wrong, words are {@code diary.<act>} with the facts; null when it is the authorization
     * @param done when that was
     */
    record Said(Instant at, String words, @Nullable String act, List<String> facts, @Nullable Instant done) {
        public Said {
            facts = List.copyOf(facts);
        }
    }
}
