package org.assisterportal;

import java.util.List;
import org.assisterportal.application.ZipCounties;
import org.assisterportal.plan.Place;
import org.assisterportal.plan.Plans;
import org.springframework.stereotype.Component;

/** Where a ZIP lies, as the plan year's published catalog has it; of a year without one nothing is known. */
@Component
class CatalogCounties implements ZipCounties {
    private final Plans plans;

    CatalogCounties(Plans plans) {
        this.plans = plans;
    }

    @Override
    public List<String> of(int planYear, String zip) {
        return plans.places(planYear, zip).stream().map(Place::county).distinct().toList();
    }
}
