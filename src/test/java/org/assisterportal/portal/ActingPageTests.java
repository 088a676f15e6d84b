package org.assisterportal.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assisterportal.consumer.Diary;
import org.assisterportal.consumer.CaseRow.Waits;
import org.assisterportal.consumer.Scope;
import org.assisterportal.consumer.domain.Household;
import org.assisterportal.shared.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** For whom an assister acts, and knows it. */
class ActingPageTests extends DeskScene {
    @Autowired Diary diary;

    private MvcTestResult change(Actor consumer, String version, String phone) {
        return send(
                workspace(consumer) + "/profile", "version", version, "first-name", "Maria", "last-name", "Lopez", "language",
                "en", "phone", phone);
    }

    @Test
    void choosingAConsumerOpensTheirWorkspaceAndTheNameStaysInSight() {
        Actor maria = helped("Maria", "Lopez", Scope.APPLY);
        assertThat(act(maria)).hasRedirectedUrl(workspace(maria));
        for (String page : List.of("", "/profile", "/diary")) {
            assertThat(look(workspace(maria) + page))
                    .hasStatusOk()
                    .bodyText()
                    .contains("You are acting for</span> <strong>Maria Lopez", "Stop acting for Maria Lopez")
                    .containsPattern("<title>Maria Lopez – ")
                    .doesNotContain("??");
        }
        assertThat(look("/portal")).bodyText().contains("<strong>Maria Lopez</strong>", "<title>Maria Lopez – ");
        assertThat(send("/portal/stop")).hasRedirectedUrl("/portal");
        assertThat(look("/portal")).bodyText().doesNotContain("You are acting for");
    }

    @Test
    void theWorkspaceSaysWhereTheCaseStandsAsTheListDoes() {
        Actor maria = helped("Maria", "Lopez", Scope.SEE);
        stands(maria, "MORE_INFORMATION", "UPLOAD", Waits.ASSISTER, -2);
        act(maria);
        assertThat(look(workspace(maria)))
                .bodyText()
                .contains("More information asked for", "Upload documents", "Waits for you", "Overdue:", "2 days ago")
                .doesNotContain("??");
        stands(maria, "SUBMITTED", "WAIT", Waits.MARKETPLACE, null);
        assertThat(look(workspace(maria))).bodyText().contains("Waits for the marketplace", "No day").doesNotContain("Overdue:");
    }

    @Test
    void anAddressAloneOpensNothingButAsks() {
        Actor maria = helped("Maria", "Lopez", Scope.APPLY);
        assertThat(look(workspace(maria) + "/diary"))
                .hasStatusOk()
                .bodyText()
                .contains("Act for Maria Lopez?", "name=\"to\" value=\"/diary\"")
                .doesNotContain("You are acting for", "@example.org", "??");
        assertThat(send("/portal/act", "consumer", String.valueOf(maria.subject()), "to", "/diary"))
                .hasRedirectedUrl(workspace(maria) + "/diary");
        for (String outside : List.of("//evil.example", "/../../amp", "?x", "https://evil.example/")) {
            assertThat(send("/portal/act", "consumer", String.valueOf(maria.subject()), "to", outside))
                    .hasRedirectedUrl(workspace(maria));
        }
    }

    @Test
    void oneConsumerABrowserAndASecondTabAsks() {
        Actor maria = helped("Maria", "Lopez", Scope.APPLY);
        Actor tom = helped("Tom", "Olson", Scope.APPLY);
        act(maria);
        assertThat(act(tom)).bodyText().contains("You are acting for Maria Lopez. Stop, and act for Tom Olson?", "Stay with Maria Lopez");
        assertThat(look(workspace(tom))).bodyText().contains("Stop, and act for Tom Olson?");
        assertThat(look(workspace(maria))).as("still the one").bodyText().contains("<strong>Maria Lopez</strong>");
        String from = String.valueOf(maria.subject());
        assertThat(send("/portal/act", "consumer", String.valueOf(tom.subject()), "insteadOf", from)).hasRedirectedUrl(workspace(tom));
        MvcTestResult firstTab = change(maria, "1", "612-555-0177");
        assertThat(firstTab)
                .bodyText()
                .contains("You are acting for Tom Olson. Stop, and act for Maria Lopez?", "What you typed is still here")
                .contains("name=\"phone\" value=\"612-555-0177\"", "name=\"check\"", "name=\"to\" value=\"/profile\"");
        assertThat(consumers.own(maria).phone()).isEmpty();
        assertThat(send("/portal/act", "consumer", from, "insteadOf", from)).as("asked of somebody else").bodyText().contains("Stop, and act for Maria");
    }

