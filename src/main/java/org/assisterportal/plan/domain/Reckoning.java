package org.assisterportal.plan.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assisterportal.eligibility.CostSharing;
import org.assisterportal.eligibility.Money;
import org.assisterportal.plan.Benchmark;
import org.assisterportal.plan.Buyer;
import org.assisterportal.plan.Buyers;
import org.assisterportal.plan.Choice;
import org.assisterportal.plan.MemberPrice;
import org.assisterportal.plan.Metal;
import org.assisterportal.plan.Obstacle;
import org.assisterportal.plan.OfferedPlan;
import org.assisterportal.plan.Price;
import org.assisterportal.plan.PriceLine;
import org.assisterportal.plan.Pricing;
import org.assisterportal.plan.Quote;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Prices by the plan year's rules, in whole cents; docs/decisions/0016 says how a price comes about. */
@Component
final class Reckoning implements Pricing {
    private final YearShelf years;

    Reckoning(YearShelf years) {
        this.years = years;
    }

    @Override
    public Set<Integer> planYears() {
        return years.planYears();
    }

    @Override
    public Quote quote(List<OfferedPlan> sold, Buyers buyers, List<Choice> choices) {
        YearFile rules = years.of(buyers.planYear());
        Set<String> covered = covered(choices);
        return quote(benchmark(sold, buyers, covered, rules), buyers, choices, covered, rules);
    }

    private static @Nullable Benchmark benchmark(List<OfferedPlan> sold, Buyers buyers, Set<String> covered, YearFile rules) {
        List<Buyer> family = new ArrayList<>();
        for (Buyer buyer : buyers.people()) {
            if (buyer.creditEligible() && covered.contains(buyer.key())) {
                family.add(buyer);
            }
        }
        return buyers.contribution() == null ? null : BenchmarkRules.of(sold, family, buyers, rules);
    }

    @Override
    public List<Quote> each(List<OfferedPlan> sold, Buyers buyers) {
        YearFile rules = years.of(buyers.planYear());
        List<String> everybody = buyers.keys();
        List<Buyer> family = buyers.people().stream().filter(Buyer::creditEligible).toList();
        Benchmark benchmark = buyers.contribution() == null ? null : BenchmarkRules.of(sold, family, buyers, rules);
        List<Quote> quotes = new ArrayList<>(sold.size());
        for (OfferedPlan plan : sold) {
            List<Choice> one = List.of(new Choice(plan, everybody));
            Set<String> covered = covered(one);
            quotes.add(quote(covered.isEmpty() ? null : benchmark, buyers, one, covered, rules));
        }
        return quotes;
    }

    @Override
    public List<Quote> each(List<OfferedPlan> sold, Buyers buyers, List<String> group, List<Choice> beside) {
        YearFile rules = years.of(buyers.planYear());
        Map<Set<String>, Optional<Benchmark>> benchmarks = new HashMap<>();
        List<Quote> quotes = new ArrayList<>(sold.size());
        for (OfferedPlan plan : sold) {
            List<Choice> choices = new ArrayList<>(List.of(new Choice(plan, group)));
            for (Choice one : beside) {
                boolean same = one.plan().metal().isDental() == plan.metal().isDental();
                List<String> stay = same ? one.members().stream().filter(key -> !group.contains(key)).toList() : one.members();
                if (!stay.isEmpty()) {
                    choices.add(new Choice(one.plan(), stay));
                }
            }
            choices.sort(Choice.ORDER);
            Set<String> covered = covered(choices);
            Optional<Benchmark> benchmark =
                    benchmarks.computeIfAbsent(covered, any -> Optional.ofNullable(benchmark(sold, buyers, covered, rules)));
            quotes.add(quote(benchmark.orElse(null), buyers, choices, covered, rules));
        }
        return quotes;
    }

    @Override
    public Set<Obstacle> obstacles(OfferedPlan plan, Buyers buyers) {
        return OpenRules.obstacles(plan, buyers.people(), buyers, years.of(buyers.planYear()));
    }

