package org.assisterportal.plan.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assisterportal.plan.ImportProblem;
import org.assisterportal.plan.ImportReport;

/** What is wrong with the files: each place of it, up to a number of each kind, and how often each kind is. */
final class Problems {
    static final int MOST_OF_A_KIND = 1_000;
    static final int MOST = 10_000;
    private static final int LONGEST_VALUE = 80;

    private final Found problems = new Found();
    private final Found warnings = new Found();

    /** What makes problems ones of a kind. */
    private record Alike(String file, String column, String message) {}

    /** Of one weight. */
    private static final class Found {
        private final List<ImportProblem> listed = new ArrayList<>();
        private final Map<Alike, ImportReport.Kind> kinds = new LinkedHashMap<>();
        private int count;

        void add(ImportProblem one) {
            count++;
            ImportReport.Kind kind =
                    kinds.merge(
                            new Alike(one.file(), one.column(), one.message()), new ImportReport.Kind(one, 1),
                            (known, more) -> new ImportReport.Kind(known.first(), known.count() + 1));
            if (kind.count() <= MOST_OF_A_KIND && listed.size() < MOST) {
                listed.add(one);
            }
        }
    }

    void problem(String file, long line, String column, String value, String message, Object... facts) {
        problems.add(new ImportProblem(file, line, column, shortened(value), "plan.import." + message, List.of(facts)));
    }

    void warning(String file, long line, String column, String value, String message, Object... facts) {
        warnings.add(new ImportProblem(file, line, column, shortened(value), "plan.import." + message, List.of(facts)));
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
    }

    int problemCount() {
        return problems.count;
    }

    /** All of it, with what else was found. */
    ImportReport report(int year, Map<String, Integer> counts, int skipped) {
        return new ImportReport(
                year, null, counts, skipped, problems.listed, problems.count, List.copyOf(problems.kinds.values()), warnings.listed, warnings.count);
    }
}
