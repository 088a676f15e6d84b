package org.assisterportal.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.consumer.AuthorizationView;
import org.assisterportal.consumer.AuthorizationView.Method;
import org.assisterportal.consumer.Scope;
import org.assisterportal.consumer.domain.Household;
import org.assisterportal.shared.Minnesota;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Assister Details: who it is, the choice, the words, and the yes. */
class AssisterDetailsPagesTests extends AssisterScene {

    private MvcTestResult agree(String may, String... more) {
        String[] params = new String[4 + more.length];
        System.arraycopy(more, 0, params, 4, more.length);
        params[0] = "may";
        params[1] = may;
        params[2] = "hash";
        params[3] = hash(open(details(ana) + "?may=" + may));
        return send(details(ana), params);
    }

    private AuthorizationView newest() {
        return authorizations.history(maria).getFirst();
    }

    @Test
    void theCardShowsWhatIsPublicAndNothingElse() {
        assertThat(open(details(ana)))
                .hasStatusOk()
                .bodyText()
                .contains("Ana Torres", "Navigator, certified today", "612-555-0100", "info@lakes.example.org")
                .contains("1 Main Street, Duluth, MN 55802", "English, Spanish", "What may Ana Torres do?")
                .doesNotContain("12 Elm Street", "(612) 555-0123", "612-555-0123", household.email(ana.person()), "I agree", "??");
    }

    @Test
    void theWordsFollowTheChoiceAndNameBoth() {
        assertThat(open(details(ana) + "?may=apply"))
                .bodyText()
                .contains("You, Maria Lopez, decide", "sign and send an application for you", "your private data")
                .contains("may not sign in as you", "tax adviser or as an attorney", "insurance company", "You can stop at any time")
                .contains("I agree", ">Cancel</a>")
                .doesNotContain("they may not choose a plan for you", "??");
        assertThat(open(details(ana) + "?may=see"))
                .bodyText()
                .contains("they may not choose a plan for you")
                .doesNotContain("sign and send an application for you");
        assertThat(open(details(ana) + "?may=everything")).bodyText().doesNotContain("I agree");
    }

    @Test
    void agreeingGivesExactlyWhatWasChosenAndSaysSo() {
        LocalDate until = Minnesota.today(clock).plusDays(40);
        MvcTestResult agreed = agree("see", "lasts", "day", "until", until.toString());
        assertThat(agreed).hasRedirectedUrl(PAGE);
        assertThat(newest().scope()).isEqualTo(Scope.SEE);
        assertThat(newest().until()).isEqualTo(until);
        assertThat(newest().method()).isEqualTo(Method.DIRECTORY);
        assertThat(follow(agreed))
                .bodyText()
                .contains("Your permission is in force.", "href=\"/account/receipts/" + newest().id() + "\"", "can help you.");
    }

    @Test
    void whoChoseNothingIsToldAndNothingIsGiven() {
        assertThat(send(details(ana), "may", "", "hash", "x"))
                .hasStatusOk()
                .bodyText()
                .contains("There is a problem", "Choose what this person may do", "href=\"#choices\"", "id=\"choices\"")
                .doesNotContain("??");
        assertThat(authorizations.history(maria)).isEmpty();
    }

    @Test
    void whoTypedTheNumberCameByTheNumber() {
        send(PAGE + "/find", "number", ana.referenceNumber());
        agree("apply");
        assertThat(newest().method()).isEqualTo(Method.REFERENCE_NUMBER);
        assertThat(newest().until()).isNull();
        agree("see", "method", "DIRECTORY");
        assertThat(newest().method()).isEqualTo(Method.REFERENCE_NUMBER);
    }

    @Test
    void aCounselorIsReachedByNumberOnlyAndSoIsWhoIsNotListed() {
        ana = household.assister(region.agency(AgencyKind.CAC));
        assertThat(open(details(ana))).hasStatus(HttpStatus.NOT_FOUND);
        send(PAGE + "/find", "number", ana.referenceNumber());
        assertThat(open(details(ana))).hasStatusOk().bodyText().contains("Certified application counselor, certified today");
        agree("see");
        assertThat(newest().method()).isEqualTo(Method.REFERENCE_NUMBER);
    }

