package org.assisterportal.plan;

import java.util.List;
import java.util.Set;

/** What plans cost a household and why: one pure function for pages, notices, enrollments and carrier files. */
public interface Pricing {

    /** The plan years that have rules; no other year is priced. */
    Set<Integer> planYears();

    /**
     * What these choices cost together, with the credit shared among them.
     *
     * @param sold all plans sold at the household's address, withdrawn ones included, in any order
     * @throws IllegalArgumentException when somebody has two medical or two dental plans, or the year has no rules
     */
    Quote quote(List<OfferedPlan> sold, Buyers buyers, List<Choice> choices);

    /** Each plan by itself for all of these people, in the order given; for comparing. */
    List<Quote> each(List<OfferedPlan> sold, Buyers buyers);

    /**
     * Each plan for some of these people, in the order given, priced together with what others of them have: one credit is shared. What these
     * people have of a plan's kind themselves gives way to it.
     *
     * @param group keys of those for whom the plan is
     */
    List<Quote> each(List<OfferedPlan> sold, Buyers buyers, List<String> group, List<Choice> beside);

    /** Why a plan can't be bought by these people; empty when it can. */
    Set<Obstacle> obstacles(OfferedPlan plan, Buyers buyers);

    /** Whether this person may have a catastrophic plan of the year only with an exemption, as somebody who was 30 before it began. */
    boolean needsExemption(Buyer buyer, int planYear);

    /** How a price came about, step by step. */
    List<PriceLine> why(Quote quote, Price price);
}
