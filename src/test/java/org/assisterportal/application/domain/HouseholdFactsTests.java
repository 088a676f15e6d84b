package org.assisterportal.application.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.assisterportal.application.Question;
import org.assisterportal.eligibility.Answer;
import org.assisterportal.eligibility.Frequency;
import org.assisterportal.eligibility.Household;
import org.assisterportal.eligibility.Income;
import org.assisterportal.eligibility.IncomeKind;
import org.assisterportal.eligibility.Money;
import org.assisterportal.eligibility.Person;
import org.assisterportal.eligibility.Relation;
import org.assisterportal.eligibility.Taxes;
import org.junit.jupiter.api.Test;

/** What was typed is what is determined from. */
class HouseholdFactsTests {

    @Test
    void aSingleAdultsAnswersAreTheirFacts() {
        Household household = HouseholdFacts.of(Answers.ofMaria().sheet());
        assertThat(household.planYear()).isEqualTo(2026);
        assertThat(household.day()).isEqualTo(Answers.TODAY);
        Person maria = household.people().getFirst();
        assertThat(maria.key()).isEqualTo("self");
        assertThat(maria.born()).isEqualTo(LocalDate.of(1990, 5, 17));
        assertThat(maria.county()).isEqualTo("St. Louis");
        assertThat(maria.minnesotan()).isEqualTo(Answer.YES);
        assertThat(maria.taxes()).isEqualTo(Taxes.of(Taxes.Filing.SINGLE));
        assertThat(maria.incomes())
                .containsExactly(new Income(IncomeKind.WAGES, new Money(100_050), Frequency.EVERY_TWO_WEEKS));
        assertThat(maria.expected()).isNull();
        assertThat(household.offers()).isEmpty();
        assertThat(household.relations()).isEmpty();
    }

    @Test
    void whatIsNotKnownYetStaysUnknown() {
        Answers answers =
                Answers.ofMaria()
                        .page(Question.DISABILITY, "", "self", "UNKNOWN")
                        .page(Question.COVERED, "", "self", "UNKNOWN")
                        .page(Question.INCOME, "self", "kind-1", "WAGES", "unknown-1", "true", "frequency-1", "MONTHLY")
                        .page(Question.EXPECTED, "self", "same", "UNKNOWN")
                        .page(Question.OFFER, "self", "offered", "UNKNOWN");
        Household household = HouseholdFacts.of(answers.sheet());
        Person maria = household.people().getFirst();
        assertThat(maria.disabled()).isEqualTo(Answer.UNKNOWN);
        assertThat(maria.coverage()).containsExactly(org.assisterportal.eligibility.Coverage.UNKNOWN);
        assertThat(maria.incomes().getFirst().amount()).isNull();
        assertThat(java.util.Objects.requireNonNull(maria.expected()).amount()).isNull();
        assertThat(household.offers().getFirst().minimumValue()).isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void relationsAreSaidFromTheElderSideAndClaimsByKey() {
        Answers family =
                Answers.ofMaria()
                        .person("p2", "Rosa", "5/17/2015", true)
                        .page(Question.RELATION, "p2", "to-self", "CHILD")
                        .page(Question.TAXES, "p2", "filing", "NONE", "claimed", "self");
        Household household = HouseholdFacts.of(family.sheet());
        assertThat(household.relations()).isEqualTo(List.of(Relation.parent("self", "p2")));
        assertThat(household.people().get(1).taxes()).isEqualTo(Taxes.claimedBy("self"));
        Answers grandmother =
                Answers.ofMaria()
                        .person("p2", "Rosa", "5/17/2015", true)
                        .page(Question.RELATION, "p2", "to-self", "GRANDCHILD")
                        .page(Question.CARE, "p2", "carer", "self")
                        .page(Question.TAXES, "p2", "filing", "NONE", "claimed", "self");
        assertThat(HouseholdFacts.of(grandmother.sheet()).relations())
                .containsExactlyInAnyOrder(
                        new Relation("self", Relation.Kind.GRANDPARENT, "p2"), new Relation("self", Relation.Kind.CARETAKER, "p2"));
    }

    @Test
    void anOfferToTheFamilyHasItsMembersAndBothPrices() {
        Answers family =
                Answers.ofMaria()
                        .person("p2", "Rosa", "5/17/2015", true)
                        .page(
                                Question.OFFER, "self", "offered", "YES", "own", "120", "family-p2", "true", "all", "640.50", "value", "YES");
        var offer = HouseholdFacts.of(family.page(Question.TAXES, "p2", "filing", "NONE", "claimed", "self").sheet()).offers().getFirst();
        assertThat(offer.employee()).isEqualTo("self");
        assertThat(offer.family()).containsExactly("p2");
        assertThat(offer.employeeOnly()).isEqualTo(Money.dollars(120));
        assertThat(offer.familyCost()).isEqualTo(new Money(64_050));
    }
}
