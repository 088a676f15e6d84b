package org.assisterportal.enrollment.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Applications;
import org.assisterportal.application.Changes;
import org.assisterportal.application.Hand;
import org.assisterportal.application.OpenEnrollment;
import org.assisterportal.application.SignedVersions.Home;
import org.assisterportal.application.SignedVersions.Version;
import org.assisterportal.application.SignedVersions;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.eligibility.Determination;
import org.assisterportal.eligibility.Money;
import org.assisterportal.eligibility.PersonAnswer;
import org.assisterportal.enrollment.Basket;
import org.assisterportal.enrollment.Chance;
import org.assisterportal.enrollment.Enrolled;
import org.assisterportal.enrollment.Enrollments.Desk;
import org.assisterportal.enrollment.Enrollments.Ending;
import org.assisterportal.enrollment.Enrollments.Preview;
import org.assisterportal.enrollment.Party;
import org.assisterportal.enrollment.PolicyNumber;
import org.assisterportal.plan.Choice;
import org.assisterportal.plan.Place;
import org.assisterportal.plan.Plans;
import org.assisterportal.plan.Pricing;
import org.assisterportal.plan.Quote;
import org.assisterportal.plan.Shelf;
import org.assisterportal.shared.Minnesota;
import org.assisterportal.shared.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what a household can choose today: from its signed version, the calendar, the shelf and its policies. */
@Component
class Counter {
    private static final int DECEMBER = 12;
    private static final int READ = 16;

    private final SignedVersions versions;
    private final Changes changes;
    private final Homes homes;
    private final Plans plans;
    private final Pricing pricing;
    private final BasketTable baskets;
    private final PolicyReading policies;
    private final Chances chances;
    private final ExemptionTable exemptions;
    private final Wishes wishes;
    private final ChosenCards cards;
    private final Clock clock;

    Counter(
            SignedVersions versions, Changes changes, Homes homes, Plans plans, Pricing pricing, BasketTable baskets, PolicyReading policies,
            Chances chances, ExemptionTable exemptions, Wishes wishes, ChosenCards cards, Clock clock) {
        this.versions = versions;
        this.changes = changes;
        this.homes = homes;
        this.plans = plans;
        this.pricing = pricing;
        this.baskets = baskets;
        this.policies = policies;
        this.chances = chances;
        this.exemptions = exemptions;
        this.wishes = wishes;
        this.cards = cards;
        this.clock = clock;
    }

    /**
     * A household as it stands at the counter.
     *
     * @param settlements by party, of what would be signed
     */
    record Visit(Version version, Desk desk, List<PolicyReading.Row> rows, Map<Integer, Settlement> settlements) {
        /** What is signed: the version, the year, why it may be, and each party's part. */
        String text() {
            Chance chance = Objects.requireNonNull(desk.preview().by());
            StringBuilder text = new StringBuilder("application\t" + desk.id() + "\nyear\t" + desk.planYear() + "\n" + because(chance));
            settlements.forEach((party, settlement) -> text.append(settlement.text(chance.begins())));
            if (!desk.preview().creditAlone()) {
                Catastrophic.exempt(desk).forEach(key -> text.append("exempt\t").append(key).append('\n'));
            }
            return text.toString();
        }
    }

    private static String because(Chance chance) {
        return "because\t" + chance.key() + "\t" + chance.proofDays() + "\n";
    }

    LocalDate today() {
        return Minnesota.today(clock);
    }

    /** The signed version, while it is the one that counts. */
    Optional<Version> version(Hand by, ApplicationId id) {
        boolean counts = changes.inForce(by, id).map(Applications.Standing::id).filter(id::equals).isPresent();
        return counts ? versions.find(id).filter(one -> one.consumer().equals(by.consumer())) : Optional.empty();
    }

    Optional<Visit> visit(Hand by, ApplicationId id) {
        return version(by, id).map(version -> visit(by, version));
    }

