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
 * @param problems the first of what must be put right first
 * @param warnings the first of what to look at
 */
public record ImportReport(
        int planYear,
        @Nullable Integer catalog,
        Map<String, Integer> counts,
        int skipped,
        List<ImportProblem> problems,
        int problemCount,
        List<ImportProblem> warnings,
        int warningCount) {

    public boolean isRight() {
        return problemCount == 0;
    }
}
