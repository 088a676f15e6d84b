package org.assisterportal.eligibility;

import org.jspecify.annotations.Nullable;

/**
 * What a tax return subtracts before adjusted gross income.
 *
 * @param amount each time; null when it isn't known yet
 */
public record Deduction(Kind kind, @Nullable Money amount, Frequency frequency) {
    private static final Money MOST = Money.dollars(10_000_000);

    @SuppressWarnings("ConstantValue")
    public Deduction {
        if (kind == null || frequency == null) {
            throw new IllegalArgumentException("A deduction has a kind and a frequency");
        }
        amount = Money.within(amount, MOST);
    }

    /** The adjustments of Schedule 1 that people have. */
    public enum Kind {
        STUDENT_LOAN_INTEREST,
        RETIREMENT_SAVINGS,
        HEALTH_SAVINGS,
        EDUCATOR_EXPENSES,
        /** The deductible half of self-employment tax. */
        SELF_EMPLOYMENT_TAX,
        SELF_EMPLOYED_INSURANCE,
        /** Alimony paid under an agreement made before 2019. */
        ALIMONY_PAID,
        OTHER
    }
}
