package org.assisterportal.eligibility.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assisterportal.eligibility.Ages;
import org.assisterportal.eligibility.Answer;
import org.assisterportal.eligibility.CostSharing;
import org.assisterportal.eligibility.Coverage;
import org.assisterportal.eligibility.Change;
import org.assisterportal.eligibility.CreditHousehold;
import org.assisterportal.eligibility.Determination;
import org.assisterportal.eligibility.Eligibility;
import org.assisterportal.eligibility.Eligibility.Determined;
import org.assisterportal.eligibility.Eligibility.RulesNotLoaded;
import org.assisterportal.eligibility.Frequency;
import org.assisterportal.eligibility.Household;
import org.assisterportal.eligibility.ImmigrationStatus;
import org.assisterportal.eligibility.Income;
import org.assisterportal.eligibility.IncomeKind;
import org.assisterportal.eligibility.Money;
import org.assisterportal.eligibility.PersonFacts;
import org.assisterportal.eligibility.Pregnancy;
import org.assisterportal.eligibility.Program;
import org.assisterportal.eligibility.Verdict;
import org.junit.jupiter.api.Test;

class EligibilityTests {
    private static final Path SOURCES = Path.of("src/main/java/org/assisterportal/eligibility");
    private static final Path EXAMPLES = Path.of("examples/households");
    private static final Pattern KEY = Pattern.compile("\"(eligibility\\.[A-Za-z0-9.-]*)\"");

    private final Eligibility eligibility = new Determining();

    private static Household single(String wages) {
        return CaseNotation.household(2026, LocalDate.of(2026, 3, 10), "x 1990-02-01 SINGLE wages:" + wages, "", "");
    }

    private Determination determined(Household household) {
        return ((Determined) eligibility.determine(household)).determination();
    }

    @Test
    void aPlanYearWithoutRulesIsRefusedAndNoOtherYearIsUsed() {
        for (int year : List.of(2025, 2028)) {
            assertThat(eligibility.determine(single("3000/month").withPlanYear(year)))
                    .isEqualTo(new RulesNotLoaded(year, "eligibility.rules.year-missing", List.of(year)));
        }
        assertThat(eligibility.planYears()).containsExactlyInAnyOrder(2026, 2027);
    }

    @Test
    void aDeterminationKeepsItsFactsAndTheVersionOfItsRulesAndComesOutTheSameAgain() {
        Household household = single("3000/month");
        Determination first = determined(household);
        assertThat(first.facts()).isEqualTo(household);
        assertThat(first.rules()).matches("2026-[0-9a-f]{12}");
        Household kept = eligibility.read(eligibility.write(household));
        assertThat(new Determining().again(kept, first.rules())).isEqualTo(new Determined(first));
        assertThat(eligibility.again(kept, "2026-000000000000")).isInstanceOf(RulesNotLoaded.class);
        assertThat(eligibility.again(kept.withPlanYear(2027), first.rules())).isInstanceOf(RulesNotLoaded.class);
    }

    @Test
    void whatIfIsTheSameFunctionOnChangedFacts() {
        Household household = single("3000/month");
        assertThat(determined(household).of("x").program()).isEqualTo(Program.TAX_CREDIT);
        Household poorer = household.with("x", facts -> facts.incomes(List.of()).income(IncomeKind.WAGES, Money.dollars(2000), Frequency.MONTHLY));
        assertThat(determined(poorer).of("x").program()).isEqualTo(Program.MINNESOTACARE);
        assertThat(determined(household.with("x", facts -> facts.pregnancy(Pregnancy.expecting(1)))).of("x").program())
                .isEqualTo(Program.MEDICAL_ASSISTANCE);
        assertThat(determined(household.withPlanYear(2027).withDay(LocalDate.of(2026, 11, 28))).of("x").of(Program.TAX_CREDIT).verdict())
                .isEqualTo(Verdict.UNKNOWN);
        assertThat(determined(household).of("x").program()).isEqualTo(Program.TAX_CREDIT);
    }

