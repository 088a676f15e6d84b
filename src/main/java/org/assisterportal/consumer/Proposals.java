package org.assisterportal.consumer;

import java.util.List;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.PersonId;

/**
 * Whom an agency proposes to the consumers of one of its people, in case that person can't help them: shown to them as
 * long as both hold. Only an authorized contact proposes, and only colleagues who may help today.
 */
public interface Proposals {
    /** So many at most, so that a consumer can choose. */
    int MOST = 5;

    /** The present ones, in the order in which they were made; leaves a line. */
    List<PersonId> of(PersonId assister, Actor contact);

    Outcome add(PersonId assister, PersonId colleague, Actor contact);

    /** Takes one back; nothing happens when it isn't there. */
    void remove(PersonId assister, PersonId colleague, Actor contact);

    /** What became of a proposal. */
    sealed interface Outcome {
        record Done() implements Outcome {}

        /**
         * Nothing was changed.
         *
         * @param reason message key
         */
        record Refused(String reason) implements Outcome {}
    }
}
