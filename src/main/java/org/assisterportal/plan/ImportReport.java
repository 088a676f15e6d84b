package org.assisterportal.plan;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an import found.
 *
 * @param catalog the new version; null when nothing was stored
 * @param counts rows taken by what they are, such as plans, in the order of reading
 * @param skipped rows that are of another market, state or off the exchange
 * @param problems what must be put right first, up to a thousand of each kind and ten thousand in all
 * @param kinds how often each kind of problem is, with those that aren't listed
 * @param warnings what to look at, as many
 */
public record ImportReport(
        int planYear,
        @Nullable Integer catalog,
        Map<String, Integer> counts,
        int skipped,
        List<ImportProblem> problems,
        int problemCount,
        List<Kind> kinds,
        List<ImportProblem> warnings,
        int warningCount) {

    public ImportReport {
        problems = List.copyOf(problems);
        kinds = List.copyOf(kinds);
        warnings = List.copyOf(warnings);
    }

    /** The same problem in one column of a file: the first one, and how many there are. */
    public record Kind(ImportProblem first, int count) {}

    /** The same as it was stored. */
    public ImportReport stored(int as) {
        return new ImportReport(planYear, as, counts, skipped, List.of(), 0, List.of(), warnings, warningCount);
    }

    public boolean isRight() {
        return problemCount == 0;
    }
}