    @Test
    void whoMayNotHelpTodayIsNotFoundAndLooksAsIfThereWereNobody() {
        MvcTestResult nobody = open(PAGE + "/" + UUID.randomUUID());
        assertThat(nobody).hasStatus(HttpStatus.NOT_FOUND);
        household.stop(ana);
        assertThat(open(details(ana))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(open(PAGE + "/x")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void wordsThatChangedAreShownAgainAndNothingIsGiven() {
        String shown = hash(open(details(ana) + "?may=apply"));
        MvcTestResult mixed = send(details(ana), "may", "see", "hash", shown);
        assertThat(mixed)
                .hasStatusOk()
                .bodyText()
                .contains("There is a problem", "The text changed while you were reading", "they may not choose a plan for you")
                .doesNotContain("??");
        assertThat(authorizations.now(maria)).isEmpty();
        assertThat(send(details(ana), "may", "see", "hash", hash(mixed))).hasRedirectedUrl(PAGE);
    }

    @Test
    void aLastDayThatIsNoneOrOverIsSaidBesideItsField() {
        assertThat(agree("see", "lasts", "day", "until", "soon"))
                .hasStatusOk()
                .bodyText()
                .contains("Write the last day as month/day/year", "id=\"until-error\"", "value=\"soon\"", "checked=\"checked\"");
        String yesterday = Minnesota.today(clock).minusDays(1).toString();
        assertThat(agree("see", "lasts", "day", "until", yesterday))
                .bodyText()
                .contains("Choose a day from today on", "href=\"#until\"");
        assertThat(authorizations.now(maria)).isEmpty();
        assertThat(agree("see", "lasts", "day", "until", "12/31/2030")).hasRedirectedUrl(PAGE);
        assertThat(newest().until()).isEqualTo(LocalDate.of(2030, 12, 31));
    }

    @Test
    void aDayIsHeededOnlyWhereItWasChosen() {
        agree("see", "lasts", "open", "until", "12/31/2030");
        assertThat(newest().until()).isNull();
    }

    @Test
    void whoHasAnotherAssisterReadsThatTheirPermissionEnds() {
        Household.Assister ben = household.assister(ana.office());
        household.authorize(maria, ben, Scope.APPLY);
        assertThat(open(details(ana))).bodyText().contains("Only one person can help you at a time");
        agree("apply");
        assertThat(authorizations.now(maria).orElseThrow().authorization().assister()).isEqualTo(ana.person());
        assertThat(open(details(ana))).bodyText().contains("Ana Torres helps you already: Apply and enroll for me");
    }

    @Test
    void agreeingAnewStartsFromWhatHoldsNowAndKeepsItsLastDay() {
        LocalDate until = Minnesota.today(clock).plusDays(40);
        agree("see", "lasts", "day", "until", until.toString());
        assertThat(open(details(ana)))
                .bodyText()
                .contains("helps you already: Only see, through ", "As now", "value=\"" + until + "\"", "I agree")
                .containsPattern("may=see#words\" aria-current=\"true\"")
                .containsPattern("value=\"day\" checked=\"checked\"")
                .doesNotContain("sees nothing of yours before", "??");
        assertThat(open(details(ana) + "?may=apply")).bodyText().contains("sign and send an application", "value=\"" + until + "\"");
        assertThat(openInSpanish(details(ana))).bodyText().contains("Como ahora", "inclusive").doesNotContain("??");
        assertThat(open(PAGE)).bodyText().contains("Navigator, certified today", "info@lakes.example.org", "1 Main Street");
    }

    @Test
    void whoMovedIsAgreedToAnewAndSeesNothingBefore() {
        household.authorize(maria, ana, Scope.SEE);
        ana = household.move(ana, region.agency(AgencyKind.NAVIGATOR));
        assertThat(open(details(ana)))
                .bodyText()
                .contains("sees nothing of yours before", "That permission doesn&#39;t hold at another agency", "Only see, until you end it")
                .doesNotContain("helps you already", "??");
    }

    @Test
    void whoHelpedBeforeIsFoundAgainWithoutANumber() {
        ana = household.assister(region.agency(AgencyKind.CAC));
        household.authorize(maria, ana, Scope.SEE);
        agree("apply");
        assertThat(newest().method()).isEqualTo(Method.AGAIN);
    }

    @Test
    void aTextThatNobodyReviewedInSpanishHelpsToReadAndTheEnglishOneBinds() {
        assertThat(openInSpanish(details(ana) + "?may=see"))
                .bodyText()
                .contains("Antes de aceptar: sus datos privados", "No es asesor de impuestos ni abogado", "No tax adviser and no attorney");
    }
}
