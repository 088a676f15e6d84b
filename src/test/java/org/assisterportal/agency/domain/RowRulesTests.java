package org.assisterportal.agency.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Map;
import org.assisterportal.Region;
import org.assisterportal.agency.CellProblem;
import org.assisterportal.agency.RosterColumn;
import org.assisterportal.policy.MailboxRule;
import org.assisterportal.policy.PolicyValue;
import org.assisterportal.policy.PolicyValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowRulesTests {
    private static final List<RosterColumn> NAMES =
            List.of(RosterColumn.FIRST_NAME, RosterColumn.LAST_NAME, RosterColumn.DISPLAY_NAME);
    private static final RowRules RULES =
            new RowRules(
                    MailboxRule.inForce(
                            new PolicyValues() {
                                @Override
                                public PolicyValue inForce(String code) {
                                    return new PolicyValue(code, "info", "1.2", LocalDate.of(2018, 1, 1));
                                }

                                @Override
                                public PolicyValue inForce(String code, LocalDate day) {
                                    return inForce(code);
                                }

                                @Override
                                public Optional<PolicyValue> find(String code) {
                                    return Optional.of(inForce(code));
                                }
                            }),
                    List.of("St. Louis", "Carlton"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nguyễn Thị Minh Khai",
                "Pa Nhia Xyooj-Vaj",
                "Cabdiraxmaan Xuseen Maxamed Nuur Axmed",
                "María José de la Concepción Hernández Ibáñez y Núñez de Guzmán",
                "O'Brien",
                "O’Brien-Łukasiewicz",
                "St. John, Jr.",
                "J.R.R. Tolkien",
                "Zoe\u0308 D\u02bcAngelo",
                "ลลิตา",
                "王小明",
                "عبد الرحمن",
                "X"
            })
    void peoplesNamesAreTakenWithTheirSigns(String name) {
        NAMES.forEach(column -> assertThat(problems(column, name)).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Visit https://evil.example/x now",
                "www.evil.example",
                "WWW. Evil",
                "Call Hxxp evil.example now",
                "evil.com",
                "Http Evil",
                "Ana/Bea",
                "ana@example.org",
                "Ana 2",
                "٣ Ana",
                "<b>Ana</b>",
                "{0}",
                "-.,'"
            })
    void whatIsNoNameIsRefusedInEveryNameField(String text) {
        NAMES.forEach(
                column -> assertThat(problems(column, text)).extracting(CellProblem::reason).containsExactly("roster.problem.name"));
    }

    @Test
    void aNameHasSeventyCharacters() {
        NAMES.forEach(
                column -> {
                    assertThat(problems(column, "N".repeat(70))).isEmpty();
                    assertThat(problems(column, "N".repeat(71))).extracting(CellProblem::reason).containsExactly("roster.problem.long");
                });
    }

    @ParameterizedTest
    @EnumSource(value = RosterColumn.class, names = {"TRAINING_ID", "STATE", "PORTAL_ACCESS", "IN_DIRECTORY"}, mode = EnumSource.Mode.EXCLUDE)
    void charactersThatNobodySeesAreRefusedInEveryCell(RosterColumn column) {
        for (String unseen : List.of("\u202e", "\u200b", "\u2066", "\u00ad", "\ufeff", "\u2028", "\udb40\udc41", "\u0007")) {
            assertThat(problems(column, "A" + unseen + "b"))
                    .extracting(CellProblem::reason)
                    .containsExactly("roster.problem.control");
        }
    }

    @Test
    void aRowKeepsTwentyProblemsAndCountsTheRest() {
        Map<RosterColumn, String> row = Region.row("ana@example.org");
        row.put(RosterColumn.LANGUAGES, "1;".repeat(100));
        RowRules.Reading reading = RULES.read(Cells.of(row));
        assertThat(reading.problems()).hasSize(20);
        assertThat(reading.more()).isEqualTo(80);
    }

    private static List<CellProblem> problems(RosterColumn column, String value) {
        Map<RosterColumn, String> row = Region.row("ana@example.org");
        row.put(column, value);
        return RULES.read(Cells.of(row)).problems();
    }
}
