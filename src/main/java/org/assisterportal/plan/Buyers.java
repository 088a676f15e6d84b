package org.assisterportal.plan;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assisterportal.eligibility.Money;
import org.jspecify.annotations.Nullable;

/**
 * A tax household's people who buy coverage together, at one address.
 *
 * @param effective the day on which coverage begins: ages are of this day
 * @param contribution expected a month towards the benchmark, in whole cents; null without a credit
 * @param wanted the most credit that they want in advance; null for all of it
 */
public record Buyers(
        int planYear, LocalDate effective, List<Buyer> people, @Nullable Money contribution, @Nullable Money wanted) {

    private static final int MEDICARE_AGE = 65;

    public Buyers {
        people = List.copyOf(people);
        Set<String> keys = new HashSet<>();
        for (Buyer buyer : people) {
            if (!keys.add(buyer.key())) {
                throw new IllegalArgumentException("Two people have one key");
            }
        }
        if (people.isEmpty() || effective.getYear() != planYear) {
            throw new IllegalArgumentException("Somebody buys, from a day in the plan year");
        }
        if (wanted != null && wanted.isNegative()) {
            throw new IllegalArgumentException("Nobody takes less than no credit");
        }
    }

    public Buyers withWanted(@Nullable Money most) {
        return new Buyers(planYear, effective, people, contribution, most);
    }

    /** Keys of those who are 65 or older then, and so have Medicare or may get it (42 U.S.C. 426(a), 1395i-2(a)). */
    public List<String> ofMedicareAge() {
        return people.stream().filter(one -> !one.born().isAfter(effective.minusYears(MEDICARE_AGE))).map(Buyer::key).toList();
    }

    public List<String> keys() {
        return people.stream().map(Buyer::key).toList();
    }
}
