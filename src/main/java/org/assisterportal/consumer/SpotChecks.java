package org.assisterportal.consumer;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.AgencyId;
import org.assisterportal.shared.PageOf;
import org.jspecify.annotations.Nullable;

/** Authorizations that were given by mail, without an account, for ARC officers to check. */
public interface SpotChecks {
    int LONGEST_NOTE = 1000;

    /** Newest first, 25 a page; leaves a line. */
    PageOf<Line> list(int page, Actor officer);

    /** One with whom to call; leaves a line. */
    Look show(UUID authorization, Actor officer);

    /** Records what was found, once; what is stopped ends at once, and the consumer is told. */
    Outcome check(UUID authorization, Result result, String note, Actor officer);

    /** What an officer found; words are {@code spot-check.result.<result>}. */
    enum Result {
        FINE,
        STOPPED
    }

    /** What became of it; words are {@code spot-check.outcome.<outcome>}. */
    enum Outcome {
        DONE,
        /** A colleague was faster. */
        GONE,
        /** The officer is concerned themselves. */
        OWN,
        /** Nothing was written down, or more than {@link #LONGEST_NOTE} characters. */
        NO_NOTE
    }

    /**
     * One in the list; nothing of its consumer.
     *
     * @param flags what to look at twice, words are {@code spot-check.flag.<flag>}
     * @param result null while nobody has checked it
     */
    record Line(
            UUID authorization, long number, String assisterName, String agencyName, Instant givenAt, @Nullable Instant endedAt,
            List<String> flags, @Nullable Result result) {
        public Line {
            flags = List.copyOf(flags);
        }
    }

    /** What an officer may see of one. */
    sealed interface Look {
        record Shown(Check check) implements Look {}

        /** The officer is the consumer, the assister, or of the assister's agency. */
        record Own() implements Look {}
    }

    /** One with its consumer and what was found; the last four are null while nobody has checked it. */
    record Check(
            AuthorizationView authorization,
            AgencyId agency,
            String email,
            String phone,
            String language,
            String interpreter,
            Instant askedAt,
            List<String> flags,
            @Nullable Result result,
            @Nullable String note,
            @Nullable String officer,
            @Nullable Instant at) {
        public Check {
            flags = List.copyOf(flags);
        }
    }
}
