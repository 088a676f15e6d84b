package org.assisterportal.shared;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A day as letters and mails write it: {@code November 28, 2026}, {@code 28 de noviembre de 2026}. */
public final class LongDay {
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.US);
    private static final DateTimeFormatter SPANISH =
            DateTimeFormatter.ofPattern("d 'de' MMMM 'de' yyyy", Locale.of("es", "US"));

    private LongDay() {}

    public static String of(LocalDate day, Locale language) {
        return (language.getLanguage().equals("es") ? SPANISH : ENGLISH).format(day);
    }
}
