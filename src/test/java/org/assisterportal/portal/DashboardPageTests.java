package org.assisterportal.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.consumer.CaseRow.Waits;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.Scope;
import org.assisterportal.consumer.domain.Household;
import org.assisterportal.shared.Actor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of the consumers who authorized the assister. */
class DashboardPageTests extends DeskScene {

    @Test
    void whoIsAuthorizedByNobodyReadsTheNumberToGiveOut() {
        String number = ana.referenceNumber();
        assertThat(look("/portal"))
                .hasStatusOk()
                .bodyText()
                .contains("Welcome, Ana Torres", "Nobody has authorized you yet", "<dd>Lakes Health ", number.substring(0, 3) + " " + number.substring(3))
                .contains("Manage Assister", "href=\"/portal/requests\"", "href=\"/portal/ended\"")
                .doesNotContain("role=\"search\"", "??");
    }

    @Test
    void theListSaysWhereEachStandsAndWhoseMoveItIs() {
        Actor maria = helped("Maria", "Lopez", Scope.APPLY);
        Actor tom = helped("Tom", "Olson", Scope.SEE);
        stands(maria, "MORE_INFORMATION", "UPLOAD", Waits.ASSISTER, -2);
        stands(tom, "SUBMITTED", "WAIT", Waits.MARKETPLACE, null);
        assertThat(look("/portal"))
                .hasStatusOk()
                .bodyText()
                .contains("Waiting for you: 1 person", "Maria Lopez", "More information asked for", "Upload documents")
                .contains("Overdue:", "2 days ago", "Waits for the marketplace", "No day", "Only see")
                .contains("value=\"" + maria.subject() + "\"")
                .doesNotContain("??");
    }

    @Test
    void theThreeNumbersAreFiltersWithAddressesOfTheirOwn() {
        Actor maria = helped("Maria", "Lopez", Scope.APPLY);
        Actor tom = helped("Tom", "Olson", Scope.APPLY);
        Actor lena = helped("Lena", "Berg", Scope.APPLY);
        stands(maria, "DRAFT", "CONTINUE", Waits.ASSISTER, 30);
        stands(tom, "DETERMINED", "CHOOSE_PLAN", Waits.CONSUMER, 3);
        stands(lena, "ENROLLED", "NONE", Waits.NOBODY, null);
        assertThat(look("/portal"))
                .bodyText()
                .contains("href=\"/portal?show=waiting\"", "href=\"/portal?show=due\"", "Maria", "Tom", "Lena");
        assertThat(look("/portal?show=waiting")).bodyText().contains("Maria Lopez").doesNotContain("Tom Olson", "Lena Berg");
        assertThat(look("/portal?show=due")).bodyText().contains("Tom Olson").doesNotContain("Maria Lopez", "Lena Berg");
        stands(maria, "SUBMITTED", "WAIT", Waits.MARKETPLACE, null);
        assertThat(look("/portal?show=waiting")).bodyText().contains("Nobody waits for you");
        assertThat(look("/portal?show=nonsense&sort=nonsense")).bodyText().contains("Maria Lopez", "Lena Berg");
    }

    @Test
    void theListIsSortedByNameDayOrActivity() {
        Actor maria = helped("Maria", "Lopez", Scope.APPLY);
        Actor tom = helped("Tom", "Olson", Scope.APPLY);
        Actor lena = helped("Lena", "Berg", Scope.APPLY);
        stands(tom, "DRAFT", "CONTINUE", Waits.ASSISTER, 3);
        stands(lena, "DRAFT", "CONTINUE", Waits.ASSISTER, null);
        stands(maria, "DRAFT", "CONTINUE", Waits.ASSISTER, 9);
        assertThat(look("/portal")).bodyText().containsSubsequence("Lena Berg", "Maria Lopez", "Tom Olson");
        assertThat(look("/portal?sort=due")).bodyText().containsSubsequence("Tom Olson", "Maria Lopez", "Lena Berg");
        assertThat(look("/portal?sort=activity")).bodyText().containsSubsequence("Maria Lopez", "Lena Berg", "Tom Olson");
        assertThat(look("/portal?show=waiting")).as("by day where something is to do").bodyText()
                .containsSubsequence("Tom Olson", "Maria Lopez", "Lena Berg");
    }

    @Test
    void thirtyConsumersStandOnTwoPages() {
        for (int i = 10; i < 40; i++) {
            helped("Nia", "Number" + i, Scope.APPLY);
        }
        assertThat(look("/portal"))
                .bodyText()
                .contains("Number10", "Number34", "1 to 25 of 30", "/portal?show=all&amp;sort=name&amp;page=2")
                .doesNotContain("Number35");
        assertThat(look("/portal?show=all&sort=name&page=2")).bodyText().contains("Number35", "26 to 30 of 30").doesNotContain("Number34");
        assertThat(look("/portal?page=9")).hasRedirectedUrl("/portal?show=all");
    }

