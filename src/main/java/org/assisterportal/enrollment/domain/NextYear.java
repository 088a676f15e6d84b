package org.assisterportal.enrollment.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assisterportal.application.OpenEnrollment;
import org.assisterportal.application.SignedVersions.Home;
import org.assisterportal.application.SignedVersions.Version;
import org.assisterportal.application.SignedVersions;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.eligibility.Determination;
import org.assisterportal.eligibility.Eligibility;
import org.assisterportal.eligibility.Money;
import org.assisterportal.enrollment.Basket;
import org.assisterportal.enrollment.Chance;
import org.assisterportal.enrollment.Enrolled.Covered;
import org.assisterportal.enrollment.Enrolled;
import org.assisterportal.enrollment.Party;
import org.assisterportal.enrollment.Renewals.How;
import org.assisterportal.enrollment.Renewals.Line;
import org.assisterportal.plan.Buyers;
import org.assisterportal.plan.Choice;
import org.assisterportal.plan.Metal;
import org.assisterportal.plan.PlanCard;
import org.assisterportal.plan.Pricing;
import org.assisterportal.plan.Shelf;
import org.assisterportal.policy.PolicyValues;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What becomes of a household's policies in the next plan year: determined by that year's application, or else from this year's
 * answers by the next one's rules; in the same plans where they are sold, and priced together.
 */
@Component
class NextYear {
    private final SignedVersions versions;
    private final Eligibility eligibility;
    private final Counter counter;
    private final PolicyReading policies;
    private final Pricing pricing;
    private final ExemptionTable exemptions;
    private final PolicyValues policy;

    NextYear(
            SignedVersions versions, Eligibility eligibility, Counter counter, PolicyReading policies, Pricing pricing,
            ExemptionTable exemptions, PolicyValues policy) {
        this.versions = versions;
        this.eligibility = eligibility;
        this.counter = counter;
        this.policies = policies;
        this.pricing = pricing;
        this.exemptions = exemptions;
        this.policy = policy;
    }

    /**
     * A household's coverage as it would go on.
     *
     * @param next the version that counts for the next year; null while there is none
     * @param visit as if they chose the same, with what is chosen already left as it is
     */
    record Renewal(@Nullable Version next, Counter.Visit visit, List<Line> lines) {
        boolean hasSomething() {
            return lines.stream().anyMatch(line -> line.how() == How.SAME || line.how() == How.SIMILAR);
        }
    }

    /** The year whose plans can be chosen now, while this year's still run; empty outside of that time. */
    Optional<OpenEnrollment> open(LocalDate today) {
        OpenEnrollment open = OpenEnrollment.of(today.getYear() + 1, policy);
        return Optional.ofNullable(open).filter(one -> !today.isBefore(one.opens()) && pricing.planYears().contains(one.planYear()));
    }

    /** The last day to choose before plans are renewed by themselves. */
    LocalDate lastDay(int planYear) {
        return LocalDate.parse(planYear - 1 + "-" + policy.inForce("enrollment.renewal-day").value());
    }

    /** This year's policies that run to its end. */
    List<PolicyReading.Row> running(ConsumerId consumer, int planYear) {
        LocalDate end = LocalDate.of(planYear, 12, 31);
        return policies.of(consumer).stream()
                .filter(row -> row.policy().planYear() == planYear && row.policy().isOpen() && row.policy().state() != Enrolled.State.WAITING && !row.policy().coveredFrom(end).isEmpty())
                .toList();
    }

    /** Whether somebody of a policy that runs to its end has none of its kind in the year after it. */
    boolean lacks(ConsumerId consumer, int planYear) {
        List<Enrolled> then =
                policies.of(consumer).stream().map(PolicyReading.Row::policy).filter(one -> one.planYear() == planYear && one.isOpen()).toList();
        LocalDate end = LocalDate.of(planYear - 1, 12, 31);
        return running(consumer, planYear - 1).stream()
                .map(PolicyReading.Row::policy)
                .anyMatch(policy -> policy.coveredFrom(end).stream().anyMatch(one -> !already(policy, then).contains(one.key())));
    }

