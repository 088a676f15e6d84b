package org.assisterportal.plan.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.assisterportal.plan.Benchmark;
import org.assisterportal.plan.Buyer;
import org.assisterportal.plan.Buyers;
import org.assisterportal.plan.MemberPrice;
import org.assisterportal.plan.Metal;
import org.assisterportal.plan.OfferedPlan;
import org.jspecify.annotations.Nullable;

/** The plan by which the tax credit is measured. */
final class BenchmarkRules {
    private BenchmarkRules() {}

    /** What a silver plan would cost the coverage family. */
    private record Measured(OfferedPlan plan, List<MemberPrice> members, long cents) {}

    /**
     * 26 U.S.C. 36B(b)(3)(B), 26 CFR 1.36B-3(d) to (f): the second-lowest silver plan for exactly the members who have the
     * credit, its essential part, without tobacco; a plan closed during the year still counts.
     */
    static @Nullable Benchmark of(List<OfferedPlan> sold, List<Buyer> family, Buyers buyers, YearFile rules) {
        if (family.isEmpty()) {
            return null;
        }
        List<Measured> silver = new ArrayList<>();
        for (OfferedPlan plan : sold) {
            if (plan.metal() == Metal.SILVER && OpenRules.sellsTo(plan, family, buyers, rules)) {
                List<MemberPrice> members = RatingRules.members(plan, family, buyers.effective(), rules, false);
                silver.add(new Measured(plan, members, RatingRules.essentialSum(members).cents()));
            }
        }
        if (silver.isEmpty()) {
            return null;
        }
        silver.sort(Comparator.comparingLong(Measured::cents).thenComparing(one -> one.plan().id()));
        int place = Math.min(rules.benchmarkPlace().place(), silver.size());
        Measured found = silver.get(place - 1);
        return new Benchmark(found.plan(), place, found.members(), RatingRules.essentialSum(found.members()));
    }
}
