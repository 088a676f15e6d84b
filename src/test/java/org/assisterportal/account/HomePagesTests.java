package org.assisterportal.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.agency.Rosters;
import org.assisterportal.consumer.AuthorizationView;
import org.assisterportal.consumer.Scope;
import org.assisterportal.consumer.domain.Handiwork;
import org.assisterportal.consumer.domain.Household;
import org.assisterportal.identity.domain.PageScene;
import org.assisterportal.shared.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The consumer's first page. */
class HomePagesTests extends PageScene {
    @Autowired private Household household;
    @Autowired private Handiwork handiwork;
    @Autowired private Rosters rosters;

    private Household.Assister ana;
    private Actor maria;

    @BeforeEach
    void oneAssisterOneConsumer() {
        ana = household.assister(region.agency(AgencyKind.NAVIGATOR));
        maria = region.consumer();
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
                .contains("Coverage in 2026", "Signed and sent on", "Report a change", "Apply for 2027 with these answers", "Your notices")
                .doesNotContain("??", "You have not applied yet");
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
