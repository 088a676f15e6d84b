package org.assisterportal.plan.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assisterportal.eligibility.Ages;
import org.assisterportal.eligibility.Money;
import org.assisterportal.plan.Buyer;
import org.assisterportal.plan.MemberPrice;
import org.assisterportal.plan.OfferedPlan;

/** What each person of a group adds to a premium. */
final class RatingRules {
    private RatingRules() {}

    /** 45 CFR 147.102(a) and (c): the sum of the members, each by age, area and tobacco; of those under 21 the three oldest. */
    static List<MemberPrice> members(OfferedPlan plan, List<Buyer> group, LocalDate effective, YearFile rules, boolean withTobacco) {
        Set<String> free = free(group, effective, rules);
        List<MemberPrice> prices = new ArrayList<>(group.size());
        for (Buyer buyer : group) {
            int age = Ages.at(buyer.born(), effective);
            boolean tobacco = withTobacco && buyer.tobacco();
            if (free.contains(buyer.key())) {
                prices.add(new MemberPrice(buyer.key(), age, tobacco, false, Money.ZERO, Money.ZERO));
            } else {
                Money premium = plan.rates().price(age, tobacco);
                prices.add(new MemberPrice(buyer.key(), age, tobacco, true, premium, essential(plan, age, premium, rules)));
            }
        }
        return prices;
    }

    /** Rounded for each person, before anything is summed. */
    private static Money essential(OfferedPlan plan, int age, Money premium, YearFile rules) {
        boolean counts = !plan.metal().isDental() || age < rules.pediatricDentalUnder().years();
        return counts ? plan.essential().of(premium) : Money.ZERO;
    }

    /** Those under 21 who aren't among the oldest three; the key decides between two born on one day. */
    private static Set<String> free(List<Buyer> group, LocalDate effective, YearFile rules) {
        List<Buyer> young = new ArrayList<>();
        for (Buyer buyer : group) {
            if (Ages.at(buyer.born(), effective) < rules.childrenCharged().under()) {
                young.add(buyer);
            }
        }
        int most = rules.childrenCharged().most();
        if (young.size() <= most) {
            return Set.of();
        }
        young.sort(Comparator.comparing(Buyer::born).thenComparing(Buyer::key));
        Set<String> free = new HashSet<>();
        for (Buyer buyer : young.subList(most, young.size())) {
            free.add(buyer.key());
        }
        return free;
    }

    static Money sum(List<MemberPrice> prices) {
        long cents = 0;
        for (MemberPrice price : prices) {
            cents += price.premium().cents();
        }
        return new Money(cents);
    }

    static Money essentialSum(List<MemberPrice> prices) {
        long cents = 0;
        for (MemberPrice price : prices) {
            cents += price.essential().cents();
        }
        return new Money(cents);
    }
}
