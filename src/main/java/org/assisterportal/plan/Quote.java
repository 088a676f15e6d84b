package org.assisterportal.plan;

import java.util.List;
import org.assisterportal.eligibility.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a household's choices cost together.
 *
 * @param benchmark null when nobody who has the credit chose a plan that it may pay for, or no silver plan is sold
 * @param most the most credit a month, whatever is chosen
 * @param available what of it the household wants
 */
public record Quote(Buyers buyers, @Nullable Benchmark benchmark, Money most, Money available, List<Price> prices) {
    public Quote {
        prices = List.copyOf(prices);
    }

    /** What a plan costs these people; for a plan that others have, too, not those. */
    public Price of(OfferedPlan plan, List<String> members) {
        return prices.stream()
                .filter(price -> price.plan().id().equals(plan.id()) && price.isFor(members))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nobody chose that"));
    }

    public Money premium() {
        return new Money(prices.stream().mapToLong(price -> price.premium().cents()).sum());
    }

    public Money credit() {
        return new Money(prices.stream().mapToLong(price -> price.credit().cents()).sum());
    }

    public Money net() {
        return new Money(prices.stream().mapToLong(price -> price.net().cents()).sum());
    }
}
