package org.assisterportal.plan;

import org.jspecify.annotations.Nullable;

/** What a plan covers and what that costs, as the carrier wrote it. */
public record Benefit(
        String name,
        boolean covered,
        boolean essential,
        @Nullable String copay,
        @Nullable String coinsurance,
        @Nullable String copayOutside,
        @Nullable String coinsuranceOutside,
        @Nullable String limitQuantity,
        @Nullable String limitUnit,
        @Nullable String exclusions,
        @Nullable String explanation) {}
