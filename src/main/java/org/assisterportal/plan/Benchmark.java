package org.assisterportal.plan;

import java.util.List;
import org.assisterportal.eligibility.Money;

/**
 * The plan by which the credit is measured.
 *
 * @param place two, or one where only one silver plan is sold
 * @param members the people who have the credit, without regard to tobacco
 * @param premium for their essential benefits, a month
 */
public record Benchmark(OfferedPlan plan, int place, List<MemberPrice> members, Money premium) {}
