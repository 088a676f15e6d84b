package org.assisterportal.enrollment.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.assisterportal.eligibility.Money;
import org.assisterportal.plan.Metal;
import org.assisterportal.plan.PlanCard;
import org.assisterportal.plan.PlanId;
import org.jspecify.annotations.Nullable;

/** Which plan of the next year comes in the place of this year's, by 45 CFR 155.335(j): the same one, else one of its carrier and level. */
final class Crosswalk {
    private Crosswalk() {}

    /**
     * The plan; empty where there is none of the carrier and level.
     *
     * @param level this year's; null where it isn't known, and then only the same plan is found
     * @param sold what these people may buy
     */
    static Optional<PlanCard> of(PlanId plan, @Nullable Metal level, List<PlanCard> sold, Function<PlanCard, Money> premium) {
        return sold.stream().filter(card -> isSame(card, plan, level)).findFirst().or(() -> like(plan, level, sold, premium));
    }

    /** An id that has another level next year is another plan: nobody is moved to a level that they didn't choose. */
    private static boolean isSame(PlanCard card, PlanId plan, @Nullable Metal level) {
        return card.plan().id().equals(plan) && (level == null || card.plan().metal() == level);
    }

    private static Optional<PlanCard> like(PlanId plan, @Nullable Metal level, List<PlanCard> sold, Function<PlanCard, Money> premium) {
        return sold.stream()
                .filter(card -> card.plan().id().issuer().equals(plan.issuer()) && card.plan().metal() == level)
                .min(Comparator.comparing(premium));
    }
}
