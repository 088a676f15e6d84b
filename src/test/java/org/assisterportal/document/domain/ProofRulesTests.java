package org.assisterportal.document.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assisterportal.MarketplaceTest;
import org.assisterportal.document.ProofKind;
import org.assisterportal.document.domain.ProofRules.Proof;
import org.assisterportal.eligibility.Answer;
import org.assisterportal.eligibility.Determination;
import org.assisterportal.eligibility.Eligibility;
import org.assisterportal.eligibility.EmployerOffer;
import org.assisterportal.eligibility.Frequency;
import org.assisterportal.eligibility.Household;
import org.assisterportal.eligibility.Immigration;
import org.assisterportal.eligibility.ImmigrationStatus;
import org.assisterportal.eligibility.IncomeKind;
import org.assisterportal.eligibility.Money;
import org.assisterportal.eligibility.Person;
import org.assisterportal.eligibility.PersonFacts;
import org.assisterportal.eligibility.Program;
import org.assisterportal.eligibility.Relation;
import org.assisterportal.eligibility.Taxes;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Which proofs are asked for: what the result rests on, and nothing else. */
@MarketplaceTest
class ProofRulesTests {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Autowired private Eligibility eligibility;

    /** A single adult of 36 who files alone and earns so much a month. */
    private static PersonFacts maria(int dollars) {
        return PersonFacts.of("self", LocalDate.of(1990, 1, 15))
                .taxes(Taxes.of(Taxes.Filing.SINGLE))
                .income(IncomeKind.WAGES, Money.dollars(dollars), Frequency.MONTHLY);
    }

    private static Household of(Person... people) {
        return new Household(2026, DAY, List.of(people), List.of(), List.of());
    }

    private Determination determined(Household household) {
        return ((Eligibility.Determined) eligibility.determine(household)).determination();
    }

    private List<Proof> proofs(Household household, boolean identity) {
        Determination determined = determined(household);
        return ProofRules.needed(
                determined, identity,
                facts -> eligibility.again(facts, determined.rules()) instanceof Eligibility.Determined other
                        ? Optional.of(other.determination())
                        : Optional.empty());
    }

    private List<String> asked(Household household) {
        return proofs(household, false).stream().map(one -> one.person() + " " + one.kind()).toList();
    }

    @Test
    void whoGetsACreditProvesCitizenshipAndIncome() {
        assertThat(determined(of(maria(3_000).build())).of("self").program()).isEqualTo(Program.TAX_CREDIT);
        assertThat(asked(of(maria(3_000).build()))).containsExactly("self CITIZENSHIP", "self INCOME");
    }

    @Test
    void theSameIsAskedUnderMedicalAssistanceAndMinnesotaCare() {
        for (int dollars : List.of(1_000, 2_200)) {
            assertThat(asked(of(maria(dollars).build()))).as("%s", dollars).containsExactly("self CITIZENSHIP", "self INCOME");
        }
    }

    @Test
    void whoPaysTheFullPriceProvesNoIncome() {
        assertThat(determined(of(maria(9_000).build())).of("self").program()).isEqualTo(Program.FULL_PRICE_PLAN);
        assertThat(asked(of(maria(9_000).build()))).containsExactly("self CITIZENSHIP");
    }

    @Test
    void whoHasNoIncomeHasNoneToProve() {
        PersonFacts nothing = PersonFacts.of("self", LocalDate.of(1990, 1, 15)).taxes(Taxes.of(Taxes.Filing.SINGLE));
        assertThat(asked(of(nothing.build()))).containsExactly("self CITIZENSHIP");
    }

    @Test
    void anIncomeThatIsNeverCountedIsNotProved() {
        Person maria = maria(1_000).incomes(List.of()).income(IncomeKind.CHILD_SUPPORT, Money.dollars(400), Frequency.MONTHLY).build();
        assertThat(asked(of(maria))).containsExactly("self CITIZENSHIP");
    }

    @Test
    void fosterCareCountsNoIncome() {
        Person young = maria(2_500).born(LocalDate.of(2004, 1, 15)).fosterCare(Answer.YES).build();
        assertThat(determined(of(young)).of("self").program()).isEqualTo(Program.MEDICAL_ASSISTANCE);
        assertThat(asked(of(young))).containsExactly("self CITIZENSHIP");
    }