    @Test
    void whatWasTypedComesBackToBeCheckedAndIsNotSavedByTheQuestion() {
        Actor maria = helped("Maria", "Lopez", Scope.APPLY);
        String id = String.valueOf(maria.subject());
        assertThat(send("/portal/act", "consumer", id, "to", "/profile", "check", "true", "phone", "612-555-0177"))
                .hasStatus(307)
                .hasHeader("Location", workspace(maria) + "/profile");
        assertThat(
                        send(
                                workspace(maria) + "/profile", "check", "true", "version", "1", "first-name", "Maria", "last-name",
                                "Lopez", "language", "en", "phone", "612-555-0177"))
                .bodyText()
                .contains("Not saved yet", "value=\"612-555-0177\"", "Save for Maria Lopez");
        assertThat(consumers.own(maria).phone()).isEmpty();
    }

    @Test
    void whoDoesNothingForTenMinutesStepsOutAndOneButtonLeadsBack() {
        Actor maria = helped("Maria", "Lopez", Scope.APPLY);
        act(maria);
        wait(9);
        assertThat(look(workspace(maria))).bodyText().contains("You are acting for");
        wait(9);
        assertThat(look(workspace(maria))).bodyText().contains("You are acting for");
        wait(11);
        assertThat(change(maria, "1", "612-555-0177"))
                .bodyText()
                .contains("You stepped out of the workspace of Maria Lopez", "10 minutes", "Back to Maria Lopez", "612-555-0177")
                .doesNotContain("You are acting for", "??");
        assertThat(look("/portal")).bodyText().contains("You stepped out of Maria Lopez").doesNotContain("You are acting for");
        assertThat(look("/portal")).bodyText().doesNotContain("You stepped out");
        act(maria);
        assertThat(look(workspace(maria))).bodyText().contains("You are acting for");
    }

    @Test
    void anotherBrowserAndAnotherPersonActForNobody() {
        Actor maria = helped("Maria", "Lopez", Scope.APPLY);
        act(maria);
        assertThat(look(ana.actor(), new MockHttpSession(), workspace(maria))).bodyText().contains("Act for Maria Lopez?");
        Household.Assister ben = household.assister(ana.office());
        assertThat(look(ben.actor(), browser, workspace(maria))).hasStatus(404);
    }

