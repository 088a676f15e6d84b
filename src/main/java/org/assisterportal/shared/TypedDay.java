package org.assisterportal.shared;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A day as people type it: month, day and year, such as 5/17/1990, or as forms of browsers send it. */
public final class TypedDay {
    private static final List<DateTimeFormatter> FORMS =
            List.of(
                    DateTimeFormatter.ISO_LOCAL_DATE,
                    DateTimeFormatter.ofPattern("M/d/uuuu", Locale.US).withResolverStyle(ResolverStyle.STRICT));
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    private static final int YEAR_DIGITS = 4;

    private TypedDay() {}

    /** Null for what is no day, or none from 1900 to 2199. */
    public static @Nullable LocalDate of(String typed) {
        for (DateTimeFormatter form : FORMS) {
            try {
                LocalDate day = LocalDate.parse(typed.strip(), form);
                return day.isBefore(EARLIEST) || day.isAfter(LATEST) ? null : day;
            } catch (DateTimeException e) {
                // The next form may fit.
            }
        }
        return null;
    }

    /** What is wrong with what was typed and is no day, as the end of a message key: {@code date} where nothing closer can be said. */
    public static String fault(String typed) {
        String[] parts = typed.strip().split("[/.-]", -1);
        if (Arrays.stream(parts).anyMatch(part -> !part.strip().matches("\\d{0,9}"))) {
            return "date";
        }
        boolean yearFirst = parts[0].strip().length() == YEAR_DIGITS;
        return switch (parts.length) {
            case 3 -> yearFirst ? fault(parts[1], parts[2], parts[0]) : fault(parts[0], parts[1], parts[2]);
            case 2 -> yearFirst || parts[1].strip().length() == YEAR_DIGITS ? "date.month-or-day" : "date.year";
            default -> "date";
        };
    }

    private static String fault(String month, String day, String year) {
        if (month.isBlank() || day.isBlank() || year.isBlank()) {
            return month.isBlank() ? "date.month" : day.isBlank() ? "date.day" : "date.year";
        }
        int ofYear = Integer.parseInt(month.strip());
        if (ofYear < 1 || ofYear > 12) {
            return "date.no-month";
        }
        if (year.strip().length() != YEAR_DIGITS) {
            return "date.digits";
        }
        YearMonth whole = YearMonth.of(Integer.parseInt(year.strip()), ofYear);
        if (whole.getYear() < EARLIEST.getYear() || whole.getYear() > LATEST.getYear()) {
            return "date.range";
        }
        boolean isThere = whole.isValidDay(Integer.parseInt(day.strip()));
        return isThere ? "date" : "date.days." + (ofYear == 2 ? "2-" + whole.lengthOfMonth() : ofYear);
    }
}
