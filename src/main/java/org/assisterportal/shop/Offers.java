package org.assisterportal.shop;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assisterportal.eligibility.Money;
import org.assisterportal.eligibility.Program;
import org.assisterportal.plan.Buyer;
import org.assisterportal.plan.Buyers;
import org.assisterportal.plan.Estimates;
import org.assisterportal.plan.Estimates.Estimate;
import org.assisterportal.plan.OfferedPlan;
import org.assisterportal.plan.Place;
import org.assisterportal.plan.PlanCard;
import org.assisterportal.plan.Plans;
import org.assisterportal.plan.Price;
import org.assisterportal.plan.Pricing;
import org.assisterportal.plan.Quote;
import org.assisterportal.plan.Shelf;
import org.assisterportal.plan.Terms;
import org.assisterportal.plan.Use;
import org.assisterportal.plan.YearlyCosts;
import org.assisterportal.shared.Minnesota;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Prices what is sold at a place for what a visitor told. */
@Component
class Offers {
    private static final int MONTHS = 12;
    private static final int OPEN_ENROLLMENT_MONTH = 11;

    private final Plans plans;
    private final Pricing pricing;
    private final Estimates estimates;
    private final YearlyCosts costs;
    private final Clock clock;

    Offers(Plans plans, Pricing pricing, Estimates estimates, YearlyCosts costs, Clock clock) {
        this.plans = plans;
        this.pricing = pricing;
        this.estimates = estimates;
        this.costs = costs;
        this.clock = clock;
    }

    /**
     * One plan with its price.
     *
     * @param yearly twelve premiums and the estimated cost of care
     * @param unknown whether nobody knows yet how much credit there is, so that the price is the one before it
     */
    // Public, because pages read it very often, and only what is public is compiled for them.
    public record Offer(PlanCard card, Quote quote, Price price, Terms terms, Money care, Money yearly, boolean unknown) {
        public OfferedPlan plan() {
            return card.plan();
        }

        public String id() {
            return plan().id().value();
        }

        public String metal() {
            return plan().metal().name();
        }

        public @Nullable Money deductible() {
            return several() && terms.familyDeductible() != null ? terms.familyDeductible() : terms.deductible();
        }

        public @Nullable Money outOfPocket() {
            return several() && terms.familyOutOfPocket() != null ? terms.familyOutOfPocket() : terms.outOfPocket();
        }

        public boolean several() {
            return price.members().size() > 1;
        }
    }

    /**
     * Everything for one visitor.
     *
     * @param estimate of everybody; null for a household that was determined
     * @param credit the most a month that they may get for a health plan
     * @param medicare keys of those of Medicare's age
     * @param apart keys of those who seem to get Medical Assistance or MinnesotaCare and so are left out of the prices
     */
    record Found(Shelf shelf, @Nullable Estimate estimate, Money credit, List<String> medicare, Set<String> apart, List<Offer> offers) {}

    /** From November on people look at the next year. */
    int year(String asked, List<Integer> years) {
        if (asked.matches("\\d{4}") && years.contains(Integer.parseInt(asked))) {
            return Integer.parseInt(asked);
        }
        LocalDate today = Minnesota.today(clock);
        int wanted = today.getMonthValue() >= OPEN_ENROLLMENT_MONTH ? today.getYear() + 1 : today.getYear();
        return years.contains(wanted) || years.isEmpty() ? wanted : years.getLast();
    }

    /** The first day on which coverage could begin. */
    LocalDate effective(int year) {
        LocalDate next = Minnesota.today(clock).plusMonths(1).withDayOfMonth(1);
        LocalDate first = LocalDate.of(year, 1, 1);
        return next.isBefore(first) ? first : next.getYear() > year ? LocalDate.of(year, MONTHS, 1) : next;
    }

    @Nullable Found find(Asked asked, int year, Place place) {
        Shelf shelf = plans.shelf(year, place).orElse(null);
        if (shelf == null) {
            return null;
        }
        Estimate estimate = estimates.estimate(asked.told(year, effective(year)));
        Set<String> apart = apart(estimate);
        Buyers all = estimate.buyers();
        boolean everybody = asked.everybody().equals("true") || apart.size() == all.people().size();
        List<Buyer> people = everybody ? all.people() : all.people().stream().filter(one -> !apart.contains(one.key())).toList();
        Buyers buyers = new Buyers(year, all.effective(), people, all.contribution(), null);
        return found(shelf, Group.alone(buyers), asked, estimate, everybody ? Set.of() : apart, !estimate.known() && !asked.income().isEmpty());
    }

