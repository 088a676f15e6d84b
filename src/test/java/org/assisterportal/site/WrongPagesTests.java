package org.assisterportal.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assisterportal.Region;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.consumer.AuthorizationView;
import org.assisterportal.consumer.AuthorizationView.EndReason;
import org.assisterportal.consumer.Authorizations;
import org.assisterportal.consumer.Consumers;
import org.assisterportal.consumer.Scope;
import org.assisterportal.consumer.domain.Handiwork;
import org.assisterportal.consumer.domain.Household;
import org.assisterportal.identity.domain.PageScene;
import org.assisterportal.shared.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;

/** "This is wrong", from the link in a consumer's mail. */
class WrongPagesTests extends PageScene {
    @Autowired private Household household;
    @Autowired private Handiwork handiwork;
    @Autowired private Authorizations authorizations;
    @Autowired private Consumers consumers;

    private final String email = Region.unique("maria.") + "@example.org";
    private final MockHttpSession browser = new MockHttpSession();
    private Household.Assister ana;
    private Actor maria;

    @BeforeEach
    void oneAssisterOneConsumer() {
        ana = household.assister(region.agency(AgencyKind.NAVIGATOR));
        maria = region.consumer(email);
    }

    private String link() {
        return mailed(email, "(/wrong/[A-Za-z0-9_?=-]+)");
    }

    private List<Map<String, Object>> said(AuthorizationView given) {
        return household.inTransaction(
                () ->
                        jdbc.sql("SELECT said, line FROM consumer.dispute WHERE authorization_id = :id")
                                .param("id", given.id())
                                .query()
                                .listOfRows());
    }

    @Test
    void aLookSaysWhomItStopsAndStopsNobody() {
        AuthorizationView given = household.authorize(maria, ana, Scope.APPLY);
        String link = link();
        assertThat(get(browser, link))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Is something wrong?", given.assisterName(), given.agencyName(), String.valueOf(given.number()),
                        "can help you and see your information now", "within 2 days", "This is wrong: stop " + given.assisterName())
                .doesNotContain("Lopez", "??", "[English]");
        assertThat(authorizations.now(maria)).isPresent();
    }

    @Test
    void theButtonStopsTheAssisterAtOnceAndASecondPressChangesNothingMore() {
        AuthorizationView given = household.authorize(maria, ana, Scope.APPLY);
        String link = link();
        assertThat(post(browser, link, "said", " I never met her "))
                .hasRedirectedUrl(link + "?lang=en");
        assertThat(authorizations.now(maria)).isEmpty();
        assertThat(authorizations.history(maria).getFirst().endReason()).isEqualTo(EndReason.DISPUTED);
        assertThat(household.task("disputed", given.id()).facts()).containsEntry("stopped", "true");
        assertThat(get(browser, link)).bodyText().contains("was stopped", "cannot see your information", "651-").doesNotContain("??", "<form class=\"usa-form");
        post(browser, link, "said", "again");
        assertThat(said(given)).singleElement().satisfies(row -> assertThat(row).containsEntry("said", "I never met her"));
        assertThat(mailed(email, "(something is wrong)")).isNotEmpty();
    }

    @Test
    void theRecordSaysThatItWasTheMailedLink() {
        household.authorize(maria, ana, Scope.SEE);
        post(browser, link(), "said", "");
        String line =
                household.inTransaction(
                        () ->
                                jdbc.sql("SELECT facts::text FROM audit.line WHERE act = 'authorization.disputed' AND subject = :id")
                                        .param("id", maria.subject())
                                        .query(String.class)
                                        .single());
        assertThat(line).contains("\"by-link\": \"true\"");
    }

    @Test
    void theLinkWorksInABrowserInWhichTheAssisterIsSignedIn() {
        household.authorize(maria, ana, Scope.APPLY);
        String link = link();
        assertThat(get(ana.actor(), link)).hasStatusOk().bodyText().contains("Is something wrong?");
        assertThat(post(ana.actor(), link, "said", "")).hasStatus(302);
        assertThat(authorizations.now(maria)).isEmpty();
    }

    @Test
    void whoIsHelpedWithoutAnAccountStopsTheAssisterByTheLinkToo() {
        Actor tom = household.consumer("Tom", "Olson");
        household.authorize(tom, ana, Scope.SEE);
        String link = mailed(consumers.own(tom).email(), "(/wrong/[A-Za-z0-9_?=-]+)");
        assertThat(get(browser, link)).bodyText().contains("Is something wrong?").doesNotContain("Olson");
        post(browser, link, "said", "");
        assertThat(authorizations.now(tom)).isEmpty();
    }

    @Test
    void anOldLinkStopsTheSameAssisterWhoWasAuthorizedAnewAndNobodyElse() {
        household.authorize(maria, ana, Scope.SEE);
        String link = link();
        Household.Assister ben = household.assister(ana.office());
        household.authorize(maria, ben, Scope.APPLY);
        assertThat(get(browser, link)).bodyText().contains("can no longer see your information");
        post(browser, link, "said", "");
        assertThat(authorizations.now(maria)).as("Ben still helps").isPresent();
        household.authorize(maria, ana, Scope.SEE);
        assertThat(get(browser, link)).bodyText().contains("Is something wrong?");
        post(browser, link, "said", "");
        assertThat(authorizations.now(maria)).isEmpty();
    }

    @Test
    void aSpanishMailLeadsToASpanishPage() {
        handiwork.change(maria, Map.of("language", "es"));
        household.authorize(maria, ana, Scope.APPLY);
        String link = link();
        assertThat(link).endsWith("?lang=es");
        assertThat(get(browser, link)).bodyText().contains("lang=\"es\"", "Esto está mal: detener a").doesNotContain("[English]", "??");
        assertThat(post(browser, link.replace("?lang=es", ""), "said", "x".repeat(1001), "lang", "es"))
                .bodyText()
                .contains("Use 1,000 caracteres o menos", "x".repeat(1001));
        assertThat(authorizations.now(maria)).isPresent();
        assertThat(post(browser, link.replace("?lang=es", ""), "said", "", "lang", "es")).hasRedirectedUrl(link);
        assertThat(get(browser, link)).bodyText().contains("Detuvimos a");
    }

    @Test
    void whatIsNoGoodAnyMoreSaysWhomToCall() {
        AuthorizationView given = household.authorize(maria, ana, Scope.APPLY);
        String over = "/wrong/" + links.token("authorization-wrong", given.id(), clock.instant().minusSeconds(1));
        assertThat(get(browser, over)).hasStatusOk().bodyText().contains("This link has expired", "651-", "/account/diary").doesNotContain("??");
        assertThat(post(browser, over, "said", "")).bodyText().contains("This link has expired");
        String other = "/wrong/" + links.token("activation", given.id(), clock.instant().plusSeconds(60));
        assertThat(get(browser, other)).bodyText().contains("We do not know this link");
        String nothing = "/wrong/" + links.token("authorization-wrong", UUID.randomUUID(), clock.instant().plusSeconds(60));
        assertThat(post(browser, nothing, "said", "")).bodyText().contains("We do not know this link");
        assertThat(authorizations.now(maria)).isPresent();
    }
}
