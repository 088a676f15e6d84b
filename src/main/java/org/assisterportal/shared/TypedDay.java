package org.assisterportal.shared;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
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
}
