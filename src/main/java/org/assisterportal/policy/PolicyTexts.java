package org.assisterportal.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.assisterportal.shared.Actor;

/** Texts that bind people, by version and language; one that nobody has reviewed binds nobody. */
public interface PolicyTexts {

    /**
     * The text that binds today, Minnesota's date: the newest reviewed English version, or its translation where that is
     * reviewed, too. A translation that isn't comes along as an aid.
     *
     * @throws IllegalStateException when no version is in force
     */
    PolicyText inForce(String code, Locale language);

    /** The one version in one language, in force or not: what a record names by its version and language. */
    Optional<PolicyText> version(String code, LocalDate version, Locale language);

    /** Every version in every language, by code and newest first; at most 200. */
    List<Version> all();

    /** A version with its reviews, newest first. */
    record Version(PolicyText text, String clause, List<Review> reviews) {
        public Version {
            reviews = List.copyOf(reviews);
        }
    }

    /** Somebody has read a text and found it right. */
    record Review(String reviewer, LocalDate on, String recordedBy, Instant recordedAt) {}

    /** Records a review by an administrator; who read the text may be another person, a translator for example. */
    Outcome review(String code, LocalDate version, Locale language, String reviewer, LocalDate on, Actor by);

    /** What became of a review. */
    sealed interface Outcome {
        record Done() implements Outcome {}

        /** Nothing was recorded; the reason is a message key. */
        record Refused(String reason) implements Outcome {}
    }
}
