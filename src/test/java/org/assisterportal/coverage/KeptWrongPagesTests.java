package org.assisterportal.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import org.assisterportal.application.Question;
import org.junit.jupiter.api.Test;

/** What is wrong and was kept to be finished later says so when its page is opened again. */
class KeptWrongPagesTests extends CoverageScene {

    @Test
    void aWrongValueThatWasKeptIsMarkedWhenThePageIsOpenedAgain() {
        answer(maria, Question.HOME, "", "street", "1412 Superior Street", "zip", "558", "then", "exit");
        for (String page : new String[] {body(look(maria, at("home"))), body(look(ana.actor(), at("home")))}) {
            assertThat(page)
                    .contains("There is a problem", "href=\"#zip\"", "Write the ZIP code with five digits.", "value=\"558\"", "id=\"zip-error\"")
                    .as("what is merely empty").doesNotContain("href=\"#city\"", "href=\"#stays\"", "Fill this in.", "Choose an answer.");
        }
    }

    @Test
    void whatIsMerelyUnfinishedIsMarkedByNothing() {
        answer(maria, Question.HOME, "", "city", "Duluth", "then", "exit");
        assertThat(body(look(maria, at("home")))).contains("value=\"Duluth\"").doesNotContain("There is a problem", "usa-error-message");
        answer(maria, Question.PREGNANCY, "", "self", "YES", "then", "exit");
        assertThat(body(look(maria, at("pregnancy")))).as("a number of children is still to come").doesNotContain("There is a problem");
        answer(maria, Question.TAXES, "self", "filing", "NONE", "then", "exit");
        assertThat(body(look(maria, at("people/self/taxes")))).doesNotContain("There is a problem");
    }

    @Test
    void answersThatExcludeEachOtherAreMarkedThoughTheirFirstFieldIsEmpty() {
        fillIn(maria);
        answer(maria, Question.COVERED, "", "self", "YES");
        answer(maria, Question.COVERAGE, "self", "UNKNOWN", "true", "TRICARE", "true", "then", "exit");
        assertThat(body(look(maria, at("people/self/coverage")))).contains("There is a problem", "Uncheck “I do not know yet”, or everything else.");
    }

    @Test
    void amountsAndDaysAreMarkedInTheirRows() {
        fillIn(maria);
        answer(maria, Question.INCOME, "self", "kind-1", "WAGES", "amount-1", "12,50", "frequency-1", "MONTHLY", "then", "exit");
        assertThat(body(look(maria, at("people/self/income")))).contains("Number 1, Amount each time: Write the amount in dollars");
        answer(maria, Question.PERSON, "self", "first-name", "Maria", "last-name", "Lopez", "birth-date", "2/30/1990", "applies", "YES", "then", "exit");
        assertThat(body(look(maria, at("people/self/person")))).contains("href=\"#birth-date\"", "February has 28 days");
    }
}
