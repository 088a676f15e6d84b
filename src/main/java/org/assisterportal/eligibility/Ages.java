package org.assisterportal.eligibility;

import java.time.LocalDate;

/** Ages in whole years. */
public final class Ages {
    private Ages() {}

    /** A birthday counts on its day; born on 29 February, on 1 March of other years. */
    public static int at(LocalDate born, LocalDate day) {
        int years = day.getYear() - born.getYear();
        boolean birthdayAhead =
                day.getMonthValue() < born.getMonthValue()
                        || (day.getMonthValue() == born.getMonthValue() && day.getDayOfMonth() < born.getDayOfMonth());
        return birthdayAhead ? years - 1 : years;
    }
}
