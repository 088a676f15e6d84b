package org.assisterportal.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.assisterportal.agency.AgencyKind;
import org.assisterportal.agency.Rosters;
import org.assisterportal.consumer.AuthorizationView;
import org.assisterportal.consumer.Scope;
import org.assisterportal.consumer.domain.Household;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Manage Assister: who helps, what that means now, the number, and the end. */
class ManagePagesTests extends AssisterScene {
    @Autowired Rosters rosters;

    @Test
    void whoHasNobodyIsToldSoAndHowToChooseSomebody() {
        assertThat(open(PAGE))
                .hasStatusOk()
                .bodyText()
                .contains("Nobody helps you now.", "Reference number", "href=\"/directory\"", "You have not given any yet.")
                .doesNotContain("??", "Remove: end this");
        assertThat(open("/account")).bodyText().contains("href=\"/account/assister\"");
    }

    @Test
    void whoHelpsIsSaidWithHowFarSinceWhenAndUntilWhen() {
        AuthorizationView given = household.authorize(maria, ana, Scope.SEE);
        assertThat(open(PAGE))
                .bodyText()
                .contains("Ana Torres of " + given.agencyName() + " can help you.", "Your permission works now")
                .contains("Only see", "today", "You end it", "href=\"/account/assister/end\"", "Not ended")
                .contains("href=\"/account/receipts/" + given.id() + "\"", "No. " + given.number(), "Change what they may do")
                .doesNotContain("??", "Who could help you instead");
    }

    @Test
    void whileTheAssisterIsSuspendedItIsPausedAndTheAgencysProposalsAreShown() {
        Household.Assister ben = household.assister(ana.office());
        household.authorize(maria, ana, Scope.APPLY);
        household.propose(ana, ben);
        household.stop(ana);
        assertThat(open(PAGE))
                .bodyText()
                .contains("help you right now", "Your permission is paused", "works again by itself", "Remove: end this")
                .contains("Who could help you instead", "href=\"" + details(ben) + "\"")
                .doesNotContain("Change what they may do", "??");
        household.bringBack(ana);
        assertThat(open(PAGE)).bodyText().contains("Your permission works now").doesNotContain("Who could help you instead");
    }

    @Test
    void whoLeftHelpsNobody() {
        String left = household.authorize(maria, ana, Scope.APPLY).agencyName();
        rosters.stop(ana.person(), Rosters.Stop.EMPLOYMENT, ana.office().contact());
        assertThat(open(PAGE))
                .bodyText()
                .contains("Ana Torres has left " + left, "your assister has left", "works again by itself", "Remove: end this");
    }

    @Test
    void whoMovedIsAskedForAnew() {
        household.authorize(maria, ana, Scope.APPLY);
        household.move(ana, region.agency(AgencyKind.NAVIGATOR));
        assertThat(open(PAGE))
                .bodyText()
                .contains("works for another agency now", "until you agree anew", "Agree anew for Ana Torres")
                .contains("href=\"" + details(ana) + "\"")
                .doesNotContain("??");
    }

    @Test
    void aNumberLeadsToItsAssister() {
        String number = ana.referenceNumber();
        assertThat(send(PAGE + "/find", "number", " " + number.substring(0, 3) + " " + number.substring(3)))
                .hasRedirectedUrl(details(ana));
    }

    @Test
    void whatIsWrongWithANumberIsSaidBesideItAndItStaysTyped() {
        String number = ana.referenceNumber();
        String typo = (number.charAt(0) == '7' ? "8" : "7") + number.substring(1);
        assertThat(send(PAGE + "/find", "number", typo))
                .hasStatusOk()
                .bodyText()
                .contains("There is a problem", "a digit is wrong or missing", "value=\"" + typo + "\"", "href=\"#number\"")
                .doesNotContain("??");
        assertThat(send(PAGE + "/find", "number", " ")).bodyText().contains("Type the seven digits");
        household.stop(ana);
        assertThat(send(PAGE + "/find", "number", number)).bodyText().contains("Nobody who can help today has this number");
    }

    @Test
    void theTwentyFirstNumberWithinAnHourWaits() {
        for (int i = 0; i < 20; i++) {
            assertThat(send(PAGE + "/find", "number", ana.referenceNumber())).hasStatus3xxRedirection();
        }
        MvcTestResult waits = send(PAGE + "/find", "number", ana.referenceNumber());
        assertThat(waits).bodyText().contains("You looked up many numbers. Wait ", "Your account is not locked").doesNotContain("??");
        maria = region.consumer();
        assertThat(send(PAGE + "/find", "number", ana.referenceNumber()))
                .as("from the same network")
                .bodyText()
                .contains("You looked up many numbers");
    }

    @Test
    void theEndIsConfirmedByNameAndCanBeTakenBack() {
        AuthorizationView given = household.authorize(maria, ana, Scope.APPLY);
        MvcTestResult confirm = open(PAGE + "/end");
        assertThat(confirm).bodyText().contains("End your permission for Ana Torres?", "coverage stay as they are").doesNotContain("??");
        MvcTestResult ended = send(PAGE + "/end", "authorization", field(confirm, "authorization"));
        assertThat(ended).hasRedirectedUrl(PAGE);
        assertThat(authorizations.now(maria)).isEmpty();
        assertThat(follow(ended))
                .bodyText()
                .contains("Your permission for Ana Torres has ended", "Let Ana Torres help you again", "You ended it")
                .contains("href=\"" + details(ana) + "\"", "Nobody helps you now", "No. " + given.number());
        assertThat(open(PAGE + "/end")).hasRedirectedUrl(PAGE);
    }

    @Test
    void aSecondTabSeesThatItHasEndedAndEndsNothingElse() {
        household.authorize(maria, ana, Scope.APPLY);
        String first = field(open(PAGE + "/end"), "authorization");
        String second = field(open(PAGE + "/end"), "authorization");
        follow(send(PAGE + "/end", "authorization", first));
        MvcTestResult late = send(PAGE + "/end", "authorization", second);
        assertThat(follow(late)).bodyText().contains("It had ended already").doesNotContain("??");
        Household.Assister ben = household.assister(ana.office());
        household.authorize(maria, ben, Scope.APPLY);
        assertThat(follow(send(PAGE + "/end", "authorization", second))).bodyText().contains("Nothing was changed now");
        assertThat(authorizations.now(maria)).isPresent();
    }

    @Test
    void aLongHistoryHasPages() {
        for (int i = 0; i < 12; i++) {
            household.authorize(maria, ana, Scope.SEE);
        }
        assertThat(open(PAGE)).bodyText().contains("1 to 10 of 12", "href=\"/account/assister?page=2\"", "You agreed anew");
        assertThat(open(PAGE + "?page=2")).bodyText().contains("11 to 12 of 12");
        assertThat(open(PAGE + "?page=" + Integer.MAX_VALUE)).bodyText().contains("11 to 12 of 12");
    }

    @Test
    void thePagesSpeakSpanish() {
        household.authorize(maria, ana, Scope.APPLY);
        for (String page : java.util.List.of(PAGE, PAGE + "/end", details(ana) + "?may=see")) {
            assertThat(openInSpanish(page)).hasStatusOk().bodyText().contains("Administrar asistente").doesNotContain("[English]", "??");
        }
    }
}
