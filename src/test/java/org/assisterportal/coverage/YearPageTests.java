package org.assisterportal.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import org.assisterportal.application.Question;
import org.assisterportal.TestTime.MovableClock;
import org.assisterportal.shared.Actor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;

/** The page on which the year is chosen says what each year covers and when its plans can be chosen. */
class YearPageTests extends CoverageScene {
    private static final String OVER_2026 = "Open enrollment ended on Jan 15, 2026: to choose a plan now, something must have happened";
    private static final String OPEN_2027 = "Open enrollment: plans can be chosen from Nov 1, 2026 to Dec 31, 2026.";

    @Autowired private MovableClock clock;

    private Duration travelled = Duration.ZERO;

    @AfterEach
    void backToTheDay() {
        clock.travel(travelled.negated());
    }

    private String pageOn(String day) {
        travelled = travelled.plus(clock.travelTo(LocalDate.parse(day)));
        Actor tom = household.consumer("Tom", "Olson");
        id = handiwork.application(tom);
        return body(look(tom, new MockHttpSession(), at("year")));
    }

    @Test
    void eachYearSaysItsDaysAndWhenItsPlansCanBeChosen() {
        assertThat(pageOn("2026-11-20"))
                .contains("It covers Jan 1, 2026 to Dec 31, 2026.", OVER_2026, "It covers Jan 1, 2027 to Dec 31, 2027.", OPEN_2027, "aria-describedby=\"year-2027-about\"")
                .doesNotContain("??");
    }

    @Test
    void openEnrollmentHoldsThroughItsLastDay() {
        assertThat(pageOn("2026-12-31")).contains(OPEN_2027);
        assertThat(pageOn("2027-01-01")).contains("Open enrollment ended on Dec 31, 2026").doesNotContain(OPEN_2027);
    }

    @Test
    void pagesThatAskAboutTheYearAreWordedWithoutItWhileNoneIsChosen() {
        answer(maria, Question.PERSON, "self", "first-name", "Maria", "last-name", "Lopez", "birth-date", "5/17/1990", "applies", "YES");
        String taxes = body(look(maria, at("people/self/taxes")));
        assertThat(taxes).contains("<h1>Taxes of Maria Lopez</h1>", "file a federal tax return for the year of coverage?").doesNotContain("for ?", "Taxes of Maria Lopez for");
        answer(maria, Question.EARNERS, "", "self", "YES");
        assertThat(body(look(maria, at("people/self/expected")))).contains("What will Maria Lopez have in all of the year of coverage?").doesNotContain("all of ?", "all of ,");
        answer(maria, Question.YEAR, "", "year", thisYear());
        assertThat(body(look(maria, at("people/self/taxes")))).contains("Taxes of Maria Lopez for " + thisYear());
    }
}
