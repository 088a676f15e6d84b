package org.assisterportal.application.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assisterportal.MarketplaceTest;
import org.assisterportal.application.NextSteps;
import org.assisterportal.application.Question;
import org.assisterportal.eligibility.Determination;
import org.assisterportal.eligibility.Eligibility;
import org.assisterportal.eligibility.Household;
import org.assisterportal.eligibility.PersonFacts;
import org.assisterportal.eligibility.Pregnancy;
import org.assisterportal.eligibility.Sentence;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What comes next, by the determination and the day; the open enrollment for 2027 ends on 31 December 2026. */
@MarketplaceTest
class PersonStepsTests {
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 12, 31);

    @Autowired private NextSteps next;
    @Autowired private Eligibility eligibility;

    /** Says the keys of sentences. */
    private static final Sentence.Speech KEYS =
            new Sentence.Speech() {
                @Override
                public String name(String key) {
                    return key;
                }

                @Override
                public String text(String message, Object... facts) {
                    return message;
                }

                @Override
                public String day(LocalDate day) {
                    return day.toString();
                }
            };

    private NextSteps.Steps steps(Answers answers, LocalDate today) {
        Determination determined =
                ((Eligibility.Determined) eligibility.determine(HouseholdFacts.of(answers.sheet()))).determination();
        return next.of(determined, null, determined.of("self"), Answers.TODAY, today, KEYS);
    }

    private static Answers year2027() {
        return Answers.ofMaria()
                .page(Question.YEAR, "", "year", "2027")
                .page(Question.INCOME, "self", "kind-1", "WAGES", "amount-1", "1,500", "frequency-1", "EVERY_TWO_WEEKS");
    }

    @Test
    void aPlanIsChosenUntilTheLastDayOfOpenEnrollmentAndAfterItOnlyForAnEvent() {
        Answers rich = year2027().page(Question.INCOME, "self", "kind-1", "WAGES", "amount-1", "90,000", "frequency-1", "MONTHLY");
        assertThat(steps(rich, LAST_DAY).next()).contains("notice.next.plan").doesNotContain("special");
        NextSteps.Steps over = steps(rich, LAST_DAY.plusDays(1));
        assertThat(over.next()).isEqualTo("notice.next.special");
        assertThat(over.from()).isEqualTo("notice.from.special");
        assertThat(over.why()).as("the rule that decided alone").containsExactly("eligibility.credit.income.over");
    }

    @Test
    void figuresThatNobodyKnowsYetAreNoAnswerThatTheHouseholdOwes() {
        NextSteps.Steps steps = steps(year2027(), LAST_DAY);
        assertThat(steps.next()).startsWith("notice.next.figures ").contains("notice.next.plan");
        assertThat(steps.act()).isEqualTo(NextSteps.Act.CHOOSE_PLAN);
    }

    @Test
    void whereOtherCoverageDependsOnSuchFiguresNothingHasToBeReportedEither() {
        Answers offered =
                Answers.ofMaria()
                        .page(Question.YEAR, "", "year", "2027")
                        .page(Question.OFFER, "self", "offered", "YES", "own", "100", "value", "YES");
        NextSteps.Steps steps = steps(offered, LAST_DAY);
        assertThat(steps.from()).isEqualTo("notice.from.figures");
        assertThat(steps.next()).isEqualTo("notice.next.figures-other");
        assertThat(steps.act()).isEqualTo(NextSteps.Act.NONE);
    }

    @Test
    void aMissingAnswerIsNamedAndHasToBeReported() {
        NextSteps.Steps steps = steps(Answers.ofMaria().page(Question.INCOME, "self", "kind-1", "WAGES", "unknown-1", "true", "frequency-1", "MONTHLY"), LAST_DAY);
        assertThat(steps.why()).contains("eligibility.income.unknown").doesNotContain("eligibility.not-ma.unknown");
        assertThat(steps.next()).isEqualTo("notice.next.unknown");
        assertThat(steps.act()).isEqualTo(NextSteps.Act.REPORT);
    }

    @Test
    void whoGetsOtherHelpIsToldOfTheCountysPartFirst() {
        Answers earning = Answers.ofMaria().page(Question.INCOME, "self", "kind-1", "WAGES", "amount-1", "1,250", "frequency-1", "EVERY_TWO_WEEKS");
        assertThat(steps(earning, LAST_DAY).next()).as("nothing for the county to decide").doesNotContain("county");
        NextSteps.Steps credit = steps(earning.page(Question.DISABILITY, "", "self", "YES"), LAST_DAY);
        assertThat(credit.next()).startsWith("notice.next.county-too notice.next.");
        assertThat(credit.act()).isEqualTo(NextSteps.Act.CHOOSE_PLAN);
        Answers older = Answers.ofMaria().person("self", "Maria", "11/28/1961", true);
        assertThat(steps(older, LAST_DAY).next()).as("65 today").startsWith("notice.next.county-too notice.next.");
        assertThat(steps(Answers.ofMaria().person("self", "Maria", "11/29/1961", true), LAST_DAY).next()).as("65 tomorrow").doesNotContain("county");
        Answers poorer = Answers.ofMaria().page(Question.DISABILITY, "", "self", "YES").page(Question.MEDICARE, "", "self", "YES");
        assertThat(steps(poorer, LAST_DAY).next()).as("the county's alone").isEqualTo("notice.next.county");
    }

    @Test
    void whoWaitsForTheCountyAloneMayBuyAPlanMeanwhileWhereOneMayBeSold() {
        Answers offered =
                Answers.ofMaria()
                        .page(Question.DISABILITY, "", "self", "YES")
                        .page(Question.INCOME, "self", "kind-1", "WAGES", "amount-1", "3,000", "frequency-1", "MONTHLY")
                        .page(Question.OFFER, "self", "offered", "YES", "own", "50", "value", "YES");
        assertThat(steps(offered, LAST_DAY).next()).isEqualTo("notice.next.county notice.next.county-meanwhile");
        assertThat(steps(offered.page(Question.MEDICARE, "", "self", "YES"), LAST_DAY).next()).isEqualTo("notice.next.county");
    }

    @Test
    void whoIsInJailWithMedicalAssistanceIsToldThatOnlyHospitalStaysArePaid() {
        Answers poor = Answers.ofMaria().page(Question.INCOME, "self", "kind-1", "WAGES", "amount-1", "500", "frequency-1", "MONTHLY");
        assertThat(steps(poor, LAST_DAY).next()).as("free").isEqualTo("notice.next.ma");
        for (String inside : List.of("INCARCERATED", "AWAITING_DISPOSITION")) {
            assertThat(steps(poor.page(Question.CUSTODY, "", "self", inside), LAST_DAY).next())
                    .as(inside)
                    .isEqualTo("notice.next.ma-custody notice.next.ma");
        }
    }

    /** Like {@link #KEYS}, with the days among the facts. */
    private static final Sentence.Speech DAYS =
            new Sentence.Speech() {
                @Override
                public String name(String key) {
                    return key;
                }

                @Override
                public String text(String message, Object... facts) {
                    return (message + " " + Stream.of(facts).map(String::valueOf).collect(Collectors.joining(" "))).strip();
                }

                @Override
                public String day(LocalDate day) {
                    return day.toString();
                }
            };

    private Determination determined(String monthly) {
        Answers answers = Answers.ofMaria().page(Question.INCOME, "self", "kind-1", "WAGES", "amount-1", monthly, "frequency-1", "MONTHLY");
        return ((Eligibility.Determined) eligibility.determine(HouseholdFacts.of(answers.sheet()))).determination();
    }

    private Optional<String> ends(Determination former, Determination now, LocalDate decided) {
        return next.ends(former, now.of("self"), decided, DAYS);
    }

    private NextSteps.Steps after(Determination former, Determination now) {
        return next.of(now, former, now.of("self"), LocalDate.of(2026, 11, 20), LAST_DAY, KEYS);
    }

    @Test
    void aChildAndWhoeverIsPregnantKeepMedicalAssistanceThroughMoreIncome() {
        Household poor = determined("500").facts();
        Determination later = determined("9,000");
        for (UnaryOperator<PersonFacts> one :
                List.<UnaryOperator<PersonFacts>>of(
                        facts -> facts.pregnancy(Pregnancy.expecting(1)), facts -> facts.pregnancy(Pregnancy.ended(LocalDate.of(2025, 12, 1))),
                        facts -> facts.born(LocalDate.of(2008, 1, 1)))) {
            Determination former = ((Eligibility.Determined) eligibility.determine(poor.with("self", one))).determination();
            assertThat(ends(former, later, LocalDate.of(2026, 11, 20))).hasValue("notice.ends.continues eligibility.program.MEDICAL_ASSISTANCE");
            NextSteps.Steps steps = after(former, later);
            assertThat(steps.next()).as("no plan to choose meanwhile").isEqualTo("notice.next.continues");
            assertThat(steps.act()).isEqualTo(NextSteps.Act.NONE);
        }
        assertThat(after(determined("500"), later).act()).as("it ends").isEqualTo(NextSteps.Act.CHOOSE_PLAN);
        assertThat(ends(determined("500"), later, LocalDate.of(2026, 11, 20))).hasValueSatisfying(said -> assertThat(said).startsWith("notice.ends.after-notice"));
    }

    @Test
    void theFormerProgramEndsWithTheMonthInWhichTenDaysAreOver() {
        Determination medical = determined("500");
        Determination minnesotaCare = determined("2,200");
        Determination credit = determined("2,700");
        assertThat(ends(medical, credit, LocalDate.of(2026, 11, 20)))
                .hasValue("notice.ends.after-notice eligibility.program.MEDICAL_ASSISTANCE 2026-11-30 10");
        assertThat(ends(medical, credit, LocalDate.of(2026, 11, 21))).as("ten days end in the next month").hasValueSatisfying(
                said -> assertThat(said).contains("2026-12-31"));
        assertThat(ends(minnesotaCare, credit, LocalDate.of(2026, 11, 20))).hasValueSatisfying(
                said -> assertThat(said).contains("eligibility.program.MINNESOTACARE 2026-11-30"));
        assertThat(ends(minnesotaCare, medical, LocalDate.of(2026, 11, 20))).hasValueSatisfying(said -> assertThat(said).startsWith("notice.ends.replaced"));
        assertThat(ends(credit, medical, LocalDate.of(2026, 11, 20))).hasValue("notice.ends.credit 2026-11-30");
        assertThat(ends(credit, medical, LocalDate.of(2025, 12, 20))).as("before the year").hasValue("notice.ends.no-credit 2026");
        assertThat(ends(medical, medical, LocalDate.of(2026, 11, 20))).as("it stays").isEmpty();
        assertThat(ends(determined("90,000"), medical, LocalDate.of(2026, 11, 20))).as("a plan at its full price is no program that ends").isEmpty();
    }
}