    /** Who has coverage of the policy's kind in the year after it. */
    private static Set<String> already(Enrolled policy, List<Enrolled> then) {
        LocalDate january = LocalDate.of(policy.planYear() + 1, 1, 1);
        return then.stream()
                .filter(one -> one.dental() == policy.dental())
                .flatMap(one -> one.coveredFrom(january).stream())
                .map(Covered::key)
                .collect(Collectors.toSet());
    }

    /** @param home what of an address may be used; null where it may not, or isn't known */
    Optional<Renewal> of(ConsumerId consumer, OpenEnrollment open, Function<Home, @Nullable Home> home) {
        int year = open.planYear();
        List<PolicyReading.Row> running = running(consumer, year - 1);
        Map<Integer, Version> counts = new TreeMap<>();
        versions.inForce(consumer).stream().flatMap(one -> versions.find(one).stream()).forEach(one -> counts.put(one.determination().facts().planYear(), one));
        Version next = counts.get(year);
        Version base = next == null ? counts.get(year - 1) : next;
        if (running.isEmpty() || base == null) {
            return Optional.empty();
        }
        return determined(base, year).map(determination -> renewal(consumer, open, running, next, base.with(determination), home.apply(base.home())));
    }

    private Optional<Determination> determined(Version base, int year) {
        if (base.determination().facts().planYear() == year) {
            return Optional.of(base.determination());
        }
        return eligibility.determine(base.determination().facts().withPlanYear(year).withDay(LocalDate.of(year, 1, 1))) instanceof Eligibility.Determined now
                ? Optional.of(now.determination())
                : Optional.empty();
    }

    private Renewal renewal(ConsumerId consumer, OpenEnrollment open, List<PolicyReading.Row> running, @Nullable Version next, Version base, @Nullable Home home) {
        int year = open.planYear();
        LocalDate january = LocalDate.of(year, 1, 1);
        @Nullable Shelf shelf = home == null ? null : counter.shelf(year, home);
        @Nullable Shelf present = home == null ? null : counter.shelf(year - 1, home);
        Set<String> tobacco = policies.smokers(consumer);
        List<Party> parties = Parties.of(base.determination(), tobacco, exemptions.holding(consumer, january), january);
        List<Enrolled> standing =
                policies.of(consumer).stream().map(PolicyReading.Row::policy).filter(one -> one.planYear() == year && one.isOpen()).toList();
        List<Basket.Line> chosen = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        for (PolicyReading.Row row : running) {
            Set<String> unwanted = policies.unwanted(consumer, year, row.policy().dental());
            lines.addAll(lines(row.policy(), unwanted, parties, standing, present, shelf, chosen));
        }
        Basket basket = new Basket(0, chosen, tobacco, Wishes.said(parties, running), null);
        Chance chance = new Chance(Chance.Kind.OPEN_ENROLLMENT, null, null, open.closes(), january, 0);
        Counter.Visit visit = counter.visit(consumer, base, shelf, parties, basket, chance);
        return new Renewal(next, visit, joined(lines, chosen).stream().map(line -> priced(line, visit)).toList());
    }

    /** What becomes of one policy: a line for each tax household that its people belong to then, and at least one. */
    private List<Line> lines(
            Enrolled policy, Set<String> unwanted, List<Party> parties, List<Enrolled> standing, @Nullable Shelf present, @Nullable Shelf shelf,
            List<Basket.Line> chosen) {
        LocalDate end = LocalDate.of(policy.planYear(), 12, 31);
        List<String> covered = policy.coveredFrom(end).stream().map(Covered::key).filter(key -> !unwanted.contains(key)).toList();
        if (covered.isEmpty()) {
            return List.of();
        }
        List<String> left = covered.stream().filter(key -> parties.stream().noneMatch(party -> party.buyers().keys().contains(key))).toList();
        Set<String> already = already(policy, standing);
        List<Line> lines = new ArrayList<>();
        for (Party party : parties) {
            List<String> group = party.buyers().keys().stream().filter(covered::contains).toList();
            List<String> open = group.stream().filter(key -> !already.contains(key)).toList();
            if (group.isEmpty()) {
                continue;
            }
            @Nullable PlanCard card = shelf == null || open.isEmpty() ? null : inPlace(policy, present, shelf, party.buyers(), open);
            if (card != null) {
                add(chosen, new Basket.Line(party.number(), card.plan().id().value(), policy.dental(), open));
            }
            How how =
                    open.isEmpty()
                            ? How.CHOSEN
                            : card == null ? How.NONE : card.plan().id().equals(policy.plan()) ? How.SAME : How.SIMILAR;
            lines.add(new Line(policy, policy.amount(end).net(), how, card, open.isEmpty() ? group : open, lines.isEmpty() ? left : List.of(), null));
        }
        return lines.isEmpty() ? List.of(new Line(policy, policy.amount(end).net(), How.NONE, null, List.of(), left, null)) : lines;
    }

