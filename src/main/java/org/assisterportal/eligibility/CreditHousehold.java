package org.assisterportal.eligibility;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One tax household: filer, jointly filing spouse and dependents, and what it is expected to pay for a benchmark plan.
 *
 * @param filers keys; two when filing jointly
 * @param eligible keys of the members to whom the credit goes
 * @param rate the share of income expected; null when no credit is possible or the year's table isn't loaded
 * @param contribution expected a month, rounded half up to the cent; null as the rate
 * @param costSharing of members who belong to no tribe
 */
public record CreditHousehold(
        List<String> filers,
        CountedHousehold household,
        List<String> eligible,
        @Nullable Percent rate,
        @Nullable Money contribution,
        CostSharing costSharing) {

    /** The credit for a month with this benchmark plan's premium; null when there is none to be had or known. */
    public @Nullable Money credit(Money benchmark) {
        if (contribution == null || eligible.isEmpty()) {
            return null;
        }
        return new Money(Math.max(0, benchmark.cents() - contribution.cents()));
    }

    /** The credit for a month towards a plan: never more than the part of its premium that is for essential benefits. */
    public @Nullable Money credit(Money benchmark, Money essentialPremium) {
        Money credit = credit(benchmark);
        return credit == null || credit.compareTo(essentialPremium) <= 0 ? credit : essentialPremium;
    }
}
