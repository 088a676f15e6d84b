package org.assisterportal.plan;

import java.util.Map;
import org.assisterportal.eligibility.Money;
import org.jspecify.annotations.Nullable;

/**
 * What members of one cost-sharing variant pay for care in the network in a year; null where a limit isn't applicable.
 *
 * @param drugDeductible where drugs have a deductible of their own
 */
public record Terms(
        @Nullable Money deductible,
        @Nullable Money familyDeductible,
        @Nullable Money drugDeductible,
        @Nullable Money familyDrugDeductible,
        @Nullable Money outOfPocket,
        @Nullable Money familyOutOfPocket,
        Map<Care, ServiceCost> services) {

    public Terms {
        services = Map.copyOf(services);
    }
}
