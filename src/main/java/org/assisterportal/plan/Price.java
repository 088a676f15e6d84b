package org.assisterportal.plan;

import java.util.List;
import org.assisterportal.eligibility.CostSharing;
import org.assisterportal.eligibility.Money;

/**
 * What a plan costs a group a month.
 *
 * @param variant the cost-sharing variant that the group gets
 * @param premium the sum of the members
 * @param creditable the part of the premium that a credit may pay
 * @param net what the group pays
 */
public record Price(
        OfferedPlan plan, CostSharing variant, List<MemberPrice> members, Money premium, Money creditable, Money credit, Money net) {
    public Price {
        members = List.copyOf(members);
    }

    public List<String> keys() {
        return members.stream().map(MemberPrice::key).toList();
    }

    /** Whether it is for exactly these people. */
    public boolean isFor(List<String> people) {
        return members.size() == people.size() && people.containsAll(keys());
    }
}
