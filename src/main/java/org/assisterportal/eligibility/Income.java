package org.assisterportal.eligibility;

import org.jspecify.annotations.Nullable;

/**
 * One income of one person.
 *
 * @param amount each time; null when it isn't known yet
 */
public record Income(IncomeKind kind, @Nullable Money amount, Frequency frequency) {
    private static final Money MOST = Money.dollars(10_000_000);

    @SuppressWarnings("ConstantValue")
    public Income {
        if (kind == null || frequency == null) {
            throw new IllegalArgumentException("An income has a kind and a frequency");
        }
        amount = Money.within(amount, MOST);
    }
}
