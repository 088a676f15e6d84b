package org.assisterportal.plan.domain;

import java.util.List;
import org.assisterportal.eligibility.CostSharing;
import org.assisterportal.plan.Buyer;
import org.assisterportal.plan.Metal;
import org.assisterportal.plan.OfferedPlan;

/** Which cost-sharing variant of a plan a group gets. */
final class VariantRules {
    /** 45 CFR 155.305(g)(3), least generous first: a group gets the first that any of its members has. */
    private static final List<CostSharing> LEAST_GENEROUS_FIRST =
            List.of(
                    CostSharing.NONE, CostSharing.LIMITED, CostSharing.SILVER_73, CostSharing.SILVER_87, CostSharing.SILVER_94,
                    CostSharing.ZERO);

    private VariantRules() {}

    static CostSharing of(OfferedPlan plan, List<Buyer> group) {
        CostSharing least = CostSharing.ZERO;
        for (Buyer buyer : group) {
            CostSharing own = inMetal(plan.metal(), buyer.costSharing());
            if (LEAST_GENEROUS_FIRST.indexOf(own) < LEAST_GENEROUS_FIRST.indexOf(least)) {
                least = own;
            }
        }
        return plan.variants().contains(least) ? least : CostSharing.NONE;
    }

    /** Only silver plans have 73, 87 and 94; for members of tribes every metal counts; 45 CFR 156.420, 156.440. */
    private static CostSharing inMetal(Metal metal, CostSharing own) {
        if (metal == Metal.CATASTROPHIC || metal.isDental()) {
            return CostSharing.NONE;
        }
        return switch (own) {
            case NONE, ZERO, LIMITED -> own;
            case SILVER_73, SILVER_87, SILVER_94 -> metal == Metal.SILVER ? own : CostSharing.NONE;
        };
    }
}