    /** The same for people who were determined; whether their credit isn't known yet. */
    Found find(Asked asked, Shelf shelf, Group group, boolean unknown) {
        return found(shelf, group, asked, null, Set.of(), unknown);
    }

    private Found found(Shelf shelf, Group group, Asked asked, @Nullable Estimate estimate, Set<String> apart, boolean unknown) {
        List<Offer> offers = new ArrayList<>();
        Buyers buyers = group.buyers();
        List<Quote> quotes = quotes(shelf, group);
        for (int i = 0; i < quotes.size(); i++) {
            PlanCard card = shelf.cards().get(i);
            if (card.plan().metal().isDental() == asked.dental() && pricing.obstacles(card.plan(), buyers).isEmpty()) {
                offers.add(offer(card, quotes.get(i), buyers, asked.expected(), unknown));
            }
        }
        Money credit = quotes.stream().map(Quote::most).max(Comparator.naturalOrder()).orElse(Money.ZERO);
        return new Found(shelf, estimate, credit, (estimate == null ? buyers : estimate.buyers()).ofMedicareAge(), apart, offers);
    }

    /** One plan by itself, as the list prices it for some care; empty when it isn't sold to these people. */
    Optional<Offer> one(Shelf shelf, Group group, String plan, boolean unknown) {
        return shelf.card(plan)
                .filter(card -> pricing.obstacles(card.plan(), group.buyers()).isEmpty())
                .map(card -> offer(card, quotes(shelf, group).get(shelf.cards().indexOf(card)), group.buyers(), Use.MEDIUM, unknown));
    }

    private List<Quote> quotes(Shelf shelf, Group group) {
        return group.beside().isEmpty()
                ? pricing.each(shelf.plans(), group.buyers())
                : pricing.each(shelf.plans(), group.all(), group.buyers().keys(), group.beside());
    }

    static boolean insteadOfAPlan(Program program) {
        return program == Program.MEDICAL_ASSISTANCE || program == Program.MINNESOTACARE;
    }

    private static Set<String> apart(Estimate estimate) {
        Set<String> apart = new TreeSet<>();
        estimate.programs()
                .forEach(
                        (key, program) -> {
                            if (insteadOfAPlan(program)) {
                                apart.add(key);
                            }
                        });
        return apart;
    }

    private Offer offer(PlanCard card, Quote quote, Buyers buyers, Use use, boolean unknown) {
        Price price = quote.of(card.plan(), buyers.keys());
        Terms terms = card.terms(price.variant());
        List<Integer> ages = price.members().stream().map(member -> member.age()).sorted(Comparator.reverseOrder()).toList();
        Money care = card.plan().metal().isDental() ? Money.ZERO : costs.outOfPocket(terms, ages, use);
        return new Offer(card, quote, price, terms, care, new Money(MONTHS * price.net().cents() + care.cents()), unknown);
    }

    /** The offers that pass what was asked for, in the order asked for; without a wish by what is paid a month. */
    List<Offer> chosen(List<Offer> offers, Asked asked) {
        // What the page doesn't offer, as gold among dental plans, is no wish.
        Set<String> metals = offers.stream().map(Offer::metal).filter(asked.metals()::contains).collect(Collectors.toSet());
        boolean carrier = offers.stream().anyMatch(one -> asked.carrier().equals(one.plan().id().issuer()));
        return offers.stream()
                .filter(one -> metals.isEmpty() || metals.contains(one.metal()))
                .filter(one -> !carrier || asked.carrier().equals(one.plan().id().issuer()))
                .filter(one -> asked.savings().isEmpty() || one.card().savingsAccount())
                .filter(one -> asked.limit() == null || one.price().net().compareTo(asked.limit()) <= 0)
                .sorted(order(asked.sort()))
                .toList();
    }

    /** The order of the list without a wish. */
    static Comparator<Offer> neutral() {
        return order("");
    }

    private static Comparator<Offer> order(String sort) {
        Comparator<Offer> first =
                switch (sort) {
                    case "deductible" -> Comparator.comparingLong(one -> cents(one.deductible()));
                    case "most" -> Comparator.comparingLong(one -> cents(one.outOfPocket()));
                    case "yearly" -> Comparator.comparing(Offer::yearly);
                    default -> Comparator.comparing(one -> one.price().net());
                };
        return first.thenComparing(one -> one.price().net()).thenComparing(Offer::yearly).thenComparing(Offer::id);
    }

    private static long cents(@Nullable Money limit) {
        return limit == null ? 0 : limit.cents();
    }
}
