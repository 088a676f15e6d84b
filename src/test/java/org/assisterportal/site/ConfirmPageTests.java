package org.assisterportal.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.assisterportal.Region;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.consumer.Scope;
import org.assisterportal.consumer.domain.Household;
import org.assisterportal.identity.domain.PageScene;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;

/** What a consumer without an account reads and presses behind the link in their mail. */
class ConfirmPageTests extends PageScene {
    @Autowired private Household household;

    private final MockHttpSession phone = new MockHttpSession();
    private final String email = Region.unique("maria") + "@families.example";
    private Household.Assister ana;

    @BeforeEach
    void oneAssister() {
        ana = household.assister(region.agency(AgencyKind.NAVIGATOR));
    }

    private Household.Mailed asked(String language) {
        household.ask(ana.actor(), "Maria", "Lopez", email, language, Scope.APPLY);
        return household.mailed(email);
    }

    private static String hash(String page) {
        return page.replaceAll("(?s).*name=\"hash\" value=\"([0-9a-f]{64})\".*", "$1");
    }

    private String body(String path) throws Exception {
        String body = get(phone, path).getResponse().getContentAsString();
        assertThat(body).doesNotContain("??");
        return body;
    }

    @Test
    void theWholeTextIsReadTheChoiceIsMadeAndTheCodeSaysYes() throws Exception {
        Household.Mailed mail = asked("en");
        String path = "/confirm/" + mail.token();
        String all = body(path);
        assertThat(all)
                .contains("Ana Torres asks to help you", "Certified by the marketplace today", "You, Maria Lopez, decide")
                .contains("not acting as a tax adviser", "Before you agree: your private data", "choose a plan, enroll you")
                .doesNotContain(mail.code());
        String see = body(path + "?scope=see&lang=");
        assertThat(see).contains("That is all. They may not change").doesNotContain("choose a plan, enroll you");
        assertThat(hash(see)).isNotEqualTo(hash(all));
        assertThat(post(phone, path, "act", "CONFIRM", "code", "2222 2222", "scope", "SEE", "hash", hash(see)))
                .bodyText()
                .contains("There is a problem", "You have 4 tries left", "href=\"#code\"", "value=\"2222 2222\"");
        assertThat(post(phone, path, "act", "CONFIRM", "code", mail.code(), "scope", "SEE", "hash", hash(all)))
                .bodyText()
                .contains("Nothing was given. Read it again");
        assertThat(post(phone, path, "act", "CONFIRM", "code", mail.code(), "scope", "SEE", "hash", hash(see)))
                .hasRedirectedUrl(path);
        assertThat(body(path)).contains("Ana Torres may help you", "Only see my information", "End it now").doesNotContain("Confirm again");
        assertThat(post(phone, path, "act", "END")).hasRedirectedUrl(path);
        assertThat(body(path)).contains("This permission has ended");
        assertThat(post(phone, path, "act", "END")).hasRedirectedUrl(path);
    }

    @Test
    void noIsSaidWithoutTheCode() throws Exception {
        String path = "/confirm/" + asked("en").token();
        assertThat(post(phone, path, "act", "DECLINE")).hasRedirectedUrl(path);
        assertThat(body(path)).contains("You said no to this request");
    }

    @Test
    void aMailInSpanishOpensAPageInSpanish() throws Exception {
        household.ask(ana.actor(), "María", "López", email, "es", Scope.APPLY);
        String path = "/confirm/" + household.mailed(email).token();
        assertThat(get(phone, path)).hasRedirectedUrl(path + "?lang=es");
        assertThat(body(path + "?lang=es")).contains("Ana Torres pide ayudarle", "lang=\"es\"", "Sí, acepto", "No acepto").doesNotContain("[English]");
        assertThat(body("/confirm")).contains("No conocemos este enlace");
    }

    @Test
    void thePageStaysInTheMailsLanguageThroughEveryStep() throws Exception {
        household.ask(ana.actor(), "María", "López", email, "es", Scope.APPLY);
        Household.Mailed mail = household.mailed(email);
        String path = "/confirm/" + mail.token();
        String all = body(path + "?lang=es");
        assertThat(all).contains("lang=\"es\"", "scope=see&amp;lang=es", "name=\"lang\" value=\"es\"");
        String see = body(path + "?scope=see&lang=");
        assertThat(see).contains("lang=\"es\"", "Sí, acepto");
        assertThat(post(phone, path, "act", "CONFIRM", "code", "2222 2222", "scope", "SEE", "hash", hash(see)))
                .bodyText()
                .contains("lang=\"es\"", "Sí, acepto");
        assertThat(post(new MockHttpSession(), path, "lang", "es", "act", "CONFIRM", "code", "2222 2222", "scope", "SEE"))
                .as("in a browser without our cookies too")
                .bodyText()
                .contains("lang=\"es\"", "Sí, acepto");
        post(phone, path, "act", "CONFIRM", "code", mail.code(), "scope", "SEE", "hash", hash(see));
        assertThat(body(path)).contains("lang=\"es\"").containsPattern("[A-Z0-9]{4} [A-Z0-9]{4} [A-Z0-9]{4}</dd>");
    }

    @Test
    void inABrowserAtWorkThePageTellsNothingOfTheConsumer() throws Exception {
        Household.Mailed mail = asked("en");
        assertThat(get(ana.actor(), "/confirm/" + mail.token()))
                .bodyText()
                .contains("This page is for the consumer, on their own device")
                .doesNotContain("Maria", "name=\"code\"", "??");
        assertThat(post(ana.actor(), "/confirm/" + mail.token(), "act", "CONFIRM", "code", mail.code()))
                .bodyText()
                .contains("An assister can never say yes for a consumer");
        assertThat(body("/confirm/" + mail.token())).as("and it still waits").contains("name=\"code\"");
    }
}
