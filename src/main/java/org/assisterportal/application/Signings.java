package org.assisterportal.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.assisterportal.consumer.Guard;
import org.assisterportal.eligibility.Determination;
import org.assisterportal.eligibility.Problem;
import org.assisterportal.eligibility.Sentence;
import org.assisterportal.policy.PolicyText;
import org.jspecify.annotations.Nullable;

/** Applications are signed, and from then on are as they were signed, with what was determined from them. */
public interface Signings {
    /** The field with the revision that was read before it is signed. */
    String READ = "read";

    /** What is agreed to today, in the reader's language where that is reviewed. */
    PolicyText words(Locale reader);

    /**
     * Signs the draft, and determines who qualifies for what; one transaction.
     *
     * @param form the typed name, the tick, the hash of the words that were shown, and the revision of the answers that were read
     */
    Signed sign(Hand by, ApplicationId id, Map<String, String> form, Locale reader);

    /** What was signed and determined, shown; empty while it is a draft. */
    Optional<Result> result(Hand by, ApplicationId id);

    /** The outcome of a signature. */
    sealed interface Signed {
        record Done() implements Signed {}

        /** Something is still open in it. */
        record Incomplete() implements Signed {}

        /** Somebody answered otherwise since it was read over. */
        record Changed() implements Signed {}

        /** Message keys of what is wrong, by field. */
        record Invalid(Map<String, String> problems) implements Signed {}

        /** Answers that can't all be true. */
        record Inconsistent(List<Problem> problems) implements Signed {}

        /** There are no rules for that year, and no other year's are used. */
        record NoRules(Sentence why) implements Signed {}

        /** It is no draft any more. */
        record Closed() implements Signed {}

        record Stopped(Guard.Decision.Refused refused) implements Signed {}
    }

    /**
     * A signature.
     *
     * @param sha256 of all answers in their canonical form
     * @param onBehalf the authorization's number where an assister signed, else null
     */
    record Signature(
            Instant at, String typedName, String signer, @Nullable Long onBehalf, String sha256, LocalDate textVersion,
            String textLanguage) {}

    /**
     * What came of an application.
     *
     * @param former what counted for the plan year before it was signed; null for the year's first version
     */
    record Result(Paper paper, Signature signature, Determination determination, @Nullable Determination former) {}
}
