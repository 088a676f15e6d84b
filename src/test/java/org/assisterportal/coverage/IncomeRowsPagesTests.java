package org.assisterportal.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.assisterportal.application.Answered;
import org.assisterportal.application.Paper;
import org.assisterportal.application.Question;
import org.assisterportal.application.Spot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Rows of incomes are taken out one by one, or all at once, and nothing else that was typed is lost. */
class IncomeRowsPagesTests extends CoverageScene {
    private static final String[] THREE = {
        "kind-1", "WAGES", "amount-1", "1,250", "frequency-1", "EVERY_TWO_WEEKS", "kind-2", "SELF_EMPLOYMENT", "amount-2", "not a number", "frequency-2",
        "MONTHLY", "kind-3", "UNEMPLOYMENT", "unknown-3", "true", "frequency-3", "WEEKLY"
    };

    @BeforeEach
    void mariaHasIncome() {
        fillIn(maria);
    }

    private MvcTestResult press(String then, String... typed) {
        String[] all = java.util.Arrays.copyOf(typed, typed.length + 2);
        all[typed.length] = "then";
        all[typed.length + 1] = then;
        return answer(maria, Question.INCOME, "self", all);
    }

    private Map<String, String> kept() {
        return paper().step(new Spot(Question.INCOME, "self")).map(Paper.Step::answer).map(Answered::content).orElse(Map.of());
    }

    @Test
    void eachRowHasItsButtonWhichNamesItsNumber() {
        press("exit", THREE);
        assertThat(body(look(maria, at("people/self/income"))))
                .contains("value=\"remove-1\" aria-label=\"Remove this income: Number 1\"", "value=\"remove-3\"", "Maria Lopez has no income now")
                .doesNotContain("value=\"remove-4\"", "??");
        assertThat(body(look(maria, at("people/self/deductions")))).as("an empty row").doesNotContain("value=\"remove-1\"");
        assertThat(body(look(maria, at("people/self/income"))).indexOf("aria-hidden=\"true\">Save and continue")).as("Enter removes nothing").isBetween(1, body(look(maria, at("people/self/income"))).indexOf("remove-1"));
    }

    @Test
    void aRowInTheMiddleGoesAndTheOthersStayAsTheyWereTyped() {
        assertThat(press("remove-1", THREE)).hasRedirectedUrl(at("people/self/income") + "#answers");
        assertThat(kept())
                .containsOnly(
                        Map.entry("kind-1", "SELF_EMPLOYMENT"), Map.entry("amount-1", "not a number"), Map.entry("frequency-1", "MONTHLY"),
                        Map.entry("kind-2", "UNEMPLOYMENT"), Map.entry("unknown-2", "true"), Map.entry("frequency-2", "WEEKLY"));
        press("remove-2", "kind-1", "WAGES", "amount-1", "900", "frequency-1", "MONTHLY", "kind-2", "UNEMPLOYMENT", "unknown-2", "true", "frequency-2", "WEEKLY");
        assertThat(kept()).containsOnly(Map.entry("kind-1", "WAGES"), Map.entry("amount-1", "900"), Map.entry("frequency-1", "MONTHLY"));
    }

    @Test
    void theSummaryNamesTheRowAndTheFieldOfEachFault() {
        String page = body(answer(maria, Question.INCOME, "self", "kind-1", "WAGES", "amount-1", "-5", "frequency-1", "MONTHLY", "kind-2", "WAGES", "amount-2", "10,000,000"));
        assertThat(page)
                .contains(
                        "href=\"#amount-1\">Number 1, Amount each time: This amount is below zero, which is not possible here. Write 0 or more, without a minus sign.</a>",
                        "href=\"#amount-2\">Number 2, Amount each time: This amount is too large to be kept. Write at most 9,999,999.99.</a>",
                        "href=\"#frequency-2\">Number 2, How often: Choose an answer.</a>");
        assertThat(body(answer(maria, Question.INCOME, "self", "kind-1", "WAGES", "amount-1", "12345678", "frequency-1", "YEARLY")))
                .contains("Number 1, Amount each time: This amount is too large to be kept.");
        assertThat(answer(maria, Question.INCOME, "self", "kind-1", "WAGES", "amount-1", "9,999,999.99", "frequency-1", "YEARLY"))
                .as("the most")
                .hasStatus3xxRedirection();
        assertThat(body(answer(maria, Question.DEDUCTIONS, "self", "any", "YES", "kind-1", "STUDENT_LOAN_INTEREST", "amount-1", "-1")))
                .contains("Number 1, ", "Number 1, How often: Choose an answer.")
                .doesNotContain("??");
    }

    @Test
    void theLastRowGoesToo() {
        press("remove-1", "kind-1", "WAGES", "amount-1", "900", "frequency-1", "MONTHLY");
        assertThat(kept()).isEmpty();
        assertThat(body(look(maria, at("people/self/income")))).contains("name=\"kind-1\"").doesNotContain("value=\"900\"", "value=\"remove-1\"");
    }

    @Test
    void whoHasNoIncomeAnyMoreSaysSoWithOnePress() {
        assertThat(paper().step(new Spot(Question.INCOME, "self"))).isPresent();
        MvcTestResult pressed = press("none", "kind-1", "WAGES", "amount-1", "1,250", "frequency-1", "EVERY_TWO_WEEKS");
        assertThat(pressed).hasStatus3xxRedirection();
        assertThat(content(Question.EARNERS)).containsEntry("self", "NO");
        assertThat(paper().step(new Spot(Question.INCOME, "self"))).isEmpty();
        assertThat(paper().isComplete()).isTrue();
    }

    @Test
    void aRowThatSomebodyElseChangedMeanwhileIsNotTakenOutUnseen() {
        int before = version(Question.INCOME, "self");
        press("exit", "kind-1", "WAGES", "amount-1", "900", "frequency-1", "MONTHLY");
        MvcTestResult stale = send(maria, at("people/self/income"), "kind-1", "WAGES", "amount-1", "1,250", "frequency-1", "EVERY_TWO_WEEKS", "then", "remove-1", "version", String.valueOf(before));
        assertThat(body(stale)).contains("Somebody else answered this meanwhile");
        assertThat(kept()).containsEntry("amount-1", "900");
    }
}
