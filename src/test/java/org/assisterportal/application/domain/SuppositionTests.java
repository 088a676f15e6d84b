package org.assisterportal.application.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assisterportal.eligibility.Answer;
import org.assisterportal.eligibility.EmployerOffer;
import org.assisterportal.eligibility.Frequency;
import org.assisterportal.eligibility.Household;
import org.assisterportal.eligibility.IncomeKind;
import org.assisterportal.eligibility.Money;
import org.assisterportal.eligibility.Person;
import org.assisterportal.eligibility.PersonFacts;
import org.assisterportal.eligibility.Pregnancy;
import org.assisterportal.eligibility.Relation;
import org.assisterportal.eligibility.Taxes;
import org.assisterportal.eligibility.Taxes.Filing;
import org.assisterportal.eligibility.YearlyIncome;
import org.junit.jupiter.api.Test;

/** How facts change with what is supposed. */
class SuppositionTests {
    private final Household couple =
            new Household(
                    2026, LocalDate.of(2026, 11, 28),
                    List.of(
                            PersonFacts.of("self", LocalDate.of(1990, 5, 17))
                                    .taxes(Taxes.of(Filing.JOINT))
                                    .pregnancy(Pregnancy.expecting(1))
                                    .income(IncomeKind.WAGES, Money.dollars(3000), Frequency.MONTHLY)
                                    .expected(new YearlyIncome(Money.dollars(30_000)))
                                    .build(),
                            PersonFacts.of("sam", LocalDate.of(1988, 1, 1))
                                    .taxes(Taxes.of(Filing.JOINT))
                                    .income(IncomeKind.UNEMPLOYMENT, Money.dollars(400), Frequency.WEEKLY)
                                    .build(),
                            PersonFacts.of("rosa", LocalDate.of(2015, 1, 1)).taxes(Taxes.claimedBy("sam")).build()),
                    List.of(Relation.spouses("self", "sam"), Relation.parent("self", "rosa"), Relation.parent("sam", "rosa")),
                    List.of(new EmployerOffer("self", Set.of("sam", "rosa"), Money.dollars(100), Money.dollars(500), Answer.YES, Answer.YES)));

    private static Person of(Household household, String key) {
        return household.people().stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow();
    }

    private Household supposed(Map<String, String> typed) {
        Fields fields = new Fields(typed);
        Household changed = Supposition.of(couple, fields);
        assertThat(fields.problems()).isEmpty();
        return changed;
    }

    @Test
    void aNewMonthIsTwelveTimesItselfInTheYearUnlessTheYearIsTypedToo() {
        assertThat(of(supposed(Map.of("month-self", "2,000")), "self").expected()).isNull();
        Person both = of(supposed(Map.of("month-self", "2,000", "expected-self", "25,000")), "self");
        assertThat(both.expected()).isEqualTo(new YearlyIncome(Money.dollars(25_000)));
        assertThat(of(supposed(Map.of("month-sam", "0")), "sam").incomes()).isEmpty();
    }

    @Test
    void theOnlyKindOfIncomeStaysTheKind() {
        assertThat(of(supposed(Map.of("month-sam", "900")), "sam").incomes().getFirst().kind()).isEqualTo(IncomeKind.UNEMPLOYMENT);
    }

    @Test
    void whoeverLeavesIsLeftOutOfRelationsReturnsAndOffers() {
        Household without = supposed(Map.of("without-sam", "true"));
        assertThat(without.people()).extracting(Person::key).containsExactly("self", "rosa");
        assertThat(without.relations()).containsExactly(Relation.parent("self", "rosa"));
        assertThat(of(without, "self").taxes().filing()).isEqualTo(Filing.SINGLE);
        assertThat(of(without, "rosa").taxes().claimedBy()).isNull();
        assertThat(without.offers().getFirst().family()).containsExactly("rosa");
    }

    @Test
    void theConsumerNeverLeaves() {
        assertThat(supposed(Map.of("without-self", "true")).people()).hasSize(3);
    }

    @Test
    void aBirthEndsThePregnancyAndTheChildIsBothParents() {
        Household born = supposed(Map.of("comes", "BABY"));
        assertThat(of(born, "self").pregnancy()).isEqualTo(Pregnancy.ended(couple.day()));
        assertThat(of(born, "new-baby").born()).isEqualTo(couple.day());
        assertThat(of(born, "new-baby").taxes()).isEqualTo(Taxes.claimedBy("self"));
        assertThat(born.relations()).contains(Relation.parent("self", "new-baby"), Relation.parent("sam", "new-baby"));
    }

    @Test
    void aSecondSpouseIsAProblemAtTheField() {
        Fields fields = new Fields(Map.of("comes", "SPOUSE", "comes-age", "30"));
        Supposition.of(couple, fields);
        assertThat(fields.problems()).containsEntry("comes", "apply.problem.has-spouse");
    }

    @Test
    void ageIsTakenFromTheDayAndItsLimitsHold() {
        Fields grown = new Fields(Map.of("comes", "CHILD", "comes-age", "18"));
        assertThat(of(Supposition.of(couple, grown), "new-child").born()).isEqualTo(couple.day().minusYears(18));
        Fields older = new Fields(Map.of("comes", "CHILD", "comes-age", "19"));
        Supposition.of(couple, older);
        assertThat(older.problems()).containsKey("comes-age");
    }

    @Test
    void ownIncomeIsTheMonthsAndTheYears() {
        assertThat(Supposition.own(of(couple, "self")).year()).isEqualTo(Money.dollars(30_000));
        assertThat(Supposition.own(of(couple, "sam")).month()).isEqualTo(Money.of("1733.33"));
        assertThat(Supposition.own(of(couple, "sam")).year()).isEqualTo(Money.dollars(20_800));
    }
}