    @Test
    void theCreditIsTheBenchmarkLessTheContributionAndNeverMoreThanThePlan() {
        CreditHousehold household = determined(single("39125/year")).taxHouseholds().getFirst();
        assertThat(household.contribution()).isEqualTo(Money.of("275.18"));
        assertThat(household.credit(Money.of("500.00"))).isEqualTo(Money.of("224.82"));
        assertThat(household.credit(Money.of("275.18"))).isEqualTo(Money.ZERO);
        assertThat(household.credit(Money.of("200.00"))).isEqualTo(Money.ZERO);
        assertThat(household.credit(Money.of("500.00"), Money.of("224.81"))).isEqualTo(Money.of("224.81"));
        assertThat(household.credit(Money.of("500.00"), Money.of("224.83"))).isEqualTo(Money.of("224.82"));
        assertThat(determined(single("62601/year")).taxHouseholds().getFirst().credit(Money.of("500.00"))).isNull();
        assertThat(determined(single("20000/year")).taxHouseholds().getFirst().credit(Money.of("500.00"))).isNull();
    }

    @Test
    void theContributionIsRoundedHalfUpToTheCent() {
        assertThat(TaxUnits.contribution(3_130_000, 660)).isEqualTo(Money.of("172.15"));
        assertThat(TaxUnits.contribution(100_000, 6)).isEqualTo(Money.of("0.05"));
        assertThat(TaxUnits.contribution(90_000, 6)).isEqualTo(Money.of("0.05"));
        assertThat(TaxUnits.contribution(89_999, 6)).isEqualTo(Money.of("0.04"));
    }

    @Test
    void aBirthdayCountsOnItsDayAndALeapDayOnTheFirstOfMarch() {
        LocalDate leap = LocalDate.of(2008, 2, 29);
        assertThat(Ages.at(leap, LocalDate.of(2026, 2, 28))).isEqualTo(17);
        assertThat(Ages.at(leap, LocalDate.of(2026, 3, 1))).isEqualTo(18);
        assertThat(Ages.at(leap, LocalDate.of(2028, 2, 29))).isEqualTo(20);
    }

    @Test
    void aBirthdayOfTheNextTwelveMonthsThatChangesTheAnswerIsSaid() {
        assertThat(birthdays("x 1961-03-20 SINGLE wages:1000/month", Program.MEDICAL_ASSISTANCE))
                .containsExactly(List.of(LocalDate.of(2026, 4, 1), 65));
        assertThat(birthdays("x 2007-09-01 wages:1000/month", Program.MEDICAL_ASSISTANCE)).containsExactly(List.of(LocalDate.of(2026, 9, 1), 19));
        assertThat(birthdays("x 2008-03-11 status:UNDOCUMENTED", Program.MINNESOTACARE)).containsExactly(List.of(LocalDate.of(2026, 4, 1), 18));
        assertThat(birthdays("x 1962-03-11 SINGLE wages:1000/month", Program.MEDICAL_ASSISTANCE)).isEmpty();
        assertThat(birthdays("x 1961-03-20 SINGLE pregnant:1 wages:1000/month", Program.MEDICAL_ASSISTANCE)).isEmpty();
    }

    private List<List<Object>> birthdays(String person, Program program) {
        Household household = CaseNotation.household(2026, LocalDate.of(2026, 3, 10), person, "", "");
        return determined(household).of("x").of(program).changes().stream()
                .filter(one -> one.message().equals("eligibility.change.birthday"))
                .map(Change::facts)
                .toList();
    }

