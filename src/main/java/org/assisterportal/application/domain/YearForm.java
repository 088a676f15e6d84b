package org.assisterportal.application.domain;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;

/**
 * For which year coverage is wanted.
 *
 * @param year 0 while it isn't chosen
 */
record YearForm(int year) {
    static YearForm of(Fields fields, Sheet sheet) {
        String chosen = fields.cell("year");
        int year = chosen.matches("\\d{4}") ? Integer.parseInt(chosen) : 0;
        if (!offered(sheet.today()).contains(year)) {
            fields.wrong("year", "choose");
        }
        return new YearForm(year);
    }

    /** This year, and from November on the next one: open enrollment for it has begun. */
    static List<Integer> offered(LocalDate today) {
        return today.getMonthValue() >= Month.NOVEMBER.getValue()
                ? List.of(today.getYear(), today.getYear() + 1)
                : List.of(today.getYear());
    }
}
