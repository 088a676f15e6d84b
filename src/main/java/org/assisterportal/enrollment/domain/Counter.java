package org.assisterportal.enrollment.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Applications;
import org.assisterportal.application.Changes;
import org.assisterportal.application.Hand;
import org.assisterportal.application.OpenEnrollment;
import org.assisterportal.application.SignedVersions;
import org.assisterportal.application.SignedVersions.Home;
import org.assisterportal.application.SignedVersions.Version;
import org.assisterportal.consumer.Consumers;
import org.assisterportal.consumer.Profile;
import org.assisterportal.eligibility.Determination;
import org.assisterportal.eligibility.Money;
import org.assisterportal.enrollment.Basket;
import org.assisterportal.enrollment.Chance;
import org.assisterportal.enrollment.Enrolled;
import org.assisterportal.enrollment.Enrollments.Desk;
import org.assisterportal.enrollment.Party;
import org.assisterportal.enrollment.PolicyNumber;
import org.assisterportal.plan.Place;
import org.assisterportal.plan.Plans;
import org.assisterportal.plan.Pricing;
import org.assisterportal.plan.Quote;
import org.assisterportal.plan.Shelf;
import org.assisterportal.policy.PolicyValues;
import org.assisterportal.shared.Minnesota;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what a household can choose today: from its signed version, the calendar, the shelf and its policies. */
@Component
class Counter {
    private static final int DECEMBER = 12;
    private static final int READ = 16;

    private final SignedVersions versions;
    private final Changes changes;
    private final Consumers consumers;
    private final Plans plans;
    private final Pricing pricing;
    private final BasketTable baskets;
    private final PolicyRows policies;
    private final PolicyValues policy;
    private final Clock clock;

