package org.assisterportal.plan;

import java.util.List;
import org.assisterportal.eligibility.Money;

/** Estimates what care costs a household in a year, besides the premium. */
public interface YearlyCosts {

    /**
     * Made for comparing, by one documented basket of care for all plans; nobody's real bill.
     *
     * @param ages of everybody in the plan
     */
    Money outOfPocket(Terms terms, List<Integer> ages, Use use);
}