    private Visit visit(Hand by, Version version) {
        Determination determination = version.determination();
        int year = determination.facts().planYear();
        LocalDate today = today();
        Basket kept = basket(by, version.id());
        OpenEnrollment open = chances.calendar(year).open();
        List<String> buying = determination.people().stream().filter(PersonAnswer::buys).map(PersonAnswer::person).toList();
        List<Chance> allowed = chances.of(by.consumer(), year, buying, Parties.isTribal(buying, determination), kept.because(), today);
        LocalDate begins = allowed.isEmpty() ? earliest(year, today) : allowed.getFirst().begins();
        Home home = homes.seen(by, version.home());
        Shelf shelf = home == null ? null : shelf(year, home);
        List<PolicyReading.Row> rows =
                policies.of(by.consumer()).stream().filter(row -> row.policy().planYear() == year && row.policy().isOpen()).toList();
        List<Enrolled> standing = rows.stream().map(PolicyReading.Row::policy).toList();
        List<Party> parties = pricing.planYears().contains(year) ? parties(by.consumer(), determination, kept, counting(standing), shelf, begins) : List.of();
        Basket said = kept.version() > 0 ? kept : kept.wishing(Wishes.said(parties, rows));
        Basket basket = shelf == null ? said.with(List.of()) : onlySold(said, shelf, parties);
        Map<Integer, Settlement> chosen = shelf == null ? new TreeMap<>() : settle(parties, basket, counting(standing), shelf);
        boolean alone = allowed.isEmpty() || basket.lines().isEmpty();
        Wishes.@Nullable Alone wish = shelf == null || !alone ? null : wishes.alone(version, basket, rows, shelf, today);
        if (shelf != null && !alone) {
            chosen.putAll(wishes.settle(parties, basket, rows, shelf));
        }
        Map<Integer, Settlement> settlements = wish == null ? chosen : wish.settlements();
        Chance allows = wish != null ? wish.chance() : allowed.isEmpty() ? null : allowed.getFirst();
        LocalDate opens = open != null && today.isBefore(open.opens()) ? open.opens() : null;
        Desk desk =
                new Desk(
                        version.id(), year, allowed, opens, shelf, version.home().kept() && home == null, parties, Parties.others(determination), basket,
                        preview(basket, chosen, settlements, allows), Sales.gone(said, shelf, parties), standing, version.names(), together(parties, basket, standing, shelf));
        return new Visit(version, desk, rows, settlements);
    }

    private List<Party> parties(
            ConsumerId consumer, Determination determination, Basket kept, List<Enrolled> standing, @Nullable Shelf shelf, LocalDate begins) {
        Set<String> exempt = new HashSet<>(exemptions.holding(consumer, begins));
        List<Party> parties = Parties.of(determination, kept.tobacco(), exempt, begins);
        return exempt.addAll(Catastrophic.keeping(standing, parties, shelf, begins, pricing)) ? Parties.of(determination, kept.tobacco(), exempt, begins) : parties;
    }

    /** The same at a moment that is given, with what is given in the basket. */
    Visit visit(ConsumerId consumer, Version version, @Nullable Shelf shelf, List<Party> parties, Basket basket, Chance chance) {
        int year = version.determination().facts().planYear();
        List<PolicyReading.Row> rows =
                policies.of(consumer).stream().filter(row -> row.policy().planYear() == year && row.policy().isOpen()).toList();
        List<Enrolled> standing = rows.stream().map(PolicyReading.Row::policy).toList();
        Map<Integer, Settlement> settlements = shelf == null ? Map.of() : settle(parties, basket, counting(standing), shelf);
        Desk desk =
                new Desk(
                        version.id(), year, List.of(chance), null, shelf, false, parties, Parties.others(version.determination()), basket,
                        preview(basket, settlements, settlements, chance), List.of(), standing, version.names(), Map.of());
        return new Visit(version, desk, rows, settlements);
    }

    private Map<Integer, Desk.Together> together(List<Party> parties, Basket basket, List<Enrolled> standing, @Nullable Shelf shelf) {
        Map<Integer, Desk.Together> together = new TreeMap<>();
        List<Enrolled> counting = counting(standing);
        for (Party party : parties) {
            List<Basket.Line> lines = basket.of(party.number());
            if (shelf != null && !(lines.isEmpty() && counting.isEmpty())) {
                Quote quote = Settlement.of(party, lines, counting, shelf, cards.of(counting, shelf), pricing, basket.wanted(party.number())).quote();
                if (quote != null) {
                    together.put(party.number(), new Desk.Together(quote.buyers(), quote.prices().stream().map(one -> new Choice(one.plan(), one.keys())).toList()));
                }
            }
        }
        return together;
    }

