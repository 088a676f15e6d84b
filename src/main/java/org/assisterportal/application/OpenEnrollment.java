package org.assisterportal.application;

import java.time.LocalDate;
import java.time.YearMonth;
import org.assisterportal.policy.PolicyValues;
import org.jspecify.annotations.Nullable;

/**
 * When a plan of a year can be chosen by everybody. The state's own dates, within the federal bounds.
 *
 * @param opens the first day
 * @param forJanuary the last day of a choice that begins on 1 January
 * @param closes the last day
 */
public record OpenEnrollment(int planYear, LocalDate opens, LocalDate forJanuary, LocalDate closes) {
    private static final int BOUNDED = 2027;
    private static final int LONGEST_WEEKS = 9;

    public OpenEnrollment {
        if (opens.isAfter(forJanuary) || forJanuary.isAfter(closes)) {
            throw new IllegalArgumentException("open enrollment for plan year " + planYear + " isn't in order");
        }
        if (planYear >= BOUNDED && !isWithinBounds(planYear, opens, forJanuary, closes)) {
            throw new IllegalArgumentException(
                    "open enrollment for plan year "
                            + planYear
                            + " begins by 1 November, ends by 31 December, takes nine weeks at most, and all of it is for 1 January");
        }
    }

    // 45 CFR 155.410(e)(5), from plan year 2027 on.
    private static boolean isWithinBounds(int planYear, LocalDate opens, LocalDate forJanuary, LocalDate closes) {
        return !opens.isAfter(LocalDate.of(planYear - 1, 11, 1))
                && !closes.isAfter(LocalDate.of(planYear - 1, 12, 31))
                && !closes.isAfter(opens.plusWeeks(LONGEST_WEEKS))
                && forJanuary.equals(closes);
    }

    /** The year's calendar; null when there is none, and no other year's is taken. */
    public static @Nullable OpenEnrollment of(int planYear, PolicyValues policy) {
        return policy.find("coverage.open-enrollment." + planYear)
                .map(value -> value.items().stream().map(LocalDate::parse).toList())
                .map(days -> new OpenEnrollment(planYear, days.get(0), days.get(1), days.get(2)))
                .orElse(null);
    }

    public boolean isOver(LocalDate today) {
        return today.isAfter(closes);
    }

    /** The last day of a choice that begins on {@link #begins}. */
    public LocalDate chooseBy(LocalDate today) {
        return today.isAfter(forJanuary) ? closes : forJanuary;
    }

    /** When what is chosen by then begins: 1 January, or later the first of the month after open enrollment's. */
    public LocalDate begins(LocalDate today) {
        return today.isAfter(forJanuary) ? firstAfter(closes) : LocalDate.of(planYear, 1, 1);
    }

    /** From when a change of this day changes what plans of a year cost: the next month (45 CFR 155.330(f)), in the year at the earliest. */
    public static LocalDate changesFrom(int planYear, LocalDate day) {
        LocalDate next = firstAfter(day);
        LocalDate first = LocalDate.of(planYear, 1, 1);
        return next.isBefore(first) ? first : next;
    }

    /** The first of the next month. */
    public static LocalDate firstAfter(LocalDate day) {
        return YearMonth.from(day).plusMonths(1).atDay(1);
    }
}
