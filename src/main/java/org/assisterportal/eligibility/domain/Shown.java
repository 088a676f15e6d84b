package org.assisterportal.eligibility.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.assisterportal.eligibility.FinePercent;
import org.assisterportal.eligibility.Money;
import org.assisterportal.eligibility.Percent;

/**
 * Figures as people read them, rounded half up; beside a limit never so that they seem to lie on its other side. Rules compare
 * exact ones, and limits are shown as the largest amount in whole cents that lies within them.
 */
final class Shown {
    private static final int MONTHS = 12;
    private static final int WHOLE = 100;
    private static final int HUNDREDTHS = 10_000;
    private static final int MOST_DIGITS = 12;

    private Shown() {}

    /** A month of a twelve months' amount in cents. */
    static Money month(long twelve) {
        return new Money(Math.floorDiv(2 * twelve + MONTHS, 2 * MONTHS));
    }

    /** The same beside a month's limit within which it lies, or over which. */
    static Money month(long twelve, Money most, boolean within) {
        long cents = month(twelve).cents();
        return new Money(within ? Math.min(cents, most.cents()) : Math.max(cents, most.cents() + 1));
    }

    static Percent percent(long income, long guideline) {
        return new Percent((int) Math.min(Math.floorDiv(2 * income * HUNDREDTHS + guideline, 2 * guideline), Integer.MAX_VALUE));
    }

    /** The same beside a limit in whole percents, with the digits that show on which side it lies: {@link Percent} or {@link FinePercent}. */
    static Object percent(long income, long guideline, int limit) {
        int side = Long.compare(income * WHOLE, limit * guideline);
        Percent shown = percent(income, guideline);
        if (Integer.compare(shown.hundredths(), limit * WHOLE) == side) {
            return shown;
        }
        BigDecimal whole = BigDecimal.valueOf(income).movePointRight(2);
        for (int digits = 3; digits < MOST_DIGITS; digits++) {
            BigDecimal points = whole.divide(BigDecimal.valueOf(guideline), digits, RoundingMode.HALF_UP);
            if (points.compareTo(BigDecimal.valueOf(limit)) == side) {
                return new FinePercent(points);
            }
        }
        return shown;
    }
}
