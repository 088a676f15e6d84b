package org.assisterportal.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.document.ProofRequest.Reason;
import org.assisterportal.eligibility.Household;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.PageOf;
import org.assisterportal.shared.Waiting;
import org.jspecify.annotations.Nullable;

/** Officers look at what was sent, and decide. */
public interface DocumentReviews {
    /** The kind of task that opens when a last day is over, about the consumer. */
    String TASK = "documents-overdue";

    int LONGEST_NOTE = 1000;

    /** One page of a list, 25 a page; leaves a line. */
    PageOf<Line> list(Tab tab, int page, Actor officer);

    /** Those that wait for a decision, to be counted with what waits elsewhere. */
    Waiting.OnList waiting();

    /** The consumer's request that is to be looked at first, the overdue ones before others; empty when there is none. */
    Optional<ProofId> first(ConsumerId consumer, Actor officer);

    /** One request with its files and what was said; leaves a line. */
    Look show(ProofId id, Actor officer);

    /** Opens a file; the line is written in the transaction that reads it, and from now on nobody takes the file back. */
    FileLook open(ProofId id, UUID file, Actor officer);

    /**
     * Decides on the files that wait.
     *
     * @param reason null to accept
     * @param version of the request that the officer saw
     */
    Outcome decide(ProofId id, @Nullable Reason reason, String note, int version, Actor officer);

    /** Puts the last day off, once. */
    Outcome extend(ProofId id, String reason, Actor officer);

    /** The lists. */
    enum Tab {
        /** Sent, oldest first. */
        WAITING,
        /** The last day is over, the oldest first. */
        OVERDUE,
        /** Accepted, newest first. */
        ACCEPTED
    }

    /** What became of an act; words are {@code document.outcome.<outcome>}. */
    enum Outcome {
        DONE,
        /** A colleague was faster. */
        GONE,
        /** Something was sent or taken back since the officer looked. */
        CHANGED,
        /** No officer has opened what waits. */
        NOT_LOOKED,
        /** The officer is concerned themselves. */
        OWN,
        /** What is written down is missing or too long. */
        NO_NOTE,
        /** It was put off before. */
        ONCE
    }

    /**
     * One in a list.
     *
     * @param name empty where the officer leaves it to a colleague
     * @param planYear whose coverage it is about; null where the year doesn't matter
     * @param since when it was sent, fell due or was accepted
     */
    record Line(
            ProofId id, String name, ProofKind kind, @Nullable Integer planYear, LocalDate due, @Nullable Instant since, int files, boolean own) {}

    /** What an officer may see of one. */
    sealed interface Look {
        record Shown(Case file) implements Look {}

        /** The officer is the consumer, or helps them, or somebody of an agency of theirs does. */
        record Own() implements Look {}
    }

    /**
     * A request as it is decided on.
     *
     * @param facts from which was determined
     * @param others of the same consumer, newest first
     * @param decisions newest first
     * @param extension null when it wasn't put off
     */
    record Case(
            ProofRequest request, Household facts, Map<String, String> names, List<ProofRequest> others,
            List<ProofRequest.Decision> decisions, @Nullable Extension extension) {
        public Case {
            names = Map.copyOf(names);
            others = List.copyOf(others);
            decisions = List.copyOf(decisions);
        }
    }

    /** More time, and why. */
    record Extension(LocalDate from, LocalDate to, String reason, String officer, Instant at) {}

    /** A file that was opened. */
    sealed interface FileLook {
        record Shown(Documents.Opened opened) implements FileLook {}

        record Own() implements FileLook {}
    }
}
