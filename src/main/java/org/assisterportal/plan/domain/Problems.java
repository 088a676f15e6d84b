package org.assisterportal.plan.domain;

import java.util.ArrayList;
import java.util.List;
import org.assisterportal.plan.ImportProblem;

/** What is wrong with the files, the first few hundred in full; what one value does again and again, a few times. */
final class Problems {
    private static final int MOST_SHOWN = 200;
    private static final int MOST_ALIKE = 3;
    private static final int LONGEST_VALUE = 80;

    private final List<ImportProblem> problems = new ArrayList<>();
    private final List<ImportProblem> warnings = new ArrayList<>();
    private int problemCount;
    private int warningCount;

    void problem(String file, long line, String column, String value, String message, Object... facts) {
        problemCount++;
        show(problems, new ImportProblem(file, line, column, shortened(value), "plan.import." + message, List.of(facts)));
    }

    void warning(String file, long line, String column, String value, String message, Object... facts) {
        warningCount++;
        show(warnings, new ImportProblem(file, line, column, shortened(value), "plan.import." + message, List.of(facts)));
    }

    private static void show(List<ImportProblem> shown, ImportProblem one) {
        if (shown.size() < MOST_SHOWN
                && (one.value().isEmpty() || shown.stream().filter(other -> alike(other, one)).limit(MOST_ALIKE).count() < MOST_ALIKE)) {
            shown.add(one);
        }
    }

    private static boolean alike(ImportProblem one, ImportProblem other) {
        return one.message().equals(other.message())
                && one.value().equals(other.value())
                && one.column().equals(other.column())
                && one.file().equals(other.file())
                && one.facts().equals(other.facts());
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
    }

    List<ImportProblem> problems() {
        return problems;
    }

    int problemCount() {
        return problemCount;
    }

    List<ImportProblem> warnings() {
        return warnings;
    }

    int warningCount() {
        return warningCount;
    }
}
