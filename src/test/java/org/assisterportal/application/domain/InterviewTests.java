package org.assisterportal.application.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assisterportal.application.Member;
import org.assisterportal.application.Paper.State;
import org.assisterportal.application.Paper.Step;
import org.assisterportal.application.Question;
import org.assisterportal.application.Spot;
import org.assisterportal.eligibility.Answer;
import org.junit.jupiter.api.Test;

class InterviewTests {

    private static List<Question> asked(Answers answers) {
        return Interview.steps(answers.sheet()).stream().map(step -> step.spot().question()).distinct().toList();
    }

    private static List<Spot> open(Answers answers) {
        return Interview.steps(answers.sheet()).stream()
                .filter(step -> step.state() != State.DONE)
                .map(Step::spot)
                .toList();
    }

    private static Map<String, String> wrong(Answers answers, Question question, String subject, String... fields) {
        Map<String, String> content = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            content.put(fields[i], fields[i + 1]);
        }
        return Interview.faults(new Spot(question, subject), content, answers.page(question, subject, fields).sheet()).problems();
    }

    @Test
    void aSingleAdultIsAskedWhatConcernsOneAndNothingElse() {
        assertThat(open(Answers.ofMaria())).isEmpty();
        assertThat(asked(Answers.ofMaria()))
                .doesNotContain(
                        Question.RELATION, Question.CARE, Question.IMMIGRATION, Question.FOSTER_CARE, Question.RESIDENCE,
                        Question.COVERAGE);
    }

    @Test
    void ageDecidesWhatIsAskedOnBothSidesOfTheLimit() {
        assertThat(asked(Answers.ofMaria().person("self", "Maria", "11/28/2000", true))).as("26 today").doesNotContain(Question.FOSTER_CARE);
        assertThat(asked(Answers.ofMaria().person("self", "Maria", "11/29/2000", true))).as("26 tomorrow").contains(Question.FOSTER_CARE);
        assertThat(asked(Answers.ofMaria().person("self", "Maria", "11/29/2008", true))).as("18 tomorrow").doesNotContain(Question.FOSTER_CARE);
        assertThat(asked(Answers.ofMaria().person("self", "Maria", "11/28/2008", true))).as("18 today").contains(Question.FOSTER_CARE);
        assertThat(asked(Answers.ofMaria().person("self", "Maria", "11/28/1966", true))).as("60 today").contains(Question.PREGNANCY);
        assertThat(asked(Answers.ofMaria().person("self", "Maria", "11/28/1965", true))).as("61 today").doesNotContain(Question.PREGNANCY);
    }

    @Test
    void whoWantsNoCoverageIsAskedForIncomeAndTaxesOnly() {
        List<Spot> open = open(Answers.ofMaria().person("p2", "Tom", "5/17/1960", false));
        assertThat(open.stream().map(Spot::question))
                .containsExactlyInAnyOrder(Question.RELATION, Question.TAXES, Question.EARNERS);
    }

    @Test
    void anAnswerOpensThePagesThatFollowFromIt() {
        assertThat(asked(Answers.ofMaria().page(Question.CITIZENS, "", "self", "NO"))).contains(Question.IMMIGRATION);
        assertThat(asked(Answers.ofMaria().page(Question.CITIZENS, "", "self", "UNKNOWN"))).doesNotContain(Question.IMMIGRATION);
        assertThat(asked(Answers.ofMaria().page(Question.COVERED, "", "self", "YES"))).contains(Question.COVERAGE);
        assertThat(asked(Answers.ofMaria().page(Question.EARNERS, "", "self", "NO")))
                .doesNotContain(Question.INCOME, Question.DEDUCTIONS, Question.EXPECTED, Question.OFFER);
        assertThat(asked(Answers.ofMaria().page(Question.INCOME, "self", "kind-1", "PENSION", "amount-1", "10", "frequency-1", "MONTHLY")))
                .contains(Question.EXPECTED)
                .doesNotContain(Question.OFFER);
    }

    @Test
    void aPlanAndNotKnowingWhichAreNoAnswerTogether() {
        Answers covered = Answers.ofMaria().page(Question.COVERED, "", "self", "YES");
        assertThat(wrong(covered, Question.COVERAGE, "self", "UNKNOWN", "true", "TRICARE", "true"))
                .containsExactly(Map.entry("EMPLOYER", "apply.problem.known-and-not"));
        assertThat(wrong(covered, Question.COVERAGE, "self", "UNKNOWN", "true")).isEmpty();
        assertThat(wrong(covered, Question.COVERAGE, "self", "COBRA", "true", "TRICARE", "true")).isEmpty();
    }

    private static Answers married() {
        return Answers.ofMaria().person("p2", "Tom", "5/17/1988", false).page(Question.RELATION, "p2", "to-self", "SPOUSE");
    }

    private static Answers siblings() {
        return Answers.ofMaria().person("p2", "Tom", "5/17/1988", false).page(Question.RELATION, "p2", "to-self", "SIBLING");
    }

    private static Map<String, String> taxes(Answers answers, String subject, String filing, String claimed) {
        return wrong(answers, Question.TAXES, subject, "filing", filing, "reason", "NONE", "claimed", claimed);
    }

    @Test
    void aCoupleFilesTogetherOrEachApart() {
        Answers together = married().page(Question.TAXES, "p2", "filing", "JOINT", "claimed", "NOBODY");
        for (String other : List.of("SEPARATE", "NONE", "UNKNOWN")) {
            assertThat(taxes(together, "self", other, "NOBODY")).as(other).containsExactly(Map.entry("filing", "apply.problem.spouse-together"));
        }
        assertThat(taxes(together, "self", "JOINT", "NOBODY")).isEmpty();
        Answers apart = married().page(Question.TAXES, "p2", "filing", "SEPARATE", "reason", "NONE", "claimed", "NOBODY");
        assertThat(taxes(apart, "self", "JOINT", "NOBODY")).containsExactly(Map.entry("filing", "apply.problem.spouse-apart"));
        assertThat(taxes(apart, "self", "SEPARATE", "NOBODY")).isEmpty();
        assertThat(taxes(married(), "self", "JOINT", "NOBODY")).as("nothing is said for Tom yet").isEmpty();
        Answers formerly = married().page(Question.TAXES, "p2", "filing", "JOINT", "claimed", "NOBODY", "for-year", "2025");
        assertThat(taxes(formerly, "self", "SEPARATE", "NOBODY")).as("Tom's is of another year").isEmpty();
    }

    @Test
    void whoLivesWithTheSpouseIsNoHeadOfHousehold() {
        assertThat(taxes(married(), "self", "HEAD_OF_HOUSEHOLD", "NOBODY")).containsExactly(Map.entry("filing", "apply.problem.head-with-spouse"));
        assertThat(taxes(married().elsewhere("p2", "Tom", "5/17/1988", false), "self", "HEAD_OF_HOUSEHOLD", "NOBODY")).isEmpty();
    }

    @Test
    void apartOrTogetherTakesASpouse() {
        assertThat(taxes(siblings(), "self", "JOINT", "NOBODY")).containsExactly(Map.entry("filing", "apply.problem.no-spouse"));
        assertThat(taxes(siblings(), "self", "SEPARATE", "NOBODY")).containsExactly(Map.entry("filing", "apply.problem.no-spouse"));
        assertThat(wrong(siblings(), Question.TAXES, "self", "filing", "SEPARATE", "reason", "ABANDONMENT", "claimed", "NOBODY")).isEmpty();
    }

    @Test
    void whoeverClaimsFilesAndIsNotClaimed() {
        Answers tomByMaria = siblings().page(Question.TAXES, "p2", "filing", "SINGLE", "claimed", "self");
        assertThat(taxes(tomByMaria, "self", "SINGLE", "p2")).containsExactly(Map.entry("claimed", "apply.problem.claim-each-other"));
        assertThat(taxes(tomByMaria, "self", "NONE", "NOBODY")).containsExactly(Map.entry("filing", "apply.problem.claims-unfiled"));
        assertThat(taxes(tomByMaria, "self", "SINGLE", "PARENT")).containsExactly(Map.entry("claimed", "apply.problem.claims-dependent"));
        assertThat(taxes(tomByMaria, "self", "SINGLE", "NOBODY")).isEmpty();
        Answers tomByOther = siblings().page(Question.TAXES, "p2", "filing", "SINGLE", "claimed", "OTHER");
        assertThat(taxes(tomByOther, "self", "SINGLE", "p2")).containsExactly(Map.entry("claimed", "apply.problem.claimer-dependent"));
        Answers tomFilesNone = siblings().page(Question.TAXES, "p2", "filing", "NONE", "claimed", "NOBODY");
        assertThat(taxes(tomFilesNone, "self", "SINGLE", "p2")).containsExactly(Map.entry("claimed", "apply.problem.claimer"));
        assertThat(taxes(married(), "self", "JOINT", "OTHER")).containsExactly(Map.entry("claimed", "apply.problem.joint-dependent"));
        assertThat(taxes(married(), "self", "JOINT", "p2")).containsExactly(Map.entry("claimed", "apply.problem.joint-dependent"));
    }

    @Test
    void aChangedBirthDateThatMakesARelationImpossibleIsCaughtAndOpensTheRelation() {
        Spot relation = new Spot(Question.RELATION, "p2");
        assertThat(born(married(), "11/28/2008")).as("18 today").isEmpty();
        assertThat(born(married(), "11/29/2008")).as("18 tomorrow").containsExactly(Map.entry("birth-date", "apply.problem.birth-spouse"));
        assertThat(open(married().person("p2", "Tom", "11/29/2008", false))).contains(relation);
        Answers child = Answers.ofMaria().person("p2", "Tom", "5/18/1990", false).page(Question.RELATION, "p2", "to-self", "CHILD");
        assertThat(born(child, "5/17/2000")).as("younger by 10 years").isEmpty();
        assertThat(born(child, "5/16/2000")).as("by a day less").containsExactly(Map.entry("birth-date", "apply.problem.birth-near"));
        assertThat(born(child, "5/17/1990")).as("born on one day").containsExactly(Map.entry("birth-date", "apply.problem.birth-elder"));
        assertThat(open(child.person("p2", "Tom", "5/17/1990", false))).contains(relation);
        assertThat(born(siblings().page(Question.RELATION, "p2", "to-self", "STEPCHILD"), "5/17/1970")).as("a stepmother may be younger").isEmpty();
        assertThat(born(siblings(), "11/29/1901")).as("125 years").isEmpty();
        assertThat(born(siblings(), "11/28/1900")).as("126 years").containsExactly(Map.entry("birth-date", "apply.problem.long-ago"));
    }

    private static Map<String, String> born(Answers answers, String day) {
        return wrong(
                answers, Question.PERSON, "p2", "first-name", "Tom", "last-name", "Lopez", "birth-date", day, "applies", "NO", "here", "YES");
    }

    @Test
    void aYoungChildWithoutIncomeIsNotAskedWhetherItFilesAndClaimsNobody() {
        Answers family =
                Answers.ofMaria().person("p2", "Rosa", "11/29/2012", true).page(Question.RELATION, "p2", "to-self", "CHILD");
        assertThat(TaxForm.leftOut("p2", family.sheet())).as("14 tomorrow").contains("filing");
        assertThat(wrong(family, Question.TAXES, "p2", "claimed", "self")).isEmpty();
        assertThat(TaxForm.claimers("self", family.sheet())).isEmpty();
        assertThat(TaxForm.tidied("p2", Map.of("filing", "NONE", "claimed", "self"), family.sheet())).containsOnlyKeys("claimed");
        Answers earning = family.page(Question.EARNERS, "", "self", "YES", "p2", "YES");
        assertThat(wrong(earning, Question.TAXES, "p2", "claimed", "self")).as("with income").containsKey("filing");
        Answers older = Answers.ofMaria().person("p2", "Rosa", "11/28/2012", true).page(Question.RELATION, "p2", "to-self", "CHILD");
        assertThat(TaxForm.leftOut("p2", older.sheet())).as("14 today").isEmpty();
        assertThat(TaxForm.claimers("self", older.sheet())).hasSize(1);
    }

    @Test
    void aNewPersonReopensThePagesThatAskAboutEverybody() {
        Answers answers = Answers.ofMaria().person("p2", "Rosa", "5/17/2015", true);
        Map<Question, State> states =
                Interview.steps(answers.sheet()).stream()
                        .collect(Collectors.toMap(step -> step.spot().question(), Step::state, (first, other) -> other));
        assertThat(states).containsEntry(Question.DISABILITY, State.UNFINISHED).containsEntry(Question.RELATION, State.TODO);
        assertThat(states).as("a child of 11 is asked for nothing about custody").doesNotContainEntry(Question.CUSTODY, State.UNFINISHED);
    }

    @Test
    void aChildWithoutAParentAtHomeHasAQuestionAboutWhoTakesCare() {
        Answers grandchild =
                Answers.ofMaria().person("p2", "Rosa", "5/17/2015", true).page(Question.RELATION, "p2", "to-self", "GRANDCHILD");
        assertThat(asked(grandchild)).contains(Question.CARE);
        Answers child =
                Answers.ofMaria().person("p2", "Rosa", "5/17/2015", true).page(Question.RELATION, "p2", "to-self", "CHILD");
        assertThat(asked(child)).doesNotContain(Question.CARE);
        Answers grown =
                Answers.ofMaria().person("p2", "Rosa", "11/28/2007", true).page(Question.RELATION, "p2", "to-self", "GRANDCHILD");
        assertThat(asked(grown)).as("19 today").doesNotContain(Question.CARE);
    }

    @Test
    void onlyARelativeOrARelativesSpouseMayBeTheOneWhoTakesCare() {
        Answers household =
                Answers.ofMaria()
                        .person("p2", "Tom", "1/1/1988", false)
                        .person("p3", "Rosa", "5/17/2015", true)
                        .page(Question.RELATION, "p3", "to-self", "NIECE_OR_NEPHEW", "to-p2", "NOT_RELATED");
        assertThat(carers(household)).as("a lodger isn't").containsExactly("self");
        household.page(Question.RELATION, "p2", "to-self", "SPOUSE");
        assertThat(carers(household)).as("the aunt's husband is").containsExactly("self", "p2");
        household.page(Question.RELATION, "p2", "to-self", "PARTNER");
        assertThat(carers(household)).as("her partner isn't").containsExactly("self");
        household.page(Question.RELATION, "p3", "to-self", "NOT_RELATED", "to-p2", "NOT_RELATED");
        assertThat(asked(household)).as("nobody may be").doesNotContain(Question.CARE);
    }

    private static List<String> carers(Answers household) {
        return CareForm.carers("p3", household.sheet()).stream().map(Member::key).toList();
    }

    @Test
    void whoLivesElsewhereAndWantsCoverageIsAskedWhetherInMinnesota() {
        Answers away = Answers.ofMaria().elsewhere("p2", "Rosa", "5/17/2015", true);
        assertThat(asked(away)).contains(Question.RESIDENCE);
        assertThat(HouseholdFacts.of(away.page(Question.RESIDENCE, "", "p2", "NO").sheet()).people().get(1).minnesotan()).isEqualTo(Answer.NO);
        assertThat(HouseholdFacts.of(away.page(Question.RESIDENCE, "", "p2", "YES").sheet()).people().get(1).minnesotan()).isEqualTo(Answer.YES);
        assertThat(asked(Answers.ofMaria().elsewhere("p2", "Rosa", "5/17/2015", false))).doesNotContain(Question.RESIDENCE);
    }

    @Test
    void whatCannotBeTrueIsCaughtWhereItIsTyped() {
        Answers family =
                Answers.ofMaria()
                        .person("p2", "Tom", "1/1/1988", true)
                        .page(Question.RELATION, "p2", "to-self", "SPOUSE")
                        .person("p3", "Rosa", "5/17/2015", true);
        assertThat(wrong(family, Question.RELATION, "p3", "to-self", "SPOUSE", "to-p2", "CHILD"))
                .containsEntry("to-self", "apply.problem.two-spouses");
        Answers near = Answers.ofMaria().person("p2", "Tom", "5/16/2000", true);
        assertThat(wrong(near, Question.RELATION, "p2", "to-self", "CHILD")).containsExactly(Map.entry("to-self", "apply.problem.near"));
        assertThat(wrong(near, Question.RELATION, "p2", "to-self", "STEPCHILD")).as("of a stepmother").isEmpty();
        assertThat(wrong(near.person("p2", "Tom", "5/18/1980", true), Question.RELATION, "p2", "to-self", "PARENT")).containsExactly(Map.entry("to-self", "apply.problem.near"));
        assertThat(wrong(family, Question.RELATION, "p3", "to-self", "PARENT", "to-p2", "CHILD"))
                .containsExactly(Map.entry("to-self", "apply.problem.elder"));
        assertThat(wrong(family, Question.RELATION, "p3", "to-self", "CHILD", "to-p2", "CHILD")).isEmpty();
        assertThat(wrong(family, Question.TAXES, "self", "filing", "SINGLE", "claimed", "NOBODY"))
                .containsEntry("filing", "apply.problem.married");
        assertThat(wrong(family, Question.TAXES, "p3", "filing", "JOINT", "claimed", "NOBODY"))
                .containsEntry("filing", "apply.problem.no-spouse");
        assertThat(wrong(family, Question.TAXES, "p3", "filing", "NONE", "claimed", "p3")).containsKey("claimed");
        assertThat(wrong(family, Question.TAXES, "p3", "filing", "NONE", "claimed", "p9")).containsKey("claimed");
        Answers nobodyFiles = family.page(Question.TAXES, "p2", "filing", "NONE", "claimed", "NOBODY");
        assertThat(wrong(nobodyFiles, Question.TAXES, "p3", "filing", "NONE", "claimed", "p2"))
                .containsEntry("claimed", "apply.problem.claimer");
    }

    @Test
    void amountsAreReadAsPeopleTypeThemAndNegativeWagesAreNone() {
        assertThat(income("WAGES", "$1,250.50")).isEmpty();
        assertThat(income("WAGES", "0")).isEmpty();
        assertThat(income("WAGES", "-1")).containsEntry("amount-1", "apply.problem.negative");
        assertThat(income("SELF_EMPLOYMENT", "-1")).isEmpty();
        assertThat(income("WAGES", "12.345")).containsEntry("amount-1", "apply.problem.amount");
        assertThat(income("WAGES", "much")).containsEntry("amount-1", "apply.problem.amount");
        assertThat(income("WAGES", "")).containsEntry("amount-1", "apply.problem.needed");
    }

    private static Map<String, String> income(String kind, String amount) {
        return wrong(Answers.ofMaria(), Question.INCOME, "self", "kind-1", kind, "amount-1", amount, "frequency-1", "MONTHLY");
    }

    @Test
    void aNumberThatIsNeverIssuedIsNoSocialSecurityNumber() {
        for (String number : List.of("000-12-3456", "666-12-3456", "900-12-3456", "123-00-4567", "123-45-0000", "123-45-678")) {
            assertThat(wrong(Answers.ofMaria(), Question.SSN, "self", "has", "YES", "ssn", number)).as(number).containsKey("ssn");
        }
        assertThat(wrong(Answers.ofMaria(), Question.SSN, "self", "has", "YES", "ssn", "123 45 6789")).isEmpty();
        assertThat(wrong(Answers.ofMaria(), Question.SSN, "self", "has", "NO")).isEmpty();
    }

    @Test
    void coverageOfTheNextYearIsOfferedFromNovemberOn() {
        assertThat(YearForm.offered(java.time.LocalDate.of(2026, 10, 31))).containsExactly(2026);
        assertThat(YearForm.offered(java.time.LocalDate.of(2026, 11, 1))).containsExactly(2026, 2027);
    }

    private static Map<String, String> wrongAtHome(String zip, String county, String stays) {
        return wrong(
                Answers.ofMaria(), Question.HOME, "", "street", "1 Main Street", "city", "Town", "zip", zip, "county", county, "stays", stays);
    }

    @Test
    void aCountyIsOneOfItsZipWhereTheZipIsKnown() {
        assertThat(wrongAtHome("55110", "Ramsey", "YES")).isEmpty();
        assertThat(wrongAtHome("55110-1234", "Washington", "YES")).isEmpty();
        assertThat(wrongAtHome("55110", "St. Louis", "YES")).containsOnly(Map.entry("county", "apply.problem.county-of-zip"));
        assertThat(wrongAtHome("55110", "", "YES")).containsOnly(Map.entry("county", "apply.problem.county-of-zip"));
        assertThat(wrongAtHome("55999", "St. Louis", "YES")).as("nobody knows of this one").isEmpty();
        assertThat(wrongAtHome("55999", "", "YES")).containsOnly(Map.entry("county", "apply.problem.county"));
        assertThat(wrong(Answers.ofMaria().page(Question.YEAR, "", "year", "2027"), Question.HOME, "", "street", "1 Main Street", "city", "Town",
                        "zip", "55110", "county", "St. Louis", "stays", "YES"))
                .as("of another year nothing is known").isEmpty();
    }

    @Test
    void aZipIsMinnesotasUnlessOneLivesElsewhere() {
        String elsewhere = "apply.problem.zip-elsewhere";
        assertThat(wrongAtHome("54999", "Ramsey", "YES")).containsOnly(Map.entry("zip", elsewhere));
        assertThat(wrongAtHome("55000", "Ramsey", "YES")).isEmpty();
        assertThat(wrongAtHome("56799", "Ramsey", "YES")).isEmpty();
        assertThat(wrongAtHome("56800", "Ramsey", "UNKNOWN")).containsOnly(Map.entry("zip", elsewhere));
        assertThat(wrongAtHome("54999", "", "NO")).as("a parent in another state, for a child in Minnesota").isEmpty();
        assertThat(wrongAtHome("55110", "", "NO")).as("in Minnesota, and not to stay").containsOnlyKeys("county");
        assertThat(wrongAtHome("51360", "Jackson", "YES")).as("the post of another state reaches into Minnesota").isEmpty();
    }

    @Test
    void whereAZipLiesInOneCountyNobodyNeedsToChooseIt() {
        Sheet sheet = Answers.ofMaria().sheet();
        assertThat(HomeForm.completed(Map.of("zip", "55802-1"), sheet)).containsOnlyKeys("zip");
        assertThat(HomeForm.completed(Map.of("zip", "55802"), sheet)).containsEntry("county", "St. Louis");
        assertThat(HomeForm.completed(Map.of("zip", "55802", "county", "Ramsey"), sheet)).containsEntry("county", "Ramsey");
        assertThat(HomeForm.completed(Map.of("zip", "55110"), sheet)).containsOnlyKeys("zip");
        assertThat(HomeForm.completed(Map.of("zip", "51360", "stays", "NO"), sheet)).containsOnlyKeys("zip", "stays");
    }

    @Test
    void whoLivesInAnotherStateLivesInNoCountyOfMinnesota() {
        Answers answers =
                Answers.ofMaria().page(Question.HOME, "", "street", "1 Main Street", "city", "Hudson", "zip", "54016", "county", "Washington", "stays", "NO");
        assertThat(open(answers)).isEmpty();
        assertThat(HouseholdFacts.of(answers.sheet()).people().getFirst().county()).isNull();
    }

    private static Map<String, String> offer(String... fields) {
        return wrong(
                Answers.ofMaria().person("p2", "Tom", "5/17/1990", true), Question.OFFER, "self",
                java.util.stream.Stream.concat(java.util.stream.Stream.of("offered", "YES", "own", "100", "value", "YES"), java.util.stream.Stream.of(fields)).toArray(String[]::new));
    }

    @Test
    void aPriceForTheFamilyNeedsSomebodyWhomItCouldCover() {
        assertThat(offer("all", "500")).containsOnly(Map.entry("all", "apply.problem.whom"));
        assertThat(offer("all", "500", "family-p2", "true")).isEmpty();
        assertThat(offer()).isEmpty();
    }

    private static Map<String, String> resident(String since) {
        return wrong(
                Answers.ofMaria().page(Question.CITIZENS, "", "self", "NO"), Question.IMMIGRATION, "self", "status",
                "LAWFUL_PERMANENT_RESIDENT", "since", since, "military", "NO");
    }

    @Test
    void aStatusBeginsOnTheDayOfBirthAtTheEarliestAndTodayAtTheLatest() {
        assertThat(resident("5/16/1990")).containsOnly(Map.entry("since", "apply.problem.before-birth"));
        assertThat(resident("5/17/1990")).isEmpty();
        assertThat(resident("11/28/2026")).isEmpty();
        assertThat(resident("11/29/2026")).containsOnly(Map.entry("since", "apply.problem.future"));
    }

    @Test
    void aNumberIsTypedOnlyWithAYes() {
        for (String has : List.of("NO", "LATER")) {
            assertThat(wrong(Answers.ofMaria(), Question.SSN, "self", "has", has, "ssn", "123-45-6789"))
                    .as(has)
                    .containsOnly(Map.entry("ssn", "apply.problem.ssn-not-yes"));
        }
    }

    private static Map<String, String> paid(String amount, String often, String... more) {
        String[] row = {"kind-1", "WAGES", "amount-1", amount, "frequency-1", often};
        return wrong(
                Answers.ofMaria(), Question.INCOME, "self",
                java.util.stream.Stream.concat(java.util.stream.Stream.of(row), java.util.stream.Stream.of(more)).toArray(String[]::new));
    }

    @Test
    void moreThanAMillionAMonthHasToBeConfirmed() {
        Map.Entry<String, String> huge = Map.entry("amount-1", "apply.problem.huge");
        assertThat(paid("1,000,000", "MONTHLY")).isEmpty();
        assertThat(paid("1,000,000.01", "MONTHLY")).containsOnly(huge);
        assertThat(paid("1,000,000.01", "ONCE")).containsOnly(huge);
        assertThat(paid("1,000,000.01", "MONTHLY", "right-1", "true")).isEmpty();
        assertThat(paid("230,769.23", "WEEKLY")).isEmpty();
        assertThat(paid("230,769.24", "WEEKLY")).containsOnly(huge);
    }
}