    @Test
    void recordsRefuseWhatCannotBe() {
        assertThatThrownBy(() -> PersonFacts.of("no spaces", LocalDate.of(1990, 1, 1)).build()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Pregnancy.expecting(10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Pregnancy(Answer.YES, 0, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Money.of("1.001")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Money.dollars(1_000_000_000_001L)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> single("1/month").withPeople(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anUnknownFieldOfAFileIsRefused() {
        assertThatThrownBy(() -> eligibility.read("{\"planYear\": 2026, \"day\": \"2026-03-10\", \"people\": [{\"key\": \"a\", \"born\": \"1990-01-01\", \"wage\": 3}]}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("wage");
    }

    @Test
    void theLargestAmountsOfTheLargestHouseholdDoNotOverflow() {
        StringBuilder people = new StringBuilder("x 1990-02-01 SINGLE" + " wages:10000000/week".repeat(30));
        for (int i = 1; i < Household.MOST_PEOPLE; i++) {
            people.append(" | p" + i + " 1990-02-01 by:x" + " wages:10000000/week".repeat(30));
        }
        Household household = CaseNotation.household(2026, LocalDate.of(2026, 3, 10), people.toString(), "", "x 1000000/1000000 for p1");
        assertThat(determined(household).of("x").program()).isEqualTo(Program.FULL_PRICE_PLAN);
        assertThat(determined(household).taxHouseholds().getFirst().household().income()).isEqualTo(Money.dollars(624_000_000_000L));
        assertThatThrownBy(() -> new Income(IncomeKind.WAGES, Money.of("10000000.01"), Frequency.MONTHLY)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFileThatLacksWhatEverybodyHasIsRefused() {
        for (String text :
                List.of(
                        "{}",
                        "{\"planYear\": 2026, \"people\": []}",
                        "{\"planYear\": 2026, \"day\": \"2026-03-10\", \"people\": [{\"born\": \"1990-01-01\"}]}",
                        "{\"planYear\": 2026, \"day\": \"2026-03-10\", \"people\": [{\"key\": \"a\"}]}",
                        "{\"day\": \"2026-03-10\", \"people\": [{\"key\": \"a\", \"born\": \"1990-01-01\"}]}",
                        "{\"planYear\": 2026, \"day\": \"2026-03-10\", \"people\": [{\"key\": \"a\", \"born\": \"1990-01-01\", \"incomes\": [{\"kind\": \"WAGES\", \"amount\": 1.001, \"frequency\": \"MONTHLY\"}]}]}",
                        "{\"planYear\": 2026, \"day\": \"2026-03-10\", \"people\": [{\"key\": \"a\", \"born\": \"1990-01-01\", \"incomes\": [{\"kind\": \"WAGES\", \"amount\": 1}]}]}")) {
            assertThatThrownBy(() -> eligibility.read(text)).as(text).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void unknownAmountsAreKeptAsUnknown() {
        Household household = single("?/month");
        assertThat(household.people().getFirst().incomes()).containsExactly(new Income(IncomeKind.WAGES, null, Frequency.MONTHLY));
        assertThat(eligibility.read(eligibility.write(household))).isEqualTo(household);
    }

    @Test
    void everyKeyInTheCodeHasWordsInBothLanguagesAndNoWordsAreLeftOver() throws IOException {
        Set<String> keys = new TreeSet<>();
        Set<String> starts = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                for (MatchResult found : KEY.matcher(Files.readString(file)).results().toList()) {
                    (found.group(1).endsWith(".") ? starts : keys).add(found.group(1));
                }
            }
        }
        addAll(keys, "eligibility.status.", ImmigrationStatus.values());
        addAll(keys, "eligibility.program.", Program.values());
        addAll(keys, "eligibility.verdict.", Verdict.values());
        addAll(keys, "eligibility.cost-sharing.", CostSharing.values());
        Stream.of(CostSharing.values()).filter(one -> one != CostSharing.NONE).forEach(one -> keys.add("eligibility.care." + one));
        for (Coverage coverage : Coverage.values()) {
            if (!Set.of(Coverage.INDIVIDUAL, Coverage.STATE_PROGRAM, Coverage.NOT_MINIMUM_ESSENTIAL, Coverage.UNKNOWN).contains(coverage)) {
                keys.add("eligibility.coverage." + coverage.name());
            }
        }
        for (String kind : List.of("own", "family")) {
            keys.remove("eligibility.employer." + kind);
            keys.add("eligibility.employer." + kind + ".affordable");
            keys.add("eligibility.employer." + kind + ".not-affordable");
            keys.add("eligibility.employer." + kind + ".free");
        }
        assertThat(starts).hasSize(5);
        assertThat(words("").stringPropertyNames()).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(words("_es").stringPropertyNames()).containsExactlyInAnyOrderElementsOf(keys);
    }

    private static void addAll(Set<String> keys, String start, Enum<?>[] names) {
        for (Enum<?> name : names) {
            keys.add(start + name.name());
        }
    }

    private static Properties words(String language) throws IOException {
        Properties words = new Properties();
        try (Reader in = Files.newBufferedReader(Path.of("src/main/resources/messages/eligibility" + language + ".properties"))) {
            words.load(in);
        }
        return words;
    }

    @Test
    void everyCaseCanBeSaidInBothLanguagesWithNothingLeftUnsaid() throws IOException {
        for (String language : List.of("en", "es")) {
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            DetermineFile printer = new DetermineFile(language, new PrintStream(said, true, StandardCharsets.UTF_8));
            for (EligibilityCasesTests.Case one : EligibilityCasesTests.cases()) {
                assertThat(printer.print(eligibility.write(one.household()))).as(one.name()).isTrue();
            }
            for (EligibilityCasesTests.Case one : EligibilityCasesTests.impossible()) {
                assertThat(printer.print(eligibility.write(one.household()))).as(one.name()).isFalse();
            }
            assertThat(said.toString(StandardCharsets.UTF_8)).doesNotContain("{", "eligibility.", "null");
        }
    }

    @Test
    void theExamplesAreDetermined() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            List<Path> examples = files.filter(file -> file.toString().endsWith(".json")).toList();
            assertThat(examples).hasSizeGreaterThanOrEqualTo(4);
            for (Path example : examples) {
                assertThat(eligibility.determine(eligibility.read(Files.readString(example)))).as(example.toString()).isInstanceOf(Determined.class);
            }
        }
    }

    @Test
    void everyFigureOfTheRuleDataHasASource() throws IOException {
        for (int year : eligibility.planYears()) {
            String file = Files.readString(Path.of("src/main/resources/eligibility/" + year + ".json")).toLowerCase(Locale.ROOT);
            assertThat(file.split("source", -1).length).isGreaterThan(25);
            assertThat(file).doesNotContain("\"source\": \"\"");
            assertThat(Objects.requireNonNull(new RuleShelf().of(year)).version).startsWith(year + "-");
        }
    }

    private List<String> deciding(String person) {
        Household household = CaseNotation.household(2026, LocalDate.of(2026, 3, 10), person, "", "");
        return determined(household).of("x").of(Program.MEDICAL_ASSISTANCE).deciding().stream().map(one -> one.message()).toList();
    }

    @Test
    void aYesIsDecidedByEverythingThatIsNotUsual() {
        assertThat(deciding("x 1995-02-01 SINGLE pregnant:1 status:LAWFUL_PERMANENT_RESIDENT@2024-01-01 wages:1000/month"))
                .as("why the five years don't count")
                .contains("eligibility.immigration.ma.child-or-pregnant", "eligibility.ma.income.met");
        assertThat(deciding("x 1995-02-01 SINGLE custody:INCARCERATED wages:1000/month")).contains("eligibility.custody.ma");
        assertThat(deciding("x 1995-02-01 SINGLE wages:1000/month"))
                .as("a citizen's, who is free")
                .containsExactly("eligibility.household.taxpayer", "eligibility.ma.income.met");
    }

    @Test
    void whyTheCreditIsOpenToWhoeverFilesApartIsSaidInLettersUnlessItIsAbuse() {
        assertThat(credit("x 1985-02-01 ABANDONMENT wages:4000/month")).contains("eligibility.credit.abandonment");
        assertThat(credit("x 1985-02-01 ABUSE wages:4000/month")).as("a letter is read by others").isNotEmpty().doesNotContain("eligibility.credit.abuse");
    }

    private List<String> credit(String person) {
        Household household = CaseNotation.household(2026, LocalDate.of(2026, 3, 10), person, "", "");
        return determined(household).of("x").of(Program.TAX_CREDIT).deciding().stream().map(one -> one.message()).toList();
    }
}
