package org.assisterportal.plan;

import java.util.Set;
import org.assisterportal.eligibility.CostSharing;

/**
 * A plan as it is sold in one place: all that its price depends on.
 *
 * @param essential part of the premium for essential health benefits; of a dental plan, for its pediatric part
 * @param variants the cost-sharing variants that the carrier has filed
 * @param withdrawn no longer sold, and so only a measure for the benchmark of the rest of the year
 */
public record OfferedPlan(
        PlanId id,
        String name,
        String issuer,
        Metal metal,
        Offering offering,
        Share essential,
        Set<CostSharing> variants,
        RateSheet rates,
        boolean withdrawn) {

    public OfferedPlan {
        variants = Set.copyOf(variants);
    }
}
