package org.assisterportal.eligibility;

import org.jspecify.annotations.Nullable;

/**
 * One income of one person.
 *
 * @param amount each time; null when it isn't known yet
 */
public record Income(IncomeKind kind, @Nullable Money amount, Frequency frequency) {}
