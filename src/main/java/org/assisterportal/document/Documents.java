package org.assisterportal.document;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Hand;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.Guard;
import org.jspecify.annotations.Nullable;

/**
 * What a consumer is asked to prove, and the files that were sent for it: by the consumer, or by an assister on the
 * consumer's behalf, who sends files and opens none.
 */
public interface Documents {
    /** The largest file, in bytes: ten megabytes. */
    int MOST_BYTES = 10 * 1024 * 1024;

    /** What is asked for and what was, newest last day first to be done; shown. */
    List<ProofRequest> list(Hand by);

    /** The same in numbers, without a line. */
    Standing standing(ConsumerId consumer);

    /** What the consumer has to send for what a signed version says, first day first; for what is written of it, without a line. */
    List<ProofRequest> open(ApplicationId signed);

    /** One of them, shown. */
    ProofRequest show(Hand by, ProofId id);

    /** Keeps the files that can be kept, and says what is wrong with each of the others; what was kept already isn't kept twice. */
    Sent send(Hand by, ProofId id, List<Incoming> files);

    /** Takes a file back that no officer has looked at; its content is deleted. */
    TakenBack takeBack(Hand by, ProofId id, UUID file);

    /** Opens one of the consumer's own files; the line is written in the transaction that reads it. */
    Opened open(Hand.Own by, ProofId id, UUID file);

    /**
     * What is open.
     *
     * @param toDo what the consumer has to send
     * @param due the first last day of that; null when there is nothing
     * @param overdue whether that day is over
     * @param sent what waits for an officer
     * @param again the first last day of what was sent and not accepted; null when there is no such thing
     */
    record Standing(int toDo, @Nullable LocalDate due, boolean overdue, int sent, @Nullable LocalDate again) {}

    /** A file with its content. */
    record Opened(StoredFile file, byte[] content) {}

    /** The outcome of a sending. */
    sealed interface Sent {
        /** How many were kept, and what is wrong with the others. */
        record Done(int files, List<Problem> problems) implements Sent {
            public Done {
                problems = List.copyOf(problems);
            }
        }

        /** Nothing was kept: there is something wrong with each. */
        record Refused(List<Problem> problems) implements Sent {
            public Refused {
                problems = List.copyOf(problems);
            }
        }

        /** Nothing is asked for any more. */
        record Closed() implements Sent {}

        record Stopped(Guard.Decision.Refused refused) implements Sent {}
    }

    /** Why a file isn't taken; words are {@code document.problem.<why>} with the file's name. */
    record Problem(String file, Why why) {}

    /** What is wrong with a file. */
    enum Why {
        NONE,
        EMPTY,
        TOO_LARGE,
        /** Its content is none of the kinds that are taken, whatever it is called. */
        KIND,
        /** Damaged, or cut off. */
        UNREADABLE,
        /** Opens with a password only. */
        PASSWORD,
        /** A PDF that runs something by itself when it is opened or read. */
        PROGRAM,
        /** More files than are taken for one thing; said of those that came last. */
        TOO_MANY
    }

    /** The outcome of taking back. */
    sealed interface TakenBack {
        record Done() implements TakenBack {}

        /** An officer was faster. */
        record Looked() implements TakenBack {}

        record Stopped(Guard.Decision.Refused refused) implements TakenBack {}
    }
}
