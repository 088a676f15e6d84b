package org.assisterportal.plan;

import org.jspecify.annotations.Nullable;

/**
 * What a member pays for one use of a service in the network.
 *
 * @param copay in cents; null where there is none
 * @param perStay the copay is for a whole stay, not for each day
 * @param copayAfterDeductible only once the deductible is paid; until then all of the cost
 * @param coinsurance hundredths of a percent of the cost
 */
public record ServiceCost(
        boolean covered, @Nullable Integer copay, boolean perStay, boolean copayAfterDeductible, int coinsurance, boolean coinsuranceAfterDeductible) {
    public static final ServiceCost NOT_COVERED = new ServiceCost(false, null, false, false, 0, false);
}
