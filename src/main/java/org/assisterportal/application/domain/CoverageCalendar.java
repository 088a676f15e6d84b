package org.assisterportal.application.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.assisterportal.policy.PolicyValue;
import org.assisterportal.policy.PolicyValues;
import org.jspecify.annotations.Nullable;

/**
 * When a plan of a year can be chosen by everybody.
 *
 * @param opens the first day
 * @param forJanuary the last day of a choice that begins on 1 January
 * @param closes the last day
 */
record CoverageCalendar(int planYear, LocalDate opens, LocalDate forJanuary, LocalDate closes) {

    CoverageCalendar {
        if (opens.isAfter(forJanuary) || forJanuary.isAfter(closes)) {
            throw new IllegalArgumentException("open enrollment for plan year " + planYear + " isn't in order");
        }
    }

    /** The year's calendar; null when there is none, and no other year's is taken. */
    static @Nullable CoverageCalendar of(int planYear, PolicyValues policy) {
        String code = "coverage.open-enrollment." + planYear;
        for (PolicyValue value : policy.all()) {
            if (value.code().equals(code)) {
                List<LocalDate> days = value.items().stream().map(LocalDate::parse).toList();
                return new CoverageCalendar(planYear, days.get(0), days.get(1), days.get(2));
            }
        }
        return null;
    }

    boolean isOver(LocalDate today) {
        return today.isAfter(closes);
    }

    /** The last day of a choice that begins on {@link #begins}. */
    LocalDate chooseBy(LocalDate today) {
        return today.isAfter(forJanuary) ? closes : forJanuary;
    }

    /** When what is chosen by then begins: 1 January, or later the first of the month after open enrollment's. */
    LocalDate begins(LocalDate today) {
        return today.isAfter(forJanuary) ? firstAfter(closes) : LocalDate.of(planYear, 1, 1);
    }

    /** The first of the next month. */
    static LocalDate firstAfter(LocalDate day) {
        return YearMonth.from(day).plusMonths(1).atDay(1);
    }
}
