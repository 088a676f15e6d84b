package org.assisterportal.application;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.assisterportal.consumer.Guard;
import org.jspecify.annotations.Nullable;

/** How an assister goes through a draft with its consumer: with questions read aloud, and through an interpreter. */
public interface Conversations {
    /** The fields: the language to read in or nothing, the interpreter, and the tick that a family interpreter needs. */
    String ALOUD = "aloud";

    String INTERPRETER = "interpreter";
    String WISHED = "wished";

    /** The newest of this assister in this application. */
    Optional<Conversation> newest(Hand.OnBehalf by, ApplicationId id);

    /** Notes it; the consumer reads in the diary which interpreter was used. */
    Noted note(Hand.OnBehalf by, ApplicationId id, Map<String, String> form);

    /**
     * A conversation.
     *
     * @param aloud the language in which questions are read aloud, en or es; null where they are not
     */
    record Conversation(@Nullable String aloud, Interpreter interpreter, Instant at) {}

    /** Who interprets. */
    enum Interpreter {
        NONE,
        PROFESSIONAL,
        /** Somebody of the agency. */
        STAFF,
        /** An adult relative or friend, because the person wishes it though a professional is free (45 CFR 92.201). */
        FAMILY
    }

    /** The outcome. */
    sealed interface Noted {
        record Done() implements Noted {}

        /** Message keys of what is wrong, by field. */
        record Invalid(Map<String, String> problems) implements Noted {}

        /** It is no draft any more. */
        record Closed() implements Noted {}

        record Stopped(Guard.Decision.Refused refused) implements Noted {}
    }
}
