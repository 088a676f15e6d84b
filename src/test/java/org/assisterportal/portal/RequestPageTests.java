package org.assisterportal.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.assisterportal.Region;
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
    private Actor ana;

    @BeforeEach
    void oneAssister() {
        ana = household.assister(region.agency(AgencyKind.NAVIGATOR)).actor();
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
        String known = page();
        household.mailed(email);
        assertThat(page()).isEqualTo(known);
        String other = Region.unique("tom") + "@families.example";
        assertThat(ask(other)).hasRedirectedUrl("/portal/requests");
        assertThat(page()).contains(other, email);
    }

    @Test
    void theListIsPagedAndClosedToWhoHasNoAccess() {
        Household.Assister ben = household.assister(region.agency(AgencyKind.CAC));
        for (int i = 0; i < 14; i++) {
            household.ask(ben.actor(), "Maria", "Lopez", Region.unique("m") + "@families.example", "en", Scope.SEE);
        }
        assertThat(get(ben.actor(), "/portal/requests?page=2")).hasStatusOk();
        household.stop(ben);
        assertThat(get(ben.actor(), "/portal/requests")).bodyText().contains("is suspended").doesNotContain("Maria");
        assertThat(post(ben.actor(), "/portal/requests", "first-name", "Maria")).bodyText().contains("is suspended");
    }
}
