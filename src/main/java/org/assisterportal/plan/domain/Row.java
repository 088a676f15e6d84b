package org.assisterportal.plan.domain;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One line of a file, read column by column; what can't be read is a problem with its place. */
final class Row {
    private static final int LONGEST = 5000;
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+", Pattern.CASE_INSENSITIVE);

    private final String file;
    private final Map<String, Integer> places;
    private final Problems problems;
    private CsvRecord record;

    Row(String file, Map<String, Integer> places, Problems problems, CsvRecord first) {
        this.file = file;
        this.places = places;
        this.problems = problems;
        this.record = first;
    }

    void at(CsvRecord next) {
        record = next;
    }

    long line() {
        return record.getStartingLineNumber();
    }

    String file() {
        return file;
    }

    int place(String column) {
        return places.getOrDefault(column, -1);
    }

    /** Without blanks around it; empty where the file lacks the column. */
    String text(int place) {
        if (place < 0 || place >= record.getFieldCount()) {
            return "";
        }
        return record.getField(place).strip();
    }

    String text(String column) {
        String text = text(place(column));
        if (text.length() > LONGEST || text.indexOf('\0') >= 0) {
            problem(column, "text", LONGEST);
            return "";
        }
        return text;
    }

    /** Null for an empty cell. */
    @Nullable String optional(String column) {
        String text = text(column);
        return text.isEmpty() ? null : text;
    }

    /** A page of the web, to which readers are led; null for anything else, such as a script. */
    @Nullable String address(String column) {
        String text = optional(column);
        if (text != null && !ADDRESS.matcher(text).matches()) {
            warning(column, "address");
            return null;
        }
        return text;
    }

    String required(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            problem(column, "empty");
        }
        return text;
    }

    boolean yes(String column) {
        String text = text(column);
        if (text.equalsIgnoreCase("Yes")) {
            return true;
        }
        if (!text.isEmpty() && !text.equalsIgnoreCase("No")) {
            problem(column, "yes-no");
        }
        return false;
    }

    /** An amount in cents; null when the cell says not applicable, or is wrong. */
    @Nullable Integer limit(String column) {
        String text = text(column);
        Integer cents = Cells.limit(text);
        if (cents == null && !Cells.notApplicable(text)) {
            problem(column, "limit");
        }
        return cents;
    }

    /** A ratio in millionths such as 0.9965 or 99.65%; {@code otherwise} for an empty cell. */
    int share(String column, int otherwise) {
        String text = text(column);
        if (text.isEmpty() || Cells.notApplicable(text)) {
            return otherwise;
        }
        BigDecimal ratio = Cells.ratio(text);
        if (ratio == null) {
            problem(column, "share");
            return otherwise;
        }
        return ratio.movePointRight(6).intValueExact();
    }

    void problem(String column, String message, Object... facts) {
        problems.problem(file, line(), column, text(place(column)), message, facts);
    }

    void warning(String column, String message, Object... facts) {
        problems.warning(file, line(), column, text(place(column)), message, facts);
    }
}
