package org.assisterportal.plan.domain;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.assisterportal.eligibility.Ages;
import org.assisterportal.plan.Buyer;
import org.assisterportal.plan.Buyers;
import org.assisterportal.plan.Metal;
import org.assisterportal.plan.Obstacle;
import org.assisterportal.plan.OfferedPlan;

/** Who may buy which plan. */
final class OpenRules {
    private OpenRules() {}

    static Set<Obstacle> obstacles(OfferedPlan plan, List<Buyer> group, Buyers buyers, YearFile rules) {
        Set<Obstacle> found = EnumSet.noneOf(Obstacle.class);
        LocalDate first = LocalDate.of(buyers.planYear(), 1, 1);
        if (plan.metal() == Metal.CATASTROPHIC && group.stream().anyMatch(one -> !one.hardship() && needsExemption(one, buyers.planYear(), rules))) {
            found.add(Obstacle.NOT_CATASTROPHIC);
        }
        boolean adult = false;
        boolean child = false;
        for (Buyer buyer : group) {
            boolean grown = Ages.at(buyer.born(), first) >= rules.childOnlyUnder().years();
            adult |= grown;
            child |= !grown;
        }
        switch (plan.offering()) {
            case EVERYBODY -> {}
            case WITH_AN_ADULT -> {
                if (child && !adult) {
                    found.add(Obstacle.NEEDS_AN_ADULT);
                }
            }
            case CHILDREN_ONLY -> {
                if (adult) {
                    found.add(Obstacle.CHILDREN_ONLY);
                }
            }
        }
        if (plan.isWithdrawnFor(buyers.effective())) {
            found.add(Obstacle.WITHDRAWN);
        }
        return found;
    }

    /** Whether it is, or before its withdrawal was, for such a group: what counts for the benchmark. */
    static boolean sellsTo(OfferedPlan plan, List<Buyer> group, Buyers buyers, YearFile rules) {
        Set<Obstacle> found = obstacles(plan, group, buyers, rules);
        found.remove(Obstacle.WITHDRAWN);
        return found.isEmpty();
    }

    /** 45 CFR 156.155(a)(5): who is 30 before the plan year's first day has a catastrophic plan only with an exemption. */
    static boolean needsExemption(Buyer buyer, int planYear, YearFile rules) {
        return Ages.at(buyer.born(), LocalDate.of(planYear, 1, 1).minusDays(1)) >= rules.catastrophicUnder().years();
    }
}
