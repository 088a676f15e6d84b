package org.assisterportal.plan.domain;

import java.util.ArrayList;
import java.util.List;
import org.assisterportal.plan.ImportProblem;

/** What is wrong with the files, the first few hundred of each kind in full. */
final class Problems {
    private static final int MOST_SHOWN = 200;
    private static final int LONGEST_VALUE = 80;

    private final List<ImportProblem> problems = new ArrayList<>();
    private final List<ImportProblem> warnings = new ArrayList<>();
    private int problemCount;
    private int warningCount;

    void problem(String file, long line, String column, String value, String message, Object... facts) {
        if (problemCount++ < MOST_SHOWN) {
            problems.add(new ImportProblem(file, line, column, shortened(value), "plan.import." + message, List.of(facts)));
        }
    }

    void warning(String file, long line, String column, String value, String message, Object... facts) {
        if (warningCount++ < MOST_SHOWN) {
            warnings.add(new ImportProblem(file, line, column, shortened(value), "plan.import." + message, List.of(facts)));
        }
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
