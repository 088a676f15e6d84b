package org.assisterportal.consumer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.shared.Actor;

/** Consumers' profiles, for themselves and for who acts on their behalf. */
public interface Consumers {

    /** The consumer's own profile, shown to them. */
    Profile own(Actor consumer);

    /** What is known of a consumer, for a file that has to carry it and not for anybody's eyes; leaves no line. */
    Profile known(ConsumerId consumer);

    /** The consumer's own language of pages and mails, without a line; empty when there is none. */
    Optional<String> language(Actor consumer);

    /** Changes the consumer's own profile. */
    Changed change(Actor consumer, Map<String, String> form, int version);

    /** The profile as a helper may see it: without a confidential address. */
    Profile view(Acting by);

    /** Whether there is an address that no helper sees; says nothing of it, and leaves no line. */
    boolean keepsAddress(Acting by);

    /**
     * An assister's change on the consumer's behalf. The guard is asked again in this transaction: when the authority
     * has ended meanwhile nothing changes, and what was typed stays for the consumer.
     */
    Changed change(Actor assister, ConsumerId consumer, Map<String, String> form, int version);

    /** For an act without a guard, the consumer's own or the product's, in its open transaction: one act at a time about a consumer. */
    void hold(ConsumerId consumer);

    /** What assisters had typed when they were stopped, newest first, at most 20. */
    List<LeftOver> leftOvers(Actor consumer);

    /** Takes it over into the profile, or throws it away. */
    Changed settle(Actor consumer, UUID leftOver, boolean take);

    /** The fields of the form, in order. */
    List<String> FIELDS =
            List.of(
                    "first-name", "last-name", "birth-date", "phone", "language", "interpreter", "street", "city", "state",
                    "zip", "county", "confidential");

    /** What an assister had typed when the authority ended. */
    record LeftOver(UUID id, java.time.Instant at, String by, Map<String, String> content) {
        public LeftOver {
            content = Map.copyOf(content);
        }
    }

    /** The outcome of a change. */
    sealed interface Changed {
        /** With the names of the fields that are different now. */
        record Done(List<String> fields) implements Changed {
            public Done {
                fields = List.copyOf(fields);
            }
        }

        /** Message keys of what is wrong, by field. */
        record Invalid(Map<String, String> problems) implements Changed {
            public Invalid {
                problems = Map.copyOf(problems);
            }
        }

        /** Somebody else changed it meanwhile. */
        record Stale() implements Changed {}

        /**
         * The assister may not, or not any more.
         *
         * @param kept whether what was typed stays for the consumer
         */
        record Stopped(Guard.Decision.Refused refused, boolean kept) implements Changed {}
    }
}
