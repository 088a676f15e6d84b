package org.assisterportal.coverage;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.assisterportal.application.Question;

/** Numbered rows of amounts, as a page's form has them. */
final class Rows {
    private static final List<String> CELLS = List.of("kind-", "amount-", "right-", "unknown-", "frequency-");
    private static final Pattern REMOVES = Pattern.compile("remove-([1-9]|10)");

    private Rows() {}

    /** The row that a button takes out; empty when it is another button. */
    static OptionalInt removed(String then) {
        Matcher matcher = REMOVES.matcher(then);
        return matcher.matches() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }

    /** The same form without this row: those after it move up. */
    static Map<String, String> without(int row, Map<String, String> typed) {
        Map<String, String> left = new TreeMap<>(typed);
        for (int to = row; to <= Question.MOST_ROWS; to++) {
            for (String cell : CELLS) {
                String next = typed.get(cell + (to + 1));
                if (next == null) {
                    left.remove(cell + to);
                } else {
                    left.put(cell + to, next);
                }
            }
        }
        return left;
    }

    static boolean isUsed(int row, Map<String, String> typed) {
        return !typed.getOrDefault("kind-" + row, "").isBlank()
                || !typed.getOrDefault("amount-" + row, "").isBlank()
                || typed.containsKey("unknown-" + row);
    }

    /** Rows to fill in: those that are used, one at least, and as many more as were asked for. */
    static List<Integer> shown(Map<String, String> typed, int more) {
        int used = IntStream.rangeClosed(1, Question.MOST_ROWS).filter(row -> isUsed(row, typed)).max().orElse(0);
        return IntStream.rangeClosed(1, Math.clamp(used + more, 1, Question.MOST_ROWS)).boxed().toList();
    }
}
