package org.assisterportal.plan;

import java.time.LocalDate;
import java.util.Set;
import org.assisterportal.eligibility.CostSharing;
import org.jspecify.annotations.Nullable;

/**
 * A plan as it is sold in one place: all that its price depends on.
 *
 * @param essential part of the premium for essential health benefits; of a dental plan, for its pediatric part
 * @param variants the cost-sharing variants that the carrier has filed
 * @param withdrawn no longer sold, and so only a measure for the benchmark of the rest of the year
 * @param notFrom coverage that begins on or after this day isn't sold, whenever it is chosen; null where no such day is known
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
        boolean withdrawn,
        @Nullable LocalDate notFrom) {

    public OfferedPlan {
        variants = Set.copyOf(variants);
    }

    /** Whether coverage in it that begins on the day can't be chosen. */
    public boolean isWithdrawnFor(LocalDate begins) {
        return withdrawn || notFrom != null && !begins.isBefore(notFrom);
    }
}
