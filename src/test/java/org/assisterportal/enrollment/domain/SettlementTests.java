package org.assisterportal.enrollment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assisterportal.MarketplaceTest;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.eligibility.CostSharing;
import org.assisterportal.eligibility.Money;
import org.assisterportal.enrollment.Basket;
import org.assisterportal.enrollment.Enrolled;
import org.assisterportal.enrollment.Enrolled.Amount;
import org.assisterportal.enrollment.Enrolled.Covered;
import org.assisterportal.enrollment.Party;
import org.assisterportal.enrollment.PolicyNumber;
import org.assisterportal.plan.Buyer;
import org.assisterportal.plan.Buyers;
import org.assisterportal.plan.Catalogs;
import org.assisterportal.plan.Choice;
import org.assisterportal.plan.OfferedPlan;
import org.assisterportal.plan.PlanId;
import org.assisterportal.plan.Plans;
import org.assisterportal.plan.Price;
import org.assisterportal.plan.Pricing;
import org.assisterportal.plan.PublishedDemo;
import org.assisterportal.plan.Quote;
import org.assisterportal.plan.Shelf;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of a household's policies when it chooses, with the demo catalog's prices in Hennepin county. */
@MarketplaceTest
class SettlementTests {
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);
    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

    @Autowired private Catalogs catalogs;
    @Autowired private Plans plans;
    @Autowired private Pricing pricing;

    private Shelf shelf;
    private List<String> silver;
    private String dental;

    @BeforeEach
    void publish() {
        PublishedDemo.publish(catalogs, plans);
        shelf = plans.shelf(2026, plans.places(2026, "55401").getFirst()).orElseThrow();
        silver = ids(false);
        dental = ids(true).getFirst();
    }

    private List<String> ids(boolean dentalOnes) {
        return shelf.plans().stream()
                .filter(plan -> plan.metal().isDental() == dentalOnes && (dentalOnes || plan.metal().name().equals("SILVER")))
                .map(plan -> plan.id().value())
                .toList();
    }

    private static Buyer buyer(String key, String born) {
        return new Buyer(key, LocalDate.parse(born), false, true, CostSharing.NONE, false);
    }

    private static final Buyer MARIA = buyer("self", "1986-01-15");
    private static final Buyer TOM = buyer("tom", "1988-03-01");
    private static final Buyer ADA = buyer("ada", "2026-06-20");

    private static Party party(LocalDate begins, Buyer... people) {
        return new Party(0, new Buyers(2026, begins, List.of(people), new Money(30_000), null), true, false);
    }

    private static Basket.Line line(String plan, String... people) {
        return new Basket.Line(0, plan, false, List.of(people));
    }

    private Enrolled standing(String plan, Covered... people) {
        OfferedPlan sold = shelf.card(plan).orElseThrow().plan();
        return new Enrolled(
                new PolicyNumber(70_000_001), new ApplicationId(UUID.randomUUID()), 2026, new PlanId(plan), CostSharing.NONE, sold.name(), sold.issuer(),
                sold.metal().isDental(), 0, JANUARY, LAST, Enrolled.State.COVERED, Instant.EPOCH, "Maria Lopez", null, null, List.of(people),
                List.of(new Amount(JANUARY, new Money(90_000), new Money(10_000), Map.of())), null);
    }

    private static Covered covered(String key) {
        return new Covered(key, key, JANUARY, LAST, false);
    }

    private Settlement settle(Party party, List<Enrolled> standing, @Nullable Money wanted, Basket.Line... lines) {
        return Settlement.of(party, List.of(lines), standing, shelf, Map.of(), pricing, wanted);
    }

    @Test
    void aFirstChoiceBeginsAPolicyAtThePriceOfItsPeople() {
        Settlement settlement = settle(party(JULY, MARIA, TOM), List.of(), null, line(silver.getFirst(), "self", "tom"));
        assertThat(settlement.leavings()).isEmpty();
        assertThat(settlement.openings()).hasSize(1);
        Quote alone = pricing.quote(shelf.plans(), party(JULY, MARIA, TOM).buyers(), List.of(new Choice(shelf.card(silver.getFirst()).orElseThrow().plan(), List.of("self", "tom"))));
        assertThat(settlement.openings().getFirst().price()).isEqualTo(alone.prices().getFirst());
        assertThat(settlement.openings().getFirst().price().credit().cents()).isPositive();
    }

    @Test
    void whatBeginsLaterSharesTheCreditOnlyThen() {
        Enrolled august = startingIn(LocalDate.of(2026, 8, 1), standing(silver.getFirst(), covered("tom")));
        Settlement settlement = settle(party(JULY, MARIA, TOM), List.of(august), null, line(silver.get(1), "self"));
        assertThat(settlement.repriced()).as("it has no price in July").isEmpty();
        assertThat(settlement.quote()).extracting(quote -> quote.prices().size()).isEqualTo(1);
        Settlement both = settle(party(LocalDate.of(2026, 8, 1), MARIA, TOM), List.of(august), null, line(silver.get(1), "self"));
        assertThat(both.repriced()).hasSize(1);
    }

    private static Enrolled startingIn(LocalDate day, Enrolled one) {
        return new Enrolled(
                one.number(), one.application(), one.planYear(), one.plan(), one.variant(), one.planName(), one.issuerName(), one.dental(), one.party(), day,
                one.lastDay(), Enrolled.State.COMING, one.signedAt(), one.signer(), null, null,
                one.people().stream().map(who -> new Covered(who.key(), who.name(), day, who.to(), false)).toList(), one.amounts(), null);
    }

    @Test
    void lessCreditThanThereIsIsTakenWhereThatIsWished() {
        Settlement settlement = settle(party(JULY, MARIA), List.of(), new Money(1_234), line(silver.getFirst(), "self"));
        assertThat(settlement.openings().getFirst().price().credit()).isEqualTo(new Money(1_234));
    }

    @Test
    void anotherPlanEndsTheOneThatStandsTheDayBefore() {
        Enrolled old = standing(silver.getFirst(), covered("self"), covered("tom"));
        Settlement settlement = settle(party(JULY, MARIA, TOM), List.of(old), null, line(silver.get(1), "self", "tom"));
        assertThat(settlement.leavings()).containsExactly(new Settlement.Leaving(old, List.of("self", "tom"), LocalDate.of(2026, 6, 30), false));
        assertThat(settlement.leavings().getFirst().isWhole()).isTrue();
        assertThat(settlement.repriced()).isEmpty();
        Settlement atOnce = settle(party(JANUARY, MARIA, TOM), List.of(old), null, line(silver.get(1), "self", "tom"));
        assertThat(atOnce.leavings().getFirst().cancelled()).isTrue();
    }

    @Test
    void aChildThatComesInJoinsThePolicyAndItCostsMore() {
        Enrolled old = standing(silver.getFirst(), covered("self"), covered("tom"));
        Settlement settlement = settle(party(JULY, MARIA, TOM, ADA), List.of(old), null, line(silver.getFirst(), "self", "tom", "ada"));
        assertThat(settlement.openings()).isEmpty();
        assertThat(settlement.leavings()).isEmpty();
        assertThat(settlement.joinings()).containsExactly(new Settlement.Joining(old, List.of("ada"), null));
        assertThat(settlement.repriced()).hasSize(1);
        assertThat(settlement.repriced().getFirst().price().members()).hasSize(3);
    }

    @Test
    void whoLeavesAloneLeavesTheOthersWithTheirPriceButNotWithoutTheSubscriber() {
        Enrolled old = standing(silver.getFirst(), covered("self"), covered("tom"));
        Settlement settlement = settle(party(JULY, MARIA, TOM), List.of(old), null, line(silver.get(1), "tom"));
        assertThat(settlement.leavings().getFirst().leavesOthersBehind()).isFalse();
        assertThat(settlement.repriced()).hasSize(1);
        assertThat(settlement.repriced().getFirst().price().members()).extracting(one -> one.key()).containsExactly("self");
        Settlement without = settle(party(JULY, MARIA, TOM), List.of(old), null, line(silver.get(1), "self"));
        assertThat(without.leavings().getFirst().leavesOthersBehind()).isTrue();
    }

    @Test
    void aDentalPlanEndsNoHealthPlan() {
        Enrolled old = standing(silver.getFirst(), covered("self"));
        Settlement settlement = settle(party(JULY, MARIA), List.of(old), null, new Basket.Line(0, dental, true, List.of("self")));
        assertThat(settlement.leavings()).isEmpty();
        assertThat(settlement.openings()).hasSize(1);
    }

    @Test
    void aBirthdaySinceThePolicyBeganCostsNothingMore() {
        // 40 on the first of January, 41 in July.
        Buyer maria = buyer("self", "1985-05-20");
        Enrolled old = standing(silver.getFirst(), covered("self"));
        Settlement settlement = settle(party(JULY, maria), List.of(old), null, new Basket.Line(0, dental, true, List.of("self")));
        assertThat(settlement.repriced().getFirst().price().members().getFirst().age()).isEqualTo(40);
        assertThat(settle(party(JULY, maria), List.of(), null, line(silver.getFirst(), "self")).openings().getFirst().price().members().getFirst().age())
                .isEqualTo(41);
    }

    @Test
    void theOrderOfTheLinesChangesNoPrice() {
        Basket.Line one = line(silver.getFirst(), "self");
        Basket.Line other = line(silver.get(1), "tom");
        // With each wish another number of cents is left over.
        for (long wanted = 9_991; wanted < 10_001; wanted++) {
            Map<String, Money> forth = nets(settle(party(JULY, MARIA, TOM), List.of(), new Money(wanted), one, other));
            assertThat(nets(settle(party(JULY, MARIA, TOM), List.of(), new Money(wanted), other, one))).as("%s", wanted).isEqualTo(forth);
            Enrolled stands = startingIn(JULY, standing(silver.get(1), covered("tom")));
            Settlement later = settle(party(JULY, MARIA, TOM), List.of(stands), new Money(wanted), one);
            assertThat(later.openings().getFirst().price().net()).as("beside one that stands").isEqualTo(forth.get(silver.getFirst()));
            assertThat(later.repriced().getFirst().price().net()).isEqualTo(forth.get(silver.get(1)));
        }
    }

    @Test
    void anotherShareIsKeptThoughTheSumStays() {
        Price price = settle(party(JANUARY, MARIA, TOM), List.of(), null, line(silver.getFirst(), "self", "tom")).openings().getFirst().price();
        Map<String, Long> shares = price.members().stream().collect(Collectors.toMap(one -> one.key(), one -> one.premium().cents()));
        Enrolled same = costing(price, shares);
        assertThat(settle(party(JULY, MARIA, TOM), List.of(same), null).repriced()).isEmpty();
        Enrolled others = costing(price, Map.of("self", shares.get("tom"), "tom", shares.get("self")));
        assertThat(settle(party(JULY, MARIA, TOM), List.of(others), null).repriced()).hasSize(1);
    }

    private Enrolled costing(Price price, Map<String, Long> shares) {
        Enrolled one = standing(silver.getFirst(), covered("self"), covered("tom"));
        return new Enrolled(
                one.number(), one.application(), one.planYear(), one.plan(), one.variant(), one.planName(), one.issuerName(), one.dental(), one.party(), one.starts(),
                one.lastDay(), one.state(), one.signedAt(), one.signer(), null, null, one.people(),
                List.of(new Amount(JANUARY, price.premium(), price.credit(), shares)), null);
    }

    private static Map<String, Money> nets(Settlement settlement) {
        return settlement.openings().stream().collect(Collectors.toMap(one -> one.line().plan(), one -> one.price().net()));
    }
}
