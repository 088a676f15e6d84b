package org.assisterportal.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.consumer.ConsumerId;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is to be proved about one person, and how far that is.
 *
 * @param application the newest signed version that needs it
 * @param person the key of whom it is about
 * @param name theirs
 * @param planYear whose coverage it is about; null where the year doesn't matter
 * @param happened the day on which it happened, where an event is to be proved; else null
 * @param version to be sent back with a decision
 * @param due the last day
 * @param overdue whether it is over, with nothing sent that waits
 * @param extended the last day as it was before it was put off; null when it wasn't
 * @param decision the newest one; null while there is none
 * @param files that this reader may know of, oldest first
 */
public record ProofRequest(
        ProofId id, ConsumerId consumer, ApplicationId application, String person, String name, ProofKind kind,
        @Nullable Integer planYear, @Nullable LocalDate happened, State state,
        int version, Instant askedAt, LocalDate due, boolean overdue, @Nullable LocalDate extended, @Nullable Decision decision,
        List<StoredFile> files) {

    public ProofRequest {
        files = List.copyOf(files);
    }

    /** How far it is; words are {@code document.state.<state>}. */
    public enum State {
        /** Nothing was sent yet. */
        ASKED,
        /** Waits for an officer. */
        SENT,
        /** Something else has to be sent. */
        NOT_ACCEPTED,
        ACCEPTED,
        /** A later version says something else, or nothing that needs it. */
        NOT_NEEDED,
        /** The time is over for something that another module follows: nothing more can be sent. */
        LAPSED;

        public boolean isOpen() {
            return this == ASKED || this == SENT || this == NOT_ACCEPTED;
        }

        /** Whether it is the consumer's move. */
        public boolean isToDo() {
            return this == ASKED || this == NOT_ACCEPTED;
        }
    }

    /** Why something isn't accepted; words are {@code document.reason.<reason>}, what to do {@code document.reason.<reason>.do}. */
    public enum Reason {
        UNREADABLE,
        INCOMPLETE,
        WRONG_PERSON,
        WRONG_DOCUMENT,
        TOO_OLD,
        /** It says something else than the application. */
        DIFFERENT,
        OTHER
    }

    /**
     * What an officer decided.
     *
     * @param reason null when it was accepted
     * @param note to the consumer; may be empty
     */
    public record Decision(Instant at, @Nullable Reason reason, String note, String officer) {
        public boolean accepted() {
            return reason == null;
        }
    }

    public boolean isOpen() {
        return state.isOpen();
    }

    public List<StoredFile> waiting() {
        return files.stream().filter(file -> !file.state().isDecided()).toList();
    }
}
