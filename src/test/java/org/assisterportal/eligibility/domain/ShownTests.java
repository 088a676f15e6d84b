package org.assisterportal.eligibility.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.assisterportal.eligibility.Eligibility;
import org.assisterportal.eligibility.FinePercent;
import org.assisterportal.eligibility.Finding;
import org.assisterportal.eligibility.Household;
import org.assisterportal.eligibility.Money;
import org.assisterportal.eligibility.Percent;
import org.assisterportal.eligibility.Program;
import org.assisterportal.eligibility.Rule;
import org.junit.jupiter.api.Test;

/** Figures are rounded the normal way, and never so that somebody seems to be on the other side of a limit. */
class ShownTests {
    private static final long TEN_THOUSAND = 1_000_000;

    private static String beside(long income, int limit) {
        return switch (Shown.percent(income, TEN_THOUSAND, limit)) {
            case Percent percent -> percent.words();
            case FinePercent percent -> percent.words();
            case Object other -> other.toString();
        };
    }

    @Test
    void aMonthAndAPercentageAreRoundedHalfUp() {
        assertThat(Shown.month(3_250_000)).isEqualTo(Money.of("2708.33"));
        assertThat(Shown.month(3_250_100)).as("270,841.67 cents").isEqualTo(Money.of("2708.42"));
        assertThat(Shown.month(6)).as("half a cent").isEqualTo(Money.of("0.01"));
        assertThat(Shown.month(5)).isEqualTo(Money.ZERO);
        assertThat(Shown.percent(1_234_549, TEN_THOUSAND).words()).isEqualTo("123.45%");
        assertThat(Shown.percent(1_234_550, TEN_THOUSAND).words()).isEqualTo("123.46%");
    }

    @Test
    void besideALimitAPercentageHasTheDigitsThatItNeeds() {
        assertThat(beside(1_380_000, 138)).isEqualTo("138%");
        assertThat(beside(1_380_030, 138)).isEqualTo("138.003%");
        assertThat(beside(1_380_001, 138)).isEqualTo("138.0001%");
        assertThat(beside(1_380_050, 138)).isEqualTo("138.01%");
        assertThat(beside(1_379_970, 138)).isEqualTo("137.997%");
        assertThat(beside(1_379_940, 138)).isEqualTo("137.99%");
        assertThat(beside(4_004_000, 400)).isEqualTo("400.4%");
    }

    @Test
    void besideALimitAMonthStaysOnItsSide() {
        Money most = new Money(211_666);
        assertThat(Shown.month(2_539_998, most, true)).as("211,666.5 cents, within 211,666.67").isEqualTo(most);
        assertThat(Shown.month(2_539_995, most, false)).as("211,666.25 cents, over 211,666.1").isEqualTo(new Money(211_667));
        assertThat(Shown.month(2_400_000, most, true)).isEqualTo(new Money(200_000));
        assertThat(Shown.month(2_640_000, most, false)).isEqualTo(new Money(220_000));
    }

    private static List<Object> income(Money wages) {
        Household household =
                CaseNotation.household(2026, LocalDate.of(2026, 3, 10), "x 1990-02-01 SINGLE wages:" + wages.toDecimal().toPlainString() + "/month", "", "");
        var determined = (Eligibility.Determined) new Determining().determine(household);
        return determined.determination().people().getFirst().of(Program.MEDICAL_ASSISTANCE).findings().stream()
                .filter(one -> one.rule() == Rule.MA_INCOME && one.message().startsWith("eligibility.ma.income"))
                .map(Finding::facts)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aCentOverTheLimitOfMedicalAssistanceReadsAsOverIt() {
        Money most = (Money) income(Money.of("1000")).get(5);
        assertThat(points(income(most).get(1))).isLessThanOrEqualTo(BigDecimal.valueOf(138));
        List<Object> over = income(new Money(most.cents() + 1));
        assertThat(points(over.get(1))).isGreaterThan(BigDecimal.valueOf(138)).isLessThan(new BigDecimal("138.01"));
        assertThat((Money) over.get(0)).isGreaterThan((Money) over.get(5));
    }

    private static BigDecimal points(Object percent) {
        return percent instanceof FinePercent fine ? fine.points() : BigDecimal.valueOf(((Percent) percent).hundredths(), 2);
    }
}
