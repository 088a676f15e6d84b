package org.assisterportal.plan;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.assisterportal.eligibility.CostSharing;
import org.jspecify.annotations.Nullable;

/**
 * A plan as it is shown in a list.
 *
 * @param type PPO, HMO, EPO, …
 * @param savingsAccount may go with a health savings account
 */
public record PlanCard(
        OfferedPlan plan,
        String type,
        boolean savingsAccount,
        boolean referral,
        boolean newPlan,
        @Nullable String summaryAddress,
        @Nullable String brochureAddress,
        @Nullable String drugsAddress,
        Map<CostSharing, Terms> terms) {

    public PlanCard {
        terms = Map.copyOf(terms);
    }

    /** Of a variant that the plan has. */
    public Terms terms(CostSharing variant) {
        return Objects.requireNonNull(terms.get(variant));
    }

    PlanCard withdrawn(LocalDate from, LocalDate today) {
        OfferedPlan closed =
                new OfferedPlan(
                        plan.id(), plan.name(), plan.issuer(), plan.metal(), plan.offering(), plan.essential(), plan.variants(), plan.rates(),
                        !from.isAfter(today), from);
        return new PlanCard(closed, type, savingsAccount, referral, newPlan, summaryAddress, brochureAddress, drugsAddress, terms);
    }
}
