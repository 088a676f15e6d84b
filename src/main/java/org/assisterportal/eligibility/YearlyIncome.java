package org.assisterportal.eligibility;

import org.jspecify.annotations.Nullable;

/**
 * What somebody expects for the whole plan year, deductions taken off, where it isn't twelve times the present month.
 *
 * @param amount null when it isn't known yet
 */
public record YearlyIncome(@Nullable Money amount) {
    private static final Money MOST = Money.dollars(1_000_000_000);

    public YearlyIncome {
        amount = Money.within(amount, MOST);
    }
}
