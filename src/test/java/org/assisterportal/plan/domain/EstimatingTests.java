package org.assisterportal.plan.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.assisterportal.MarketplaceTest;
import org.assisterportal.eligibility.CostSharing;
import org.assisterportal.eligibility.Money;
import org.assisterportal.eligibility.Program;
import org.assisterportal.plan.Buyer;
import org.assisterportal.plan.Estimates;
import org.assisterportal.plan.Estimates.Estimate;
import org.assisterportal.plan.Estimates.Guest;
import org.assisterportal.plan.Estimates.Told;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What ages and an income alone say, by the rules of eligibility. */
@MarketplaceTest
class EstimatingTests {
    @Autowired private Estimates estimates;

    private Estimate estimate(int year, @Nullable Integer income, int size, boolean married, int... ages) {
        List<Guest> guests = new ArrayList<>();
        for (int age : ages) {
            guests.add(new Guest(String.valueOf(guests.size() + 1), age, false));
        }
        Money yearly = income == null ? null : Money.dollars(income);
        return estimates.estimate(new Told(year, LocalDate.of(year, 2, 1), guests, married, size, yearly));
    }

    @Test
    void oneAdultPaysTheContributionOfTheTable() {
        Estimate estimate = estimate(2026, 39125, 1, false, 40);
        assertThat(estimate.known()).isTrue();
        assertThat(estimate.buyers().contribution()).isEqualTo(Money.of("275.18"));
        assertThat(estimate.buyers().people()).singleElement().satisfies(one -> {
            assertThat(one.creditEligible()).isTrue();
            assertThat(one.costSharing()).isEqualTo(CostSharing.SILVER_73);
        });
    }

    @Test
    void aDollarOver400PercentEndsTheCredit() {
        assertThat(estimate(2026, 62600, 1, false, 40).buyers().contribution()).isEqualTo(Money.of("519.58"));
        Estimate over = estimate(2026, 62601, 1, false, 40);
        assertThat(over.known()).isTrue();
        assertThat(over.buyers().contribution()).isNull();
        assertThat(over.programs()).containsEntry("1", Program.FULL_PRICE_PLAN);
    }

    @Test
    void aFamilyIsCountedAsOneReturnAndChildrenMayGetMedicalAssistance() {
        Estimate estimate = estimate(2026, 80000, 4, true, 41, 39, 12, 8);
        assertThat(estimate.programs())
                .containsEntry("1", Program.TAX_CREDIT)
                .containsEntry("2", Program.TAX_CREDIT)
                .containsEntry("3", Program.MEDICAL_ASSISTANCE)
                .containsEntry("4", Program.MEDICAL_ASSISTANCE);
        assertThat(estimate.buyers().contribution()).isEqualTo(Money.of("558.00"));
        assertThat(estimate.buyers().people().stream().filter(Buyer::creditEligible)).hasSize(2);
    }

    @Test
    void peopleWhoWantNoCoverageCountInTheHousehold() {
        assertThat(estimate(2026, 80000, 4, false, 41).buyers().contribution()).isEqualTo(Money.of("558.00"));
    }

    @Test
    void aSmallIncomeGivesMinnesotaCareOrMedicalAssistance() {
        assertThat(estimate(2026, 28000, 1, false, 40).programs()).containsEntry("1", Program.MINNESOTACARE);
        assertThat(estimate(2026, 12000, 1, false, 40).programs()).containsEntry("1", Program.MEDICAL_ASSISTANCE);
    }

    @Test
    void aChildAloneIsSomebodysDependent() {
        Estimate estimate = estimate(2026, 200000, 2, false, 9);
        assertThat(estimate.programs()).containsEntry("1", Program.FULL_PRICE_PLAN);
        assertThat(estimate.known()).isTrue();
    }

    @Test
    void withoutAnIncomeNothingIsKnown() {
        Estimate estimate = estimate(2026, null, 1, false, 40);
        assertThat(estimate.known()).isFalse();
        assertThat(estimate.buyers().contribution()).isNull();
    }

    @Test
    void aYearWithoutItsTableIsNotEstimatedFromAnother() {
        Estimate estimate = estimate(2027, 39125, 1, false, 40);
        assertThat(estimate.known()).isFalse();
        assertThat(estimate.buyers().contribution()).isNull();
    }
}