    @Override
    public boolean needsExemption(Buyer buyer, int planYear) {
        return OpenRules.needsExemption(buyer, planYear, years.of(planYear));
    }

    @Override
    public List<PriceLine> why(Quote quote, Price price) {
        return PriceWords.of(quote, price);
    }

    /** Who is in a plan that a credit may pay for, which no catastrophic one is; 26 U.S.C. 36B(c)(3)(A). Nobody twice. */
    private static Set<String> covered(List<Choice> choices) {
        Set<String> covered = new HashSet<>();
        Set<String> medical = new HashSet<>();
        Set<String> dental = new HashSet<>();
        for (Choice choice : choices) {
            for (String member : choice.members()) {
                if (!(choice.plan().metal().isDental() ? dental : medical).add(member)) {
                    throw new IllegalArgumentException("Nobody has two plans of one kind");
                }
            }
            if (!choice.plan().metal().isDental() && choice.plan().metal() != Metal.CATASTROPHIC) {
                covered.addAll(choice.members());
            }
        }
        return covered;
    }

    private static Quote quote(
            @Nullable Benchmark benchmark, Buyers buyers, List<Choice> choices, Set<String> covered, YearFile rules) {
        Money contribution = buyers.contribution();
        long most = benchmark == null || contribution == null ? 0 : Math.max(0, benchmark.premium().cents() - contribution.cents());
        long available = buyers.wanted() == null ? most : Math.min(most, buyers.wanted().cents());
        List<Price> before = new ArrayList<>(choices.size());
        long[] medical = new long[choices.size()];
        long[] dental = new long[choices.size()];
        for (int i = 0; i < choices.size(); i++) {
            Price price = before(choices.get(i), buyers, covered, rules);
            before.add(price);
            (price.plan().metal().isDental() ? dental : medical)[i] = price.creditable().cents();
        }
        long[] paid = CreditUse.shared(available, medical);
        long left = available;
        for (long one : paid) {
            left -= one;
        }
        long[] paidOfDental = CreditUse.shared(left, dental);
        List<Price> prices = new ArrayList<>(choices.size());
        for (int i = 0; i < choices.size(); i++) {
            prices.add(after(before.get(i), paid[i] + paidOfDental[i]));
        }
        return new Quote(buyers, benchmark, new Money(most), new Money(available), prices);
    }

    /** 26 CFR 1.36B-3(d) and (j): the credit pays only for essential benefits of those who have it, and never more than all. */
    private static Price before(Choice choice, Buyers buyers, Set<String> covered, YearFile rules) {
        List<Buyer> group = group(choice, buyers);
        List<MemberPrice> members = RatingRules.members(choice.plan(), group, buyers.effective(), rules, true);
        long creditable = 0;
        for (int i = 0; i < group.size(); i++) {
            if (group.get(i).creditEligible() && covered.contains(group.get(i).key()) && choice.plan().metal() != Metal.CATASTROPHIC) {
                creditable += members.get(i).essential().cents();
            }
        }
        CostSharing variant = VariantRules.of(choice.plan(), group);
        Money premium = RatingRules.sum(members);
        return new Price(choice.plan(), variant, members, premium, new Money(creditable), Money.ZERO, premium);
    }

    private static Price after(Price price, long credit) {
        return new Price(
                price.plan(), price.variant(), price.members(), price.premium(), price.creditable(), new Money(credit),
                new Money(price.premium().cents() - credit));
    }

    private static List<Buyer> group(Choice choice, Buyers buyers) {
        List<Buyer> group = new ArrayList<>();
        for (Buyer buyer : buyers.people()) {
            if (choice.members().contains(buyer.key())) {
                group.add(buyer);
            }
        }
        if (group.size() != choice.members().size()) {
            throw new IllegalArgumentException("A policy covers people of the household");
        }
        return group;
    }
}