    /** Two policies that come into one plan are one. */
    private static void add(List<Basket.Line> lines, Basket.Line one) {
        List<String> people = new ArrayList<>();
        lines.stream().filter(line -> line.party() == one.party() && line.plan().equals(one.plan())).forEach(line -> people.addAll(line.people()));
        lines.removeIf(line -> line.party() == one.party() && line.plan().equals(one.plan()));
        people.addAll(one.people());
        lines.add(new Basket.Line(one.party(), one.plan(), one.dental(), people));
    }

    /** The same plan; else, of the same carrier and level, the one that costs these people least. */
    private @Nullable PlanCard inPlace(Enrolled policy, @Nullable Shelf present, Shelf shelf, Buyers all, List<String> people) {
        Buyers group = new Buyers(all.planYear(), all.effective(), all.people().stream().filter(one -> people.contains(one.key())).toList(), all.contribution(), null);
        @Nullable Metal level = present == null ? null : present.card(policy.plan().value()).map(card -> card.plan().metal()).orElse(null);
        List<PlanCard> sold = shelf.cards().stream().filter(card -> pricing.obstacles(card.plan(), group).isEmpty()).toList();
        return Crosswalk.of(policy.plan(), level, sold, card -> pricing.quote(shelf.plans(), group, List.of(new Choice(card.plan(), people))).premium()).orElse(null);
    }

    /** Policies that come into one plan are one line: they would be one policy, with one price. */
    private static List<Line> joined(List<Line> lines, List<Basket.Line> chosen) {
        List<Line> joined = new ArrayList<>();
        for (Line line : lines) {
            Optional<Line> same = line.card() == null ? Optional.empty() : joined.stream().filter(one -> areOne(one, line, chosen)).findFirst();
            if (same.isEmpty()) {
                joined.add(line);
            } else {
                Line one = same.get();
                Money now = new Money(one.now().cents() + line.now().cents());
                joined.set(joined.indexOf(one), new Line(one.policy(), now, one.how(), one.card(), both(one.people(), line.people()), both(one.left(), line.left()), null));
            }
        }
        return joined;
    }

    private static boolean areOne(Line one, Line other, List<Basket.Line> chosen) {
        return one.card() != null
                && other.card() != null
                && one.card().plan().id().equals(other.card().plan().id())
                && chosen.stream()
                        .filter(line -> line.plan().equals(one.card().plan().id().value()))
                        .anyMatch(line -> line.people().containsAll(one.people()) && line.people().containsAll(other.people()));
    }

    private static List<String> both(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        more.stream().filter(key -> !all.contains(key)).forEach(all::add);
        return all;
    }

    private static Line priced(Line line, Counter.Visit visit) {
        PlanCard card = line.card();
        if (card == null) {
            return line;
        }
        return visit.settlements().values().stream()
                .flatMap(settlement -> settlement.openings().stream())
                .filter(opening -> opening.card().plan().id().equals(card.plan().id()) && opening.line().people().containsAll(line.people()))
                .findFirst()
                .map(opening -> new Line(line.policy(), line.now(), line.how(), card, line.people(), line.left(), opening.price()))
                .orElse(line);
    }
}
