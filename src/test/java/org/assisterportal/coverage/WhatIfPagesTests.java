package org.assisterportal.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.assisterportal.application.Question;
import org.assisterportal.application.Signings;
import org.assisterportal.consumer.Diary;
import org.assisterportal.consumer.DiaryLine;
import org.assisterportal.routes.Ledger;
import org.assisterportal.shared.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Other income, another year, somebody more or less: before and after, and nothing kept. */
class WhatIfPagesTests extends CoverageScene {
    @Autowired private Signings signings;
    @Autowired private Diary diary;
    @Autowired private Ledger ledger;

    @BeforeEach
    void everythingIsAnswered() {
        fillIn(maria);
    }

    private void sign() {
        send(maria, at("sign"), "name", "Maria Lopez", "agreed", "true", "hash", signings.words(Locale.US).sha256(), "read", read());
    }

    private String suppose(Actor by, String... typed) {
        return body(send(by, at("what-if"), typed));
    }

    @Test
    void lessIncomeShowsBeforeAndAfterWithTheRulesAndOffersToReportIt() {
        sign();
        assertThat(body(look(maria, at("result")))).contains("What if something changes?");
        assertThat(body(look(maria, at("what-if")))).contains("Now: $2,708.33", "Now: $32,500").doesNotContain("??", "6789", "Report this change");
        String page = suppose(maria, "month-self", "1,500");
        assertThat(page)
                .contains("Now: Maria Lopez qualifies for a tax credit", "Maria Lopez qualifies for Medical Assistance.")
                .contains("no becomes yes", "$1,500 a month is", "42 CFR 435.603")
                .contains("Nothing was reported, and nothing was kept", "Report this change", "value=\"INCOME\"", "value=\"1,500\"")
                .doesNotContain("??");
    }

    @Test
    void theYearsExpectedIncomeAloneChangesWhatIsPaidAndNotTheMonth() {
        sign();
        assertThat(suppose(maria, "expected-self", "40,000"))
                .contains("Stays: Maria Lopez qualifies for a tax credit", "Expected toward the benchmark plan each month: ")
                .doesNotContain("no becomes yes");
        assertThat(suppose(maria, "expected-self", "62,600")).as("at the limit").contains("Stays: Maria Lopez");
        assertThat(suppose(maria, "expected-self", "62,601")).as("a dollar over").contains("yes becomes no", "may buy a plan at its full price");
    }

    @Test
    void aBirthASpouseAndALeaverAreTriedOut() {
        sign();
        assertThat(suppose(maria, "comes", "BABY"))
                .contains("The baby qualifies for Medical Assistance", "size 2", "value=\"HOUSEHOLD\"")
                .doesNotContain("??");
        assertThat(suppose(maria, "comes", "SPOUSE", "comes-age", "34", "comes-month", "500"))
                .contains("The husband or wife", "size 2")
                .doesNotContain("??", "cannot be worked out");
        assertThat(suppose(maria, "comes", "CHILD")).contains("There is a problem", "href=\"#comes-age\"");
        assertThat(suppose(maria, "month-self", "much")).contains("There is a problem", "href=\"#month-self\"", "value=\"much\"");
    }

    @Test
    void nothingIsStored() {
        sign();
        look(maria, at("what-if"));
        String before = ledger.fingerprints();
        suppose(maria, "month-self", "1500", "expected-self", "18000");
        suppose(maria, "comes", "BABY");
        suppose(maria, "plan-year", "2031");
        assertThat(ledger.fingerprints()).isEqualTo(before);
    }

    @Test
    void aYearWithoutRulesSaysSoAndNoOtherIsTaken() {
        sign();
        assertThat(suppose(maria, "plan-year", "2031"))
                .contains("Rules for plan year 2031 are not loaded. No other year is used instead.")
                .doesNotContain("What would change</h2>", "??");
        assertThat(suppose(maria, "plan-year", "31")).contains("There is a problem", "href=\"#plan-year\"");
    }

    @Test
    void aCompleteDraftIsTriedOutAndAnIncompleteOneIsToldWhatIsMissing() {
        assertThat(suppose(maria, "month-self", "1,500"))
                .contains("Maria Lopez qualifies for Medical Assistance.", "Change the answers")
                .doesNotContain("Report this change", "??");
        answer(maria, Question.HOME, "", "city", "Duluth", "then", "exit");
        assertThat(suppose(maria, "month-self", "1,500")).contains("once every page of the application is answered").doesNotContain("??");
    }

    @Test
    void anAssisterTriesItOutAndTheConsumerReadsThatSomebodyDid() {
        sign();
        assertThat(suppose(ana.actor(), "month-self", "1,500")).contains("Maria Lopez qualifies for Medical Assistance.");
        assertThat(diary.newest(maria, 2).stream().map(DiaryLine::act)).contains("application.what-if-shown");
        assertThat(send(maria, at("change"), "kind", "INCOME").getResponse().getRedirectedUrl()).endsWith("/earners");
    }

    @Test
    void aWrongYearAndAWrongAgeAreEachToldInTheirOwnWords() {
        sign();
        assertThat(suppose(maria, "plan-year", "31")).contains("Write the year with four digits").doesNotContain("from 1 to 9");
        String child = "Write the age of the child in whole years, from 0 to 18.";
        assertThat(suppose(maria, "comes", "CHILD", "comes-age", "19")).contains(child).doesNotContain("from 1 to 9");
        assertThat(suppose(maria, "comes", "CHILD", "comes-age", "18")).doesNotContain(child, "There is a problem");
        String adult = "Write the age in whole years, from 18 to 120.";
        assertThat(suppose(maria, "comes", "ADULT", "comes-age", "17")).contains(adult);
        assertThat(suppose(maria, "comes", "ADULT", "comes-age", "121")).contains(adult);
        assertThat(suppose(maria, "comes", "ADULT", "comes-age", "120")).doesNotContain(adult, "There is a problem");
    }
}
