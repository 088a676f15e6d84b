package org.assisterportal.application;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.assisterportal.application.Signings.Signature;
import org.assisterportal.eligibility.Determination;
import org.assisterportal.eligibility.Sentence;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.PageOf;
import org.jspecify.annotations.Nullable;

/** Signed applications for ARC officers, who look at them and change nothing; each look leaves a line. */
public interface Dossiers {

    /** By an application's number, else by words of the names in it, newest first, 25 a page. */
    PageOf<Row> search(String term, int page, Actor officer);

    Look show(ApplicationId id, Actor officer);

    /** Whose one is, for a page that leads there; the look leaves a line, too. Empty when it isn't signed. */
    Optional<Heading> heading(ApplicationId id, Actor officer);

    /**
     * Whose a signed version is.
     *
     * @param name empty when it concerns the officer
     */
    record Heading(ApplicationId id, long reference, String name, boolean own) {}

    /** Determines anew from the stored facts by the stored version of the rules, and compares; keeps nothing. */
    Rerun again(ApplicationId id, Actor officer);

    /**
     * A signed version in the list.
     *
     * @param counts whether no later one was signed for its plan year
     * @param name empty when it concerns the officer
     * @param own whether it does
     */
    record Row(ApplicationId id, long reference, int number, int planYear, boolean counts, String name, Instant signedAt, boolean own) {
        /** The same with nothing of whom. */
        public Row ofOwn() {
            return new Row(id, reference, number, planYear, counts, "", signedAt, true);
        }
    }

    /** What an officer may see of one. */
    sealed interface Look {
        record Shown(Dossier dossier) implements Look {}

        /** It concerns the officer: their own, of a consumer whom they or their agency help. */
        record Own() implements Look {}
    }

    /**
     * An application as it was signed.
     *
     * @param intact whether the answers' text still has the hash that was signed
     * @param former what counted for its plan year before; null for the year's first version
     * @param versions all of the consumer's, newest first
     * @param lastFour of Social Security numbers that were given, by person
     */
    record Dossier(
            Paper paper, Signature signature, boolean intact, Determination determination, @Nullable Determination former,
            List<Version> versions, Map<String, String> lastFour) {
        public Dossier {
            versions = List.copyOf(versions);
            lastFour = Map.copyOf(lastFour);
        }

        /** The version that counts for this one's plan year, where it isn't this one. */
        public @Nullable Version newer() {
            return versions.stream()
                    .filter(one -> one.signedAt() != null && Objects.equals(one.planYear(), paper.planYear()))
                    .max(Comparator.comparing(Version::signedAt))
                    .filter(one -> !one.id().equals(paper.id()))
                    .orElse(null);
        }
    }

    /**
     * One version, signed or not.
     *
     * @param planYear null while it isn't signed
     */
    record Version(
            ApplicationId id, long reference, int number, Paper.Status status, @Nullable Integer planYear, Instant startedAt,
            @Nullable Instant signedAt, @Nullable String signer) {}

    /** What determining anew gave. */
    sealed interface Rerun {
        record Same() implements Rerun {}

        /** With the keys of those whose answers differ. */
        record Different(Paper paper, Determination stored, Determination now, List<String> people) implements Rerun {}

        /** The rules of that version aren't kept any more, or the facts contradict each other now. */
        record Impossible(Paper paper, List<? extends Sentence> why) implements Rerun {}

        record Own() implements Rerun {}
    }
}