    /** What waits for its proof doesn't count yet. */
    static List<Enrolled> counting(List<Enrolled> standing) {
        return standing.stream().filter(one -> one.state() != Enrolled.State.WAITING).toList();
    }

    private Map<Integer, Settlement> settle(List<Party> parties, Basket basket, List<Enrolled> standing, Shelf shelf) {
        Map<Integer, Settlement> settlements = new TreeMap<>();
        for (Party party : parties) {
            List<Basket.Line> lines = basket.of(party.number());
            if (!lines.isEmpty()) {
                settlements.put(party.number(), Settlement.of(party, lines, standing, shelf, cards.of(standing, shelf), pricing, basket.wanted(party.number())));
            }
        }
        return settlements;
    }

    /** What is chosen is priced, and what would be signed is said, as by a chance. */
    private static Preview preview(Basket basket, Map<Integer, Settlement> chosen, Map<Integer, Settlement> signed, @Nullable Chance by) {
        Map<Integer, Quote> quotes = new TreeMap<>();
        List<Ending> endings = new ArrayList<>();
        Map<PolicyNumber, Money> later = new HashMap<>();
        StringBuilder text = new StringBuilder(by == null ? "" : because(by));
        List.of(signed, chosen).forEach(
                all ->
                        all.forEach(
                                (party, settlement) -> {
                                    if (settlement.quote() != null) {
                                        quotes.put(party, settlement.quote());
                                    }
                                }));
        signed.forEach(
                (party, settlement) -> {
                    settlement.leavings().forEach(one -> endings.add(new Ending(one.policy(), one.covered(), one.lastDay(), one.cancelled())));
                    settlement.repriced().stream()
                            .filter(one -> by == null || !one.policy().amount(by.begins()).net().equals(one.price().net()))
                            .forEach(one -> later.put(one.policy().number(), one.price().net()));
                    text.append(by == null ? "" : settlement.text(by.begins()));
                });
        return new Preview(basket.version() + "-" + Sha256.hex(text.toString()).substring(0, READ), by, quotes, endings, later);
    }

    /** Of a version for which nothing was chosen yet, what is known from policies. */
    Basket basket(Hand by, ApplicationId id) {
        Basket kept = baskets.find(id);
        return kept.version() > 0 ? kept : new Basket(0, List.of(), policies.smokers(by.consumer()), Map.of(), null);
    }

    /** What was chosen and is still sold to these people; a plan that isn't, or for which an exemption is missing now, falls out of the basket. */
    private Basket onlySold(Basket basket, Shelf shelf, List<Party> parties) {
        return basket.with(
                basket.lines().stream()
                        .filter(line -> shelf.card(line.plan()).filter(card -> !Sales.isGone(card, parties)).isPresent())
                        .filter(line -> parties.stream().anyMatch(party -> party.number() == line.party() && party.buyers().keys().containsAll(line.people())))
                        .filter(line -> Catastrophic.mayHave(line, shelf, parties, pricing))
                        .toList());
    }

    /** Whether a catastrophic plan was chosen that fell out of the basket, as an exemption doesn't count for it any more. */
    boolean lostItsExemption(Hand by, Visit visit) {
        @Nullable Shelf shelf = visit.desk().shelf();
        return shelf != null && basket(by, visit.desk().id()).lines().stream().anyMatch(line -> !Catastrophic.mayHave(line, shelf, visit.desk().parties(), pricing));
    }

    /** While nothing may be chosen, prices are those of the first day on which coverage could begin. */
    private static LocalDate earliest(int year, LocalDate today) {
        LocalDate next = OpenEnrollment.firstAfter(today);
        LocalDate first = LocalDate.of(year, 1, 1);
        return next.isBefore(first) ? first : next.getYear() > year ? LocalDate.of(year, DECEMBER, 1) : next;
    }

    @Nullable Shelf shelf(int year, Home home) {
        String zip = home.zip().length() < 5 ? "" : home.zip().substring(0, 5);
        List<Place> places = plans.places(year, zip);
        Optional<Place> place = places.stream().filter(one -> one.county().equals(home.county())).findFirst();
        return place.or(() -> places.size() == 1 ? Optional.of(places.getFirst()) : Optional.empty()).flatMap(one -> plans.shelf(year, one)).orElse(null);
    }
}
