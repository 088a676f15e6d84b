package org.assisterportal.eligibility.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.assisterportal.eligibility.CountedHousehold;
import org.assisterportal.eligibility.CreditHousehold;
import org.assisterportal.eligibility.Determination;
import org.assisterportal.eligibility.Eligibility;
import org.assisterportal.eligibility.Eligibility.Determined;
import org.assisterportal.eligibility.Eligibility.Inconsistent;
import org.assisterportal.eligibility.Household;
import org.assisterportal.eligibility.Money;
import org.assisterportal.eligibility.PersonAnswer;
import org.assisterportal.eligibility.Problem;
import org.assisterportal.eligibility.ProgramAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the tables in src/test/resources/eligibility, each worked out by hand; the last column says how. */
class EligibilityCasesTests {
    private static final Path TABLES = Path.of("src/test/resources/eligibility");
    private static final int FEWEST = 300;
    private static final Eligibility ELIGIBILITY = new Determining();

    /** One row. */
    record Case(String name, Household household, String expected, String why) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> cases() throws IOException {
        return rows("cases-");
    }

    static List<Case> impossible() throws IOException {
        return rows("impossible");
    }

    private static List<Case> rows(String start) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(TABLES)) {
            files = all.filter(file -> file.getFileName().toString().startsWith(start)).sorted().toList();
        }
        List<Case> cases = new ArrayList<>();
        for (Path file : files) {
            try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().fieldSeparator(';').ofNamedCsvRecord(file)) {
                for (NamedCsvRecord row : rows) {
                    cases.add(
                            new Case(
                                    row.getField("case"),
                                    CaseNotation.household(
                                            Integer.parseInt(row.getField("year")),
                                            LocalDate.parse(row.getField("day")),
                                            row.getField("people"),
                                            row.getField("relations"),
                                            row.getField("offers")),
                                    row.getField("expected"),
                                    row.getField("why")));
                }
            }
        }
        return cases;
    }

    @Test
    void thereAreManyCasesEachWithANameAndAnExplanation() throws IOException {
        List<Case> cases = cases();
        Set<String> names = new HashSet<>();
        assertThat(cases).hasSizeGreaterThanOrEqualTo(FEWEST);
        for (Case one : cases) {
            assertThat(names.add(one.name())).as(one.name()).isTrue();
            assertThat(one.why()).as(one.name()).isNotBlank();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void aCaseIsDeterminedAsByHand(Case one) {
        Eligibility.Outcome outcome = ELIGIBILITY.determine(one.household());
        assertThat(outcome).as(one.name() + ": " + outcome).isInstanceOf(Determined.class);
        Determination determination = ((Determined) outcome).determination();
        for (String expected : one.expected().split(",")) {
            String[] words = expected.strip().split(" ");
            PersonAnswer answer = determination.of(words[0]);
            for (int i = 1; i < words.length; i++) {
                assertThat(found(determination, answer, words[i])).as(one.name() + ", " + words[0] + ": " + one.why()).isEqualTo(words[i]);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("impossible")
    void whatCannotBeIsSaidAtWhomItConcerns(Case one) {
        Eligibility.Outcome outcome = ELIGIBILITY.determine(one.household());
        assertThat(outcome).as(one.name()).isInstanceOf(Inconsistent.class);
        List<String> found = new ArrayList<>();
        for (Problem problem : ((Inconsistent) outcome).problems()) {
            found.add(problem.person() + " " + problem.message().replace("eligibility.problem.", ""));
        }
        assertThat(found).as(one.name()).contains(one.expected());
    }

    @Test
    void aDeterminationSaysOnlyOfApplicants() throws IOException {
        Case one = cases().stream().filter(row -> row.name().equals("credit, size 4, 80000")).findFirst().orElseThrow();
        Determination determination = ((Determined) ELIGIBILITY.determine(one.household())).determination();
        assertThat(determination.people()).extracting(PersonAnswer::person).containsExactly("x");
        assertThatThrownBy(() -> determination.of("d0")).as("is in the household, and wants no coverage").isInstanceOf(IllegalArgumentException.class);
    }

    /** What was found, written as the table writes it. */
    private static String found(Determination determination, PersonAnswer answer, String like) {
        CreditHousehold credit = answer.taxHousehold() < 0 ? null : determination.taxHouseholds().get(answer.taxHousehold());
        String name = like.contains("=") ? like.substring(0, like.indexOf('=')) : "";
        return switch (name) {
            case "" -> verdicts(answer);
            case "ma" -> "ma=" + counted(answer.medicalAssistance(), like);
            case "mc" -> "mc=" + counted(answer.yearly(), like);
            case "tax" -> "tax=" + counted(Objects.requireNonNull(credit).household(), like);
            case "rate" -> "rate=" + Objects.requireNonNull(Objects.requireNonNull(credit).rate()).words();
            case "pays" -> "pays=" + Objects.requireNonNull(Objects.requireNonNull(credit).contribution()).toDecimal();
            case "cs" -> "cs=" + answer.costSharing();
            case "from" -> "from=" + answer.ladder().getFirst().from();
            default -> throw new IllegalArgumentException(like);
        };
    }

    /** A size, and the income where the table has it. */
    private static String counted(CountedHousehold household, String like) {
        String size = String.valueOf(household.size());
        Money income = household.income();
        return like.contains("@") ? size + "@" + income.toDecimal() : size;
    }

    private static String verdicts(PersonAnswer answer) {
        StringBuilder letters = new StringBuilder();
        for (ProgramAnswer program : answer.ladder()) {
            letters.append(
                    switch (program.verdict()) {
                        case YES -> 'Y';
                        case NO -> 'N';
                        case UNKNOWN -> '?';
                        case HANDED_OVER -> 'H';
                    });
        }
        return letters.toString();
    }
}
