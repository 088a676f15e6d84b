package org.assisterportal.plan.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.assisterportal.eligibility.Money;
import org.assisterportal.plan.Care;
import org.assisterportal.plan.ServiceCost;
import org.assisterportal.plan.Terms;
import org.assisterportal.plan.Use;
import org.assisterportal.plan.YearlyCosts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The estimated cost of a year's care, worked out by hand from the basket of plan/use.json. */
class UseRulesTests {
    private static final ServiceCost FREE = new ServiceCost(true, 0, false, false, 0, false);
    private static final YearlyCosts COSTS = new UseRules();

    private static Terms terms(@Nullable Money deductible, @Nullable Money most, ServiceCost visits, ServiceCost rest) {
        Map<Care, ServiceCost> services = new EnumMap<>(Care.class);
        for (Care service : Care.values()) {
            services.put(service, service == Care.PRIMARY_VISIT ? visits : rest);
        }
        Money family = deductible == null ? null : new Money(2 * deductible.cents());
        return new Terms(deductible, family, null, null, most, most == null ? null : new Money(2 * most.cents()), services);
    }

    private static ServiceCost copay(int dollars) {
        return new ServiceCost(true, dollars * 100, false, false, 0, false);
    }

    private static ServiceCost share(int percent) {
        return new ServiceCost(true, null, false, false, percent * 100, true);
    }

    @Test
    void careThatIsFreeCostsNothing() {
        assertThat(COSTS.outOfPocket(terms(Money.ZERO, Money.ZERO, FREE, FREE), List.of(40), Use.HIGH)).isEqualTo(Money.ZERO);
    }

    @Test
    void littleUseIsOneVisitTwoDrugsAndATest() {
        // A visit 40; two drugs of 25 and a test of 90, all under the deductible: 140.
        assertThat(COSTS.outOfPocket(terms(Money.dollars(5000), Money.dollars(9000), copay(40), share(30)), List.of(40), Use.LOW))
                .isEqualTo(Money.dollars(180));
        // Without a deductible 30 % of 140.
        assertThat(COSTS.outOfPocket(terms(Money.ZERO, Money.dollars(9000), copay(40), share(30)), List.of(40), Use.LOW))
                .isEqualTo(Money.dollars(82));
        // A deductible of 100: the drugs 50 and 50 of the test, then 30 % of 40.
        assertThat(COSTS.outOfPocket(terms(Money.dollars(100), Money.dollars(9000), copay(40), share(30)), List.of(40), Use.LOW))
                .isEqualTo(Money.dollars(152));
    }

    @Test
    void aCopayIsNeverMoreThanThePrice() {
        // Drugs cost 25, the test 90: copays of 60 are 25, 25 and 60.
        assertThat(COSTS.outOfPocket(terms(Money.ZERO, Money.dollars(9000), FREE, copay(60)), List.of(40), Use.LOW)).isEqualTo(Money.dollars(110));
    }

    @Test
    void nobodyPaysMoreThanTheMost() {
        assertThat(COSTS.outOfPocket(terms(Money.dollars(5000), Money.dollars(9000), copay(40), share(50)), List.of(40), Use.HIGH))
                .isEqualTo(Money.dollars(9000));
        // Four people: the oldest reaches 2,000, the others 1,280 each, in all no more than 4,000.
        Terms low = terms(Money.dollars(1500), Money.dollars(2000), copay(40), share(50));
        assertThat(COSTS.outOfPocket(low, List.of(40, 38, 9, 7), Use.HIGH)).isEqualTo(Money.dollars(4000));
    }

    @Test
    void whatIsNotCoveredIsPaidInFullAndCountsForNothing() {
        assertThat(COSTS.outOfPocket(terms(Money.ZERO, Money.ZERO, FREE, ServiceCost.NOT_COVERED), List.of(40), Use.LOW))
                .isEqualTo(Money.dollars(140));
    }

    @Test
    void aStaysCopayIsPaidOnce() {
        Map<Care, ServiceCost> services = new EnumMap<>(Care.class);
        for (Care service : Care.values()) {
            services.put(service, FREE);
        }
        services.put(Care.INPATIENT_DAY, new ServiceCost(true, 50_000, true, false, 0, false));
        assertThat(COSTS.outOfPocket(new Terms(Money.ZERO, null, null, null, null, null, services), List.of(40), Use.HIGH)).isEqualTo(Money.dollars(500));
        services.put(Care.INPATIENT_DAY, new ServiceCost(true, 50_000, false, false, 0, false));
        assertThat(COSTS.outOfPocket(new Terms(Money.ZERO, null, null, null, null, null, services), List.of(40), Use.HIGH)).isEqualTo(Money.dollars(1500));
    }

    @Test
    void drugsMayHaveADeductibleOfTheirOwn() {
        Map<Care, ServiceCost> services = new EnumMap<>(Care.class);
        for (Care service : Care.values()) {
            services.put(service, share(20));
        }
        // Visit 170 and test 90 under 1,000: 260; drugs 25 + 5 under 30, then 20 % of 20.
        Terms terms = new Terms(Money.dollars(1000), null, Money.dollars(30), null, Money.dollars(9000), null, services);
        assertThat(COSTS.outOfPocket(terms, List.of(40), Use.LOW)).isEqualTo(Money.dollars(294));
    }

    @Test
    void moreUseNeverCostsLess() {
        for (int deductible : new int[] {0, 500, 4000}) {
            Terms terms = terms(Money.dollars(deductible), Money.dollars(9000), copay(40), share(30));
            for (List<Integer> ages : List.of(List.of(30), List.of(60, 30), List.of(45, 44, 12, 9))) {
                assertThat(COSTS.outOfPocket(terms, ages, Use.LOW)).isLessThanOrEqualTo(COSTS.outOfPocket(terms, ages, Use.MEDIUM));
                assertThat(COSTS.outOfPocket(terms, ages, Use.MEDIUM)).isLessThanOrEqualTo(COSTS.outOfPocket(terms, ages, Use.HIGH));
            }
        }
    }
}
