package org.assisterportal.plan.domain;

import java.time.LocalDate;

/** Ages in whole years. */
final class Ages {
    private Ages() {}

    /** A birthday counts on its day; born on 29 February, on 1 March of other years. */
    static int at(LocalDate born, LocalDate day) {
        int years = day.getYear() - born.getYear();
        boolean ahead =
                day.getMonthValue() < born.getMonthValue()
                        || (day.getMonthValue() == born.getMonthValue() && day.getDayOfMonth() < born.getDayOfMonth());
        return ahead ? years - 1 : years;
    }
}