    @Test
    void aChangeIsConfirmedByNameAndRecordedUnderTheAuthorization() {
        Actor maria = household.consumer("Maria", "Lopez");
        long number = household.authorize(maria, ana, Scope.APPLY).number();
        act(maria);
        assertThat(change(maria, "1", "612-555-0177")).hasRedirectedUrl(workspace(maria));
        assertThat(consumers.own(maria).phone()).isEqualTo("612-555-0177");
        assertThat(look(workspace(maria)))
                .bodyText()
                .contains("612-555-0177", "Changed the information", "authorization " + number, ">" + number + "<", "Apply and enroll on their behalf")
                .doesNotContain("??");
        assertThat(diary.own(maria, true, 1).rows())
                .filteredOn(line -> line.byAssister() && line.number() != null && line.number() == number)
                .extracting(line -> line.act())
                .contains("consumer.profile-changed", "consumer.profile-shown");
        assertThat(
                        household.inTransaction(
                                () ->
                                        jdbc.sql(
                                                        "SELECT act FROM audit.line WHERE account = :account AND subject = :id"
                                                                + " AND facts->>'authorization' = :number")
                                                .param("account", ana.actor().account())
                                                .param("id", maria.subject())
                                                .param("number", String.valueOf(number))
                                                .query(String.class)
                                                .list()))
                .contains("consumer.case-opened", "consumer.profile-changed", "consumer.profile-shown");
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndNothingTypedIsLost() {
        Actor maria = helped("Maria", "Lopez", Scope.APPLY);
        act(maria);
        assertThat(change(maria, "1", "12"))
                .hasStatusOk()
                .bodyText()
                .contains("There is a problem", "href=\"#phone\"", "id=\"phone-error\"", "Write ten digits", "value=\"12\"")
                .doesNotContain("??");
        assertThat(change(maria, "1", "")).hasRedirectedUrl(workspace(maria));
        assertThat(consumers.own(maria).version()).isEqualTo(1);
    }

    @Test
    void whoSavesOverAnothersChangeReadsBothAndDecides() {
        Actor maria = helped("Maria", "Lopez", Scope.APPLY);
        act(maria);
        consumers.change(maria, Map.of("first-name", "Maria", "last-name", "Lopez", "language", "en", "phone", "612-555-0111"), 1);
        assertThat(change(maria, "1", "612-555-0177"))
                .bodyText()
                .contains("Somebody else changed this meanwhile", "value=\"612-555-0177\"", "Now it says: 612-555-0111")
                .contains("name=\"version\" value=\"2\"")
                .doesNotContain("??");
        assertThat(change(maria, "2", "612-555-0177")).hasRedirectedUrl(workspace(maria));
    }

    @Test
    void anEndInTheMiddleOfAFormIsToldAndWhatWasTypedStaysForTheConsumer() {
        Actor maria = household.consumer("Maria", "Lopez");
        long number = household.authorize(maria, ana, Scope.APPLY).number();
        act(maria);
        look(workspace(maria) + "/profile");
        household.end(maria);
        assertThat(change(maria, "1", "612-555-0177"))
                .hasStatusOk()
                .bodyText()
                .contains("This authorization has ended", "Your authorization " + number + " ended on", "Nothing was saved")
                .contains("What you typed was kept for the consumer")
                .doesNotContain("Maria", "Lopez", "612-555-0177", "??");
        assertThat(consumers.own(maria).phone()).isEmpty();
        assertThat(consumers.leftOvers(maria).getFirst().content()).containsEntry("phone", "612-555-0177");
        assertThat(look(workspace(maria))).as("said once, then as if there were nobody").hasStatus(404);
    }

    @Test
    void whoSavesInTheMomentInWhichTheConsumerEndsLosesAndIsTold() throws Exception {
        Actor maria = household.consumer("Maria", "Lopez");
        long number = household.authorize(maria, ana, Scope.APPLY).number();
        act(maria);
        try (var another = Executors.newSingleThreadExecutor()) {
            Future<MvcTestResult> saving =
                    household.inTransaction(
                            () -> {
                                household.end(maria);
                                Future<MvcTestResult> begun = another.submit(() -> change(maria, "1", "612-555-0177"));
                                // The end isn't final yet, so that the form has come past the first look and waits.
                                assertThat(begun).failsWithin(Duration.ofSeconds(2));
                                return begun;
                            });
            assertThat(saving.get())
                    .hasStatusOk()
                    .bodyText()
                    .contains("Your authorization " + number + " ended on", "What you typed was kept for the consumer")
                    .doesNotContain("Maria", "You are acting for", "??");
        }
        assertThat(consumers.own(maria).phone()).isEmpty();
        assertThat(consumers.leftOvers(maria)).hasSize(1);
    }

    @Test
    void theDashboardSaysThatActingIsOver() {
        Actor maria = household.consumer("Maria", "Lopez");
        long number = household.authorize(maria, ana, Scope.APPLY).number();
        act(maria);
        household.end(maria);
        assertThat(look("/portal")).bodyText().contains("Your authorization " + number + " has ended").doesNotContain("Maria");
    }

    @Test
    void aSuspensionInTheMiddleOfAFormShowsWhyAndKeepsWhatWasTyped() {
        Actor maria = helped("Maria", "Lopez", Scope.APPLY);
        act(maria);
        household.stop(ana);
        assertThat(look(workspace(maria))).bodyText().contains("is suspended").doesNotContain("Maria");
        assertThat(change(maria, "1", "612-555-0177"))
                .bodyText()
                .contains("is suspended", "What you typed was kept for the consumer")
                .doesNotContain("Maria", "??");
        assertThat(consumers.leftOvers(maria)).hasSize(1);
    }

    @Test
    void whoMayOnlySeeFindsNoFormAndSavesNothing() {
        Actor maria = helped("Maria", "Lopez", Scope.SEE);
        act(maria);
        assertThat(look(workspace(maria))).bodyText().contains("lets you look, not change").doesNotContain("/profile\"");
        assertThat(look(workspace(maria) + "/profile")).bodyText().contains("not change it", "Manage Assister").doesNotContain("name=\"phone\"", "??");
        assertThat(change(maria, "1", "612-555-0177")).bodyText().contains("Nothing was saved").doesNotContain("was kept");
        assertThat(consumers.own(maria).phone()).isEmpty();
        assertThat(consumers.leftOvers(maria)).isEmpty();
    }

    @Test
    void aScopeThatShrankInTheMiddleOfAFormKeepsWhatWasTyped() {
        Actor maria = helped("Maria", "Lopez", Scope.APPLY);
        act(maria);
        household.authorize(maria, ana, Scope.SEE);
        assertThat(change(maria, "1", "612-555-0177")).bodyText().contains("not change it", "What you typed was kept");
        assertThat(consumers.leftOvers(maria)).hasSize(1);
    }

    @Test
    void aConfidentialAddressIsNowhereInTheWorkspace() {
        Actor maria = helped("Maria", "Lopez", Scope.APPLY);
        consumers.change(
                maria,
                Map.of(
                        "first-name", "Maria", "last-name", "Lopez", "language", "es", "street", "77 Hidden Lane", "city", "Ely",
                        "zip", "55731", "county", "St. Louis", "confidential", "true"),
                1);
        act(maria);
        assertThat(look(workspace(maria))).bodyText().contains("Confidential.", "Spanish").doesNotContain("Hidden Lane", "55731", "??");
        assertThat(look(workspace(maria) + "/profile"))
                .bodyText()
                .contains("keeps the address confidential")
                .doesNotContain("Hidden Lane", "name=\"street\"", "??");
        assertThat(send("/portal/search", "q", "Hidden Lane")).bodyText().contains("Nobody fits");
    }

    @Test
    void theDiaryShowsLooksOnlyWhenAsked() {
        Actor maria = helped("Maria", "Lopez", Scope.APPLY);
        act(maria);
        look(workspace(maria));
        assertThat(look(workspace(maria) + "/diary")).bodyText().contains("Authorized Ana Torres").doesNotContain("Looked at the information");
        assertThat(look(workspace(maria) + "/diary?show=looks")).bodyText().contains("Looked at the information", "Looked at the diary");
    }

    @Test
    void theConfirmationOfStoppingNamesWhomOneActedFor() {
        Actor maria = helped("Maria", "Lopez", Scope.APPLY);
        act(maria);
        MvcTestResult stopped = send("/portal/stop");
        String left = String.valueOf(stopped.getMvcResult().getFlashMap().get("left"));
        assertThat(left).as("an id and no name, because it lies in the session").isEqualTo(String.valueOf(maria.subject()));
        assertThat(pages.get().uri("/portal").session(browser).flashAttr("left", left).with(authentication(in(ana.actor()))).exchange())
                .bodyText()
                .contains("You stopped acting for Maria Lopez.");
    }
}
