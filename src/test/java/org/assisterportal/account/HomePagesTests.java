package org.assisterportal.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.assisterportal.TestTime.MovableClock;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.agency.Rosters;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Question;
import org.assisterportal.application.Spot;
import org.assisterportal.consumer.AuthorizationView;
import org.assisterportal.consumer.Scope;
import org.assisterportal.consumer.domain.Handiwork;
import org.assisterportal.consumer.domain.Household;
import org.assisterportal.enrollment.domain.Policyholder;
import org.assisterportal.identity.domain.PageScene;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Minnesota;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The consumer's first page. */
class HomePagesTests extends PageScene {
    @Autowired private Household household;
    @Autowired private Handiwork handiwork;
    @Autowired private Rosters rosters;

    @Autowired private Policyholder policyholder;
    @Autowired private MovableClock time;

    private Household.Assister ana;
    private Actor maria;
    private int year;
    private Duration travelled = Duration.ZERO;

    @BeforeEach
    void oneAssisterOneConsumerInOpenEnrollment() {
        year = Minnesota.today(time).getYear();
        travelled = time.travelTo(LocalDate.of(year, 11, 20));
        ana = household.assister(region.agency(AgencyKind.NAVIGATOR));
        maria = region.consumer();
    }

    @AfterEach
    void backToTheDay() {
        time.travel(travelled.negated());
    }

    @Test
    void whoeverIsNewSeesWhatToDoFirst() {
        assertThat(get(maria, "/account"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Welcome, Maria Lopez", "Nobody helps you now", "Choose an assister", "href=\"/account/assister\"",
                        "You have not applied yet", "Nothing was done for you yet", "Complete your information",
                        "date of birth", "Protect your account with an app", "href=\"/account/diary\"", "href=\"/account/profile\"")
                .doesNotContain("??", "[English]");
    }

    @Test
    void whoHelpsNowAndHowFarStandsOnTop() {
        AuthorizationView given = household.authorize(maria, ana, Scope.APPLY);
        assertThat(get(maria, "/account"))
                .bodyText()
                .contains(given.assisterName(), given.agencyName(), "apply and enroll for you", "until you end it", "Manage Assister")
                .doesNotContain("Nobody helps you now", "Choose an assister", "??");
        household.authorize(maria, ana, Scope.SEE);
        assertThat(get(maria, "/account")).bodyText().contains("may only see your information");
    }

    @Test
    void whatIsSignedStandsByItsYearWithTheWayToTheOther() {
        handiwork.signed(maria);
        assertThat(get(maria, "/account"))
                .bodyText()
                .contains("Coverage in " + year, "Signed and sent on", "Report a change", "Apply for " + (year + 1) + " with these answers", "Your notices")
                .doesNotContain("??", "You have not applied yet");
    }

    @Test
    void plansStandByTheirYearAndWhatIsNext() {
        policyholder.policy(maria);
        assertThat(get(maria, "/account"))
                .bodyText()
                .contains("A made-up plan", "Covered from Nov 20, " + year + " to Dec 31, " + year, "can go on next year", "until Dec 15, " + year, "/renewal\">")
                .doesNotContain("has no plan yet", "??");
    }

    @Test
    void whoHasNoPlanIsToldUntilWhenOneCanBeChosen() {
        handiwork.signed(maria);
        assertThat(get(maria, "/account")).bodyText().as("too late for this year").doesNotContain("has no plan yet");
        ApplicationId next = handiwork.changed(maria, Spot.of(Question.YEAR), Map.of("year", String.valueOf(year + 1)));
        assertThat(get(maria, "/account")).bodyText().contains("has no plan yet", "A plan can be chosen until Dec 31, " + year, "/coverage/" + next + "/plans\">Choose a plan");
    }

    @Test
    void aYearWhoseAnswersAreOlderIsAskedAbout() {
        handiwork.signed(maria);
        handiwork.changed(maria, Spot.of(Question.YEAR), Map.of("year", String.valueOf(year + 1)));
        String asked = "Is this so in " + year + ", too?";
        assertThat(get(maria, "/account")).bodyText().contains("Coverage in " + (year + 1)).doesNotContain(asked);
        handiwork.changed(maria, new Spot(Question.INCOME, "self"), Map.of("kind-1", "WAGES", "amount-1", "500", "frequency-1", "MONTHLY"));
        assertThat(get(maria, "/account")).bodyText().contains(asked, "<li>Income: Maria Lopez</li>", "Report it for " + year).doesNotContain("??");
    }

    @Test
    void anAssisterWhoCannotHelpIsSaidToBeUnable() {
        household.authorize(maria, ana, Scope.APPLY);
        household.stop(ana);
        assertThat(get(maria, "/account")).bodyText().contains("Cannot help you right now", "works again as soon as").doesNotContain("??");
        rosters.stop(ana.person(), Rosters.Stop.EMPLOYMENT, ana.office().contact());
        assertThat(get(maria, "/account")).bodyText().contains("No longer helps consumers for this agency").doesNotContain("??");
    }

    @Test
    void theThreeLatestLinesOfTheDiaryAreThere() {
        household.authorize(maria, ana, Scope.APPLY);
        for (int i = 0; i < 3; i++) {
            handiwork.look(ana, maria);
        }
        assertThat(get(maria, "/account"))
                .bodyText()
                .contains("Looked at your information", "This is wrong", "See everything that was done for you")
                .doesNotContain("You authorized");
    }

    @Test
    void whatIsCompleteIsNotAskedForAgain() {
        handiwork.change(
                maria,
                Map.of(
                        "birth-date", "5/17/1990", "phone", "612-555-0177", "street", "12 Oak St", "city", "Duluth", "state", "MN", "zip",
                        "55802", "county", "St. Louis"));
        assertThat(get(maria, "/account")).bodyText().contains("What you can do now").doesNotContain("Complete your information");
    }
}