    Counter(
            SignedVersions versions, Changes changes, Consumers consumers, Plans plans, Pricing pricing, BasketTable baskets, PolicyRows policies,
            PolicyValues policy, Clock clock) {
        this.versions = versions;
        this.changes = changes;
        this.consumers = consumers;
        this.plans = plans;
        this.pricing = pricing;
        this.baskets = baskets;
        this.policies = policies;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * A household as it stands at the counter.
     *
     * @param settlements by party, of what is in the basket
     */
    record Visit(Version version, Desk desk, List<PolicyRows.Row> rows, Map<Integer, Settlement> settlements) {
        /** What is signed: the version, the year, and each party's part. */
        String text() {
            Chance chance = Objects.requireNonNull(desk.chance());
            StringBuilder text = new StringBuilder("application\t" + desk.id() + "\nyear\t" + desk.planYear() + "\n");
            settlements.forEach((party, settlement) -> text.append(settlement.text(chance.begins())));
            return text.toString();
        }
    }

    LocalDate today() {
        return Minnesota.today(clock);
    }

    Calendar calendar(int planYear) {
        return new Calendar(
                planYear, OpenEnrollment.of(planYear, policy), policy.inForce("enrollment.special-days").number(),
                policy.inForce("enrollment.special-days-before-loss").number());
    }

    /** The signed version, while it is the one that counts. */
    Optional<Version> version(Hand by, ApplicationId id) {
        boolean counts = changes.inForce(by).map(Applications.Standing::id).filter(id::equals).isPresent();
        return counts ? versions.find(id).filter(one -> one.consumer().equals(by.consumer())) : Optional.empty();
    }

    Optional<Visit> visit(Hand by, ApplicationId id) {
        return version(by, id).map(version -> visit(by, version));
    }

    private Visit visit(Hand by, Version version) {
        Determination determination = version.determination();
        int year = determination.facts().planYear();
        LocalDate today = today();
        Calendar calendar = calendar(year);
        List<Chance> chances = calendar.chances(baskets.periods(by.consumer(), today), Parties.tribal(determination), today);
        LocalDate begins = chances.isEmpty() ? earliest(year, today) : chances.getFirst().begins();
        Basket basket = basket(by, version.id());
        List<Party> parties = pricing.planYears().contains(year) ? Parties.of(determination, basket.tobacco(), begins) : List.of();
        Home home = home(by, version.home());
        Shelf shelf = home == null ? null : shelf(year, home);
        List<PolicyRows.Row> rows =
                policies.of(by.consumer()).stream().filter(row -> row.policy().planYear() == year && row.policy().isOpen()).toList();
        List<Enrolled> standing = rows.stream().map(PolicyRows.Row::policy).toList();
        Basket sold = shelf == null ? basket.with(List.of()) : onlySold(basket, shelf, parties);
        Map<Integer, Settlement> settlements = new TreeMap<>();
        Map<Integer, Quote> quotes = new TreeMap<>();
        for (Party party : parties) {
            if (shelf != null && !sold.of(party.number()).isEmpty()) {
                Settlement settlement =
                        Settlement.of(party, sold.of(party.number()), standing, shelf, pricing, sold.wanted(party.number()));
                settlements.put(party.number(), settlement);
                if (settlement.quote() != null) {
                    quotes.put(party.number(), settlement.quote());
                }
            }
        }
        Map<PolicyNumber, Money> later = new TreeMap<>(Comparator.comparing(PolicyNumber::value));
        settlements.values().forEach(one -> one.repriced().forEach(repriced -> later.put(repriced.policy().number(), repriced.price().net())));
        LocalDate opens = calendar.open() != null && today.isBefore(calendar.open().opens()) ? calendar.open().opens() : null;
        StringBuilder read = new StringBuilder();
        if (!chances.isEmpty()) {
            settlements.values().forEach(one -> read.append(one.text(chances.getFirst().begins())));
        }
        Desk desk =
                new Desk(
                        version.id(), year, basket.version() + "-" + Signature.sha256(read.toString()).substring(0, READ), later, chances, opens, shelf, version.home().kept() && home == null, parties, Parties.others(determination),
                        sold, quotes, standing, version.names());
        return new Visit(version, desk, rows, settlements);
    }

    /** Of a version for which nothing was chosen yet, what is known from policies. */
    private Basket basket(Hand by, ApplicationId id) {
        Basket kept = baskets.find(id);
        return kept.version() > 0 ? kept : new Basket(0, List.of(), policies.smokers(by.consumer()), Map.of());
    }

    /** What was chosen and is still sold to these people; a plan that isn't falls out of the basket. */
    private static Basket onlySold(Basket basket, Shelf shelf, List<Party> parties) {
        return basket.with(
                basket.lines().stream()
                        .filter(line -> shelf.card(line.plan()).filter(card -> !card.plan().withdrawn()).isPresent())
                        .filter(line -> parties.stream().anyMatch(party -> party.number() == line.party() && party.buyers().keys().containsAll(line.people())))
                        .toList());
    }

    /** While nothing may be chosen, prices are those of the first day on which coverage could begin. */
    private static LocalDate earliest(int year, LocalDate today) {
        LocalDate next = OpenEnrollment.firstAfter(today);
        LocalDate first = LocalDate.of(year, 1, 1);
        return next.isBefore(first) ? first : next.getYear() > year ? LocalDate.of(year, DECEMBER, 1) : next;
    }

    /** Null for a helper, where the address is confidential, and where the consumer hasn't told one. */
    @Nullable Home home(Hand by, Home home) {
        if (!home.kept()) {
            return home;
        }
        if (by instanceof Hand.Own own) {
            Profile.Address address = consumers.own(own.actor()).address();
            return address == null ? null : new Home(true, address.street(), address.city(), address.zip(), address.county());
        }
        return null;
    }

    private @Nullable Shelf shelf(int year, Home home) {
        String zip = home.zip().length() < 5 ? "" : home.zip().substring(0, 5);
        List<Place> places = plans.places(year, zip);
        Optional<Place> place = places.stream().filter(one -> one.county().equals(home.county())).findFirst();
        return place.or(() -> places.size() == 1 ? Optional.of(places.getFirst()) : Optional.empty()).flatMap(one -> plans.shelf(year, one)).orElse(null);
    }
}
