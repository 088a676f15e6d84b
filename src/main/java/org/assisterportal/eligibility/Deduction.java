package org.assisterportal.eligibility;

import org.jspecify.annotations.Nullable;

/**
 * What a tax return subtracts before adjusted gross income.
 *
 * @param amount each time; null when it isn't known yet
 */
public record Deduction(Kind kind, @Nullable Money amount, Frequency frequency) {

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