    @Test
    void aMisspelledNameIsFoundAndTheTermIsInNoAddress() {
        Actor maria = helped("Maria", "Hernández-Lindqvist", Scope.APPLY);
        helped("Tom", "Olson", Scope.APPLY);
        assertThat(send("/portal/search", "q", "hernandes lindquist"))
                .hasStatusOk()
                .bodyText()
                .contains("1 person fits", "Maria Hernández-Lindqvist", "value=\"hernandes lindquist\"", "value=\"" + maria.subject() + "\"")
                .doesNotContain("Tom Olson", "?q=", "??");
        assertThat(send("/portal/search", "q", "zzyzx"))
                .bodyText()
                .contains("Nobody fits", "Try fewer words", "href=\"/portal\"")
                .doesNotContain("Tom Olson");
        assertThat(send("/portal/search", "q", " ")).as("nothing typed is everybody").hasRedirectedUrl("/portal");
    }

    @Test
    void anothersConsumersAreNeitherListedNorFound() {
        Household.Assister ben = household.assister(ana.office());
        household.authorize(household.consumer("Zelda", "Stranger"), ben, Scope.APPLY);
        helped("Maria", "Lopez", Scope.APPLY);
        assertThat(look("/portal")).bodyText().doesNotContain("Zelda");
        assertThat(send("/portal/search", "q", "Zelda Stranger")).bodyText().contains("Nobody fits").doesNotContain("Zelda Stranger<");
    }

    @Test
    void whoAuthorizedAtTheAgencyBeforeIsCountedAndNotNamed() {
        Actor maria = helped("Maria", "Lopez", Scope.APPLY);
        UUID elsewhere = region.agency(AgencyKind.NAVIGATOR).id().value();
        household.inTransaction(
                () ->
                        jdbc.sql("UPDATE consumer.authority SET agency = :agency WHERE consumer = :id")
                                .param("agency", elsewhere)
                                .param("id", maria.subject())
                                .update());
        assertThat(look("/portal"))
                .bodyText()
                .contains("1 consumer authorized you at your agency before")
                .doesNotContain("Maria Lopez");
        assertThat(look(workspace(maria))).hasStatus(404);
    }

    @Test
    void anEndedAuthorizationIsANumberAndADay() {
        Actor maria = household.consumer("Maria", "Lopez");
        long number = household.authorize(maria, ana, Scope.APPLY).number();
        assertThat(look("/portal/ended")).bodyText().contains("No authorization of yours has ended");
        household.end(maria);
        assertThat(look("/portal/ended"))
                .hasStatusOk()
                .bodyText()
                .contains(String.valueOf(number), "today")
                .doesNotContain("Maria", "Lopez", "??");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/portal", "/portal/ended", "/portal/information"})
    void withoutAccessThereIsTheReasonAndNoConsumer(String page) {
        helped("Maria", "Lopez", Scope.APPLY);
        household.stop(ana);
        assertThat(look(page))
                .hasStatusOk()
                .bodyText()
                .contains("Your access to the assister portal is suspended", "ap-path__step ap-open", "ap-path__step ap-met")
                .doesNotContain("Maria", "Lopez", "??");
        assertThat(send("/portal/search", "q", "Lopez")).bodyText().contains("is suspended").doesNotContain("Maria Lopez");
    }

    @Test
    void theOwnPageHasTheNumbersTheCardAndWhatKeepsTheAccessOpen() {
        assertThat(look("/portal/information"))
                .hasStatusOk()
                .bodyText()
                .contains("What consumers will see", "What keeps your access open", "Assister ID", "Certification")
                .doesNotContain("??");
    }

    @Test
    void everybodyWhoIsShownStandsInTheRecord() {
        Actor maria = helped("Maria", "Lopez", Scope.APPLY);
        look("/portal");
        send("/portal/search", "q", "Lopez");
        assertThat(
                        household.inTransaction(
                                () ->
                                        jdbc.sql(
                                                        "SELECT act FROM audit.line WHERE account = :account AND :id = ANY(shown)"
                                                                + " ORDER BY at")
                                                .param("account", ana.actor().account())
                                                .param("id", ConsumerId.of(maria).value())
                                                .query(String.class)
                                                .list()))
                .containsExactly("portal.list-shown", "portal.searched");
    }
}