    @Test
    void aStatusIsProvedByWhomItGivesCoverageAndNotByWhomItGivesNone() {
        Person resident = maria(3_000).immigration(Immigration.resident(LocalDate.of(2015, 4, 1), null)).build();
        assertThat(asked(of(resident))).containsExactly("self IMMIGRATION", "self INCOME");
        Person without = maria(3_000).immigration(Immigration.of(ImmigrationStatus.UNDOCUMENTED)).build();
        assertThat(asked(of(without))).isEmpty();
    }

    @Test
    void whoDoesNotApplyProvesTheIncomeThatCountsForOthersAndNoStatus() {
        Person parent = maria(3_500).applies(false).immigration(Immigration.of(ImmigrationStatus.UNKNOWN)).build();
        Person child = PersonFacts.of("rosa", LocalDate.of(2017, 5, 1)).taxes(Taxes.claimedBy("self")).build();
        Household family = of(parent, child).withRelations(List.of(Relation.parent("self", "rosa")));
        assertThat(asked(family)).containsExactly("self INCOME", "rosa CITIZENSHIP");
    }

    @Test
    void aChildsSmallEarningsThatDoNotCountAreNotProved() {
        Person parent = maria(2_000).build();
        PersonFacts child = PersonFacts.of("rosa", LocalDate.of(2010, 5, 1)).taxes(Taxes.claimedBy("self"));
        Household little =
                of(parent, child.income(IncomeKind.WAGES, Money.dollars(200), Frequency.MONTHLY).build())
                        .withRelations(List.of(Relation.parent("self", "rosa")));
        assertThat(asked(little)).containsExactly("self CITIZENSHIP", "self INCOME", "rosa CITIZENSHIP");
        Household much =
                little.with("rosa", facts -> facts.incomes(List.of()).income(IncomeKind.WAGES, Money.dollars(2_000), Frequency.MONTHLY));
        assertThat(asked(much)).contains("rosa INCOME");
    }

    @Test
    void anOfferThatCostsTooMuchIsProvedAndOneThatDecidesNothingIsNot() {
        EmployerOffer dear =
                new EmployerOffer("self", Set.of(), Money.dollars(600), null, Answer.YES, Answer.YES);
        Household helped = of(maria(3_000).build()).withOffers(List.of(dear));
        assertThat(asked(helped)).containsExactly("self CITIZENSHIP", "self INCOME", "self EMPLOYER_OFFER");
        EmployerOffer cheap = new EmployerOffer("self", Set.of(), Money.dollars(50), null, Answer.YES, Answer.YES);
        assertThat(asked(of(maria(3_000).build()).withOffers(List.of(cheap)))).containsExactly("self CITIZENSHIP");
        assertThat(asked(of(maria(1_000).build()).withOffers(List.of(dear)))).as("Medical Assistance doesn't ask").doesNotContain("self EMPLOYER_OFFER");
    }

    @Test
    void aTribesMemberProvesItWhereItChangesWhatTheyGet() {
        Person member = maria(3_000).tribal(Answer.YES).build();
        assertThat(asked(of(member))).containsExactly("self CITIZENSHIP", "self INCOME", "self TRIBAL");
        Person poorer = maria(1_000).tribal(Answer.YES).build();
        assertThat(determined(of(poorer)).of("self").program()).isEqualTo(Program.MEDICAL_ASSISTANCE);
        assertThat(asked(of(poorer))).containsExactly("self CITIZENSHIP", "self INCOME");
    }

    @Test
    void identityIsProvedByTheFirstPersonAndOnlyWhereThePolicyAsks() {
        Household two = of(maria(3_000).build(), PersonFacts.of("tom", LocalDate.of(1989, 5, 1)).taxes(Taxes.of(Taxes.Filing.SINGLE)).build());
        assertThat(proofs(two, true).stream().filter(one -> one.kind() == ProofKind.IDENTITY).map(Proof::person)).containsExactly("self");
        assertThat(proofs(two, false)).noneMatch(one -> one.kind() == ProofKind.IDENTITY);
    }

    @Test
    void theSameFactsAreTheSameFactAndOthersAreNot() {
        List<String> before = proofs(of(maria(3_000).build()), false).stream().map(Proof::fact).toList();
        assertThat(proofs(of(maria(3_000).build()), false).stream().map(Proof::fact)).isEqualTo(before);
        assertThat(proofs(of(maria(3_001).build()), false).stream().map(Proof::fact).toList()).isNotEqualTo(before);
        assertThat(proofs(of(maria(3_001).build()), false).getFirst().fact()).as("citizenship as before").isEqualTo(before.getFirst());
    }
}
