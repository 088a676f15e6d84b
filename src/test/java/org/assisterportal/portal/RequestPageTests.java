package org.assisterportal.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.assisterportal.Region;
import org.assisterportal.TestTime.MovableClock;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.consumer.Scope;
import org.assisterportal.consumer.domain.Household;
import org.assisterportal.identity.domain.PageScene;
import org.assisterportal.shared.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** An assister's requests to people without an account. */
class RequestPageTests extends PageScene {
    @Autowired private Household household;

    private final String email = Region.unique("maria") + "@families.example";
    private Region.Office office;
    private Actor ana;

    @BeforeEach
    void oneAssister() {
        office = region.agency(AgencyKind.NAVIGATOR);
        ana = household.assister(office).actor();
    }

    private MvcTestResult ask(String address) {
        return post(
                ana, "/portal/requests", "first-name", "Maria", "last-name", "Lopez", "email", address, "language", "es", "scope",
                "APPLY");
    }

    private String page() throws Exception {
        String body = get(ana, "/portal/requests").getResponse().getContentAsString();
        assertThat(body).doesNotContain("??");
        return body.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "").replaceAll("data-longest=\"[^\"]*\"", "");
    }

    @Test
    void aRequestIsStartedMailedAgainAndWithdrawn() throws Exception {
        assertThat(page()).contains("Nobody is waiting for a mail from you", "Start a request");
        assertThat(get(ana, "/portal/requests/new")).hasStatusOk().bodyText().contains("Never ask for the code").doesNotContain("??");
        assertThat(ask(email)).hasRedirectedUrl("/portal/requests");
        String page = page();
        assertThat(page).contains("Maria Lopez", email, "Waiting for the consumer", "Send again", "Withdraw");
        String id = page.replaceAll("(?s).*/portal/requests/([0-9a-f-]{36})/withdraw.*", "$1");
        assertThat(post(ana, "/portal/requests/" + id + "/again")).hasRedirectedUrl("/portal/requests");
        assertThat(post(ana, "/portal/requests/" + id + "/withdraw")).hasRedirectedUrl("/portal/requests");
        assertThat(page()).contains("Withdrawn by you").doesNotContain("Send again");
        assertThat(post(ana, "/portal/requests/" + id + "/withdraw")).hasRedirectedUrl("/portal/requests");
    }

    @Test
    void whatIsWrongIsSaidAtTheFieldAndWhatWasTypedStays() {
        assertThat(post(ana, "/portal/requests", "first-name", "M4ria", "email", "maria", "scope", "SEE"))
                .bodyText()
                .contains("There is a problem", "href=\"#first-name\"", "value=\"M4ria\"", "id=\"email-error\"", "Choose English or Spanish")
                .containsPattern("value=\"SEE\"[^>]*checked")
                .doesNotContain("??");
        assertThat(ask(Region.unique("ana") + "@example.org")).bodyText().contains("an agency&#39;s mail domain", "value=\"Lopez\"");
    }

    @Test
    void anAddressWithAnAccountIsAnsweredLikeAnyOther() throws Exception {
        region.consumer(email);
        assertThat(ask(email)).hasRedirectedUrl("/portal/requests");
        household.mailed(email);
        String known = page();
        String other = Region.unique("maria") + "@families.example";
        ana = household.assister(office).actor();
        assertThat(ask(other)).hasRedirectedUrl("/portal/requests");
        household.mailed(other);
        assertThat(comparable(page(), other)).isEqualTo(comparable(known, email)).contains("Waiting for the consumer", "Send again");
    }

    /** Without what differs from one request to another. */
    private static String comparable(String page, String address) {
        return page.replace(address, "ADDRESS").replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID").replaceAll("\\d\\d?:\\d\\d(:\\d\\d)?", "TIME");
    }

    private static void ask(Household household, Actor ben, String local) {
        household.ask(ben, "Maria", "Lopez", local + Region.unique("x") + "@families.example", "en", Scope.SEE);
    }

    @Test
    void theListIsPagedAndClosedToWhoHasNoAccess() {
        Household.Assister ben = household.assister(region.agency(AgencyKind.CAC));
        ask(household, ben.actor(), "the-first");
        for (int i = 1; i < 20; i++) {
            ask(household, ben.actor(), "one-of-many");
        }
        // A day has twenty; those of the day before stay.
        ((MovableClock) clock).travel(Duration.ofHours(25));
        for (int i = 20; i < 26; i++) {
            ask(household, ben.actor(), "one-of-many");
        }
        assertThat(get(ben.actor(), "/portal/requests")).bodyText().contains("1 to 25 of 26", "one-of-many", "page=2").doesNotContain("the-first");
        assertThat(get(ben.actor(), "/portal/requests?page=2")).bodyText().contains("26 to 26 of 26", "the-first").doesNotContain("one-of-many");
        household.stop(ben);
        assertThat(get(ben.actor(), "/portal/requests")).bodyText().contains("is suspended").doesNotContain("Maria");
        assertThat(post(ben.actor(), "/portal/requests", "first-name", "Maria")).bodyText().contains("is suspended");
    }
}
