package org.assisterportal.plan;

import java.util.List;
import java.util.Optional;
import org.assisterportal.eligibility.CostSharing;

/** The plans that are sold: by year and place. Everybody may see them. */
public interface Plans {

    /** The years with a published catalog, earliest first. */
    List<Integer> planYears();

    /** The counties in which a ZIP lies; empty for one that isn't Minnesota's. */
    List<Place> places(int planYear, String zip);

    /** What is sold at a place; empty when the year has no published catalog. */
    Optional<Shelf> shelf(int planYear, Place place);

    /** A plan as one version of the year's catalog has it, published or replaced, with its prices in the place's rating area. */
    Optional<PlanCard> card(int planYear, int version, Place place, PlanId plan);

    /** A plan's benefits in one variant, in the carrier's order. */
    List<Benefit> benefits(int planYear, PlanId plan, CostSharing variant);
}
