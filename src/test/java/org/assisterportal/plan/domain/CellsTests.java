package org.assisterportal.plan.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.assisterportal.plan.ServiceCost;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts of the carriers' files as amounts. */
class CellsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$4,500|450000", "$4500 per person|450000", "$9000 per group|900000", "$0|0", "$12.50|1250", "4500|450000",
                "Not Applicable|", "per person not applicable|", "$4.505|", "forty|", "-5|", "$1,234,567.89|"
            })
    void aLimitIsReadInCents(String text, @Nullable Integer cents) {
        assertThat(Cells.limit(text)).isEqualTo(cents);
    }

    @ParameterizedTest
    @CsvSource({"Not Applicable,true", "per group not applicable,true", "N/A,true", "$0,false", "none,false"})
    void notApplicableIsSaidInSomeWays(String text, boolean is) {
        assertThat(Cells.notApplicable(text)).isEqualTo(is);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "0.9965,0.9965", "99.65%,0.9965", "100.00%,1.0000", "0.1234567,", "1.01,", "101%,", "-1,", "99.65,"})
    void aShareLiesBetweenNoneAndAll(String text, @Nullable String ratio) {
        var read = Cells.ratio(text);
        assertThat(read == null ? null : read.toPlainString()).isEqualTo(ratio);
    }

    @ParameterizedTest
    @CsvSource({"412.07,41207", "$412.07,41207", "412.070,", "412.075,", "0,0", "1000000.00,100000000", "1000000.01,", "abc,"})
    void aPriceHasWholeCents(String text, @Nullable Integer cents) {
        assertThat(Cells.cents(text)).isEqualTo(cents);
    }

    @Test
    void whatCareCostsIsReadFromBothCells() {
        assertThat(Cells.cost(true, "$25.00", "Not Applicable")).isEqualTo(new ServiceCost(true, 2500, false, false, 0, false));
        assertThat(Cells.cost(true, "$50.00 Copay after deductible", "Not Applicable")).isEqualTo(new ServiceCost(true, 5000, false, true, 0, false));
        assertThat(Cells.cost(true, "$300.00 Copay per Stay", "Not Applicable")).isEqualTo(new ServiceCost(true, 30000, true, false, 0, false));
        assertThat(Cells.cost(true, "$300.00 Copay per Day after deductible", "")).isEqualTo(new ServiceCost(true, 30000, false, true, 0, false));
        assertThat(Cells.cost(true, "$30.00 Copay before deductible", "")).isEqualTo(new ServiceCost(true, 3000, false, false, 0, false));
        assertThat(Cells.cost(true, "Not Applicable", "40.00% Coinsurance after deductible"))
                .isEqualTo(new ServiceCost(true, null, false, false, 4000, true));
        assertThat(Cells.cost(true, "Not Applicable", "40%")).isEqualTo(new ServiceCost(true, null, false, false, 4000, false));
        assertThat(Cells.cost(true, "No Charge", "No Charge")).isEqualTo(new ServiceCost(true, 0, false, false, 0, false));
        assertThat(Cells.cost(true, "No Charge after deductible", "Not Applicable")).isEqualTo(new ServiceCost(true, 0, false, true, 0, false));
        assertThat(Cells.cost(false, "anything", "")).isEqualTo(ServiceCost.NOT_COVERED);
        assertThat(Cells.cost(true, "see brochure", "")).isNull();
        assertThat(Cells.cost(true, "$1,000,000.00", "")).isEqualTo(new ServiceCost(true, 100_000_000, false, false, 0, false));
        assertThat(Cells.cost(true, "$1,000,000.01", "")).isNull();
        assertThat(Cells.cost(true, "$25.00", "110.00%")).isNull();
    }
}
