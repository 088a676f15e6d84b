package org.assisterportal.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import jakarta.servlet.http.Cookie;
import org.assisterportal.Region;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.identity.domain.PageScene;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Hat;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Opening a consumer's account, and getting into it. */
class EntrancePagesTests extends PageScene {
    private final String email = Region.unique("maria.") + "@example.org";
    private final MockHttpSession session = new MockHttpSession();

    private String link() {
        post(session, "/account/new", "email", " " + email);
        return mailed(email, "(/account/new/[A-Za-z0-9_-]+)");
    }

    private MvcTestResult create(String link, String first, String password, String agreed) {
        return post(
                session, link, "firstName", first, "lastName", "Lopez", "password", password, "agreed", agreed, "version",
                "2018-01-01");
    }

    private MvcTestResult signIn(MockHttpSession browser, String address, String password) {
        return post(browser, "/account/sign-in", "email", address, "password", password);
    }

    /** The page, without the token that differs from one to the next. */
    private static String said(MvcTestResult page) throws Exception {
        return page.getResponse().getContentAsString().replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    @Test
    void whoHasChosenNothingReadsWhatTheBrowserAsksFor() {
        assertThat(wishing("es-MX,es;q=0.9,en;q=0.8", "/account/new")).bodyText().contains("<html lang=\"es\"");
        assertThat(wishing("fr,es;q=0.5", "/account/sign-in")).bodyText().contains("<html lang=\"es\"");
        assertThat(wishing("en-US,es;q=0.9", "/account/new")).bodyText().contains("<html lang=\"en\"");
        assertThat(wishing("fr", "/account/new")).bodyText().contains("<html lang=\"en\"");
        assertThat(wishing("es", "/sign-in"))
                .as("work is in English, and shows the way to one's own account in both")
                .bodyText()
                .contains("<html lang=\"en\"", "href=\"/account/sign-in\"", "<p lang=\"es\"", "Entre a su propia cuenta");
    }

    @Test
    void whoSignsUpInSpanishReadsSpanishAfterEverySignInWhateverTheBrowserHolds() {
        String link = link();
        String page = text(pages.get().uri(link + "?lang=es").session(session).header("Accept-Language", "en-US").exchange());
        assertThat(page).contains("<html lang=\"es\"", "name=\"lang\" value=\"es\"");
        post(session, link, "firstName", "Maria", "lastName", "Lopez", "password", PASSWORD, "agreed", "true", "version", "2018-01-01", "lang", "es");
        MvcTestResult in = signIn(email, "en");
        assertThat(in).hasRedirectedUrl("/account");
        assertThat(in.getResponse().getHeaders("Set-Cookie")).as("what the browser chose before counts no more").anyMatch(one -> one.startsWith("lang=;") && one.contains("Max-Age=0"));
        assertThat(signIn(email, "es").getResponse().getHeaders("Set-Cookie")).as("the same choice stays").noneMatch(one -> one.startsWith("lang="));
        MockHttpSession inside = (MockHttpSession) java.util.Objects.requireNonNull(in.getRequest().getSession(false));
        assertThat(get(inside, "/account")).bodyText().contains("<html lang=\"es\"");
    }

    /** In a browser that was set to another language, or the same. */
    private MvcTestResult signIn(String address, String language) {
        return pages.post()
                .uri("/account/sign-in")
                .session(new MockHttpSession())
                .with(
                        request -> {
                            token(request).setCookies(new Cookie("csrf", "a-token"), new Cookie("lang", language));
                            return request;
                        })
                .param("email", address)
                .param("password", PASSWORD)
                .exchange();
    }

    private static String text(MvcTestResult page) {
        try {
            return page.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private MvcTestResult wishing(String languages, String page) {
        return pages.get().uri(page).header("Accept-Language", languages).exchange();
    }

    @Test
    void theFirstPageAsksForTheAddressAloneAndAnswersAlikeForKnownAndUnknownOnes() throws Exception {
        region.consumer(email);
        String unknown = Region.unique("nobody.") + "@example.org";
        MvcTestResult first = post(session, "/account/new", "email", email);
        MvcTestResult second = post(session, "/account/new", "email", unknown);
        assertThat(first).hasStatusOk().bodyText().contains("Look at your mail", "24 hours").doesNotContain("??", email);
        assertThat(said(first)).isEqualTo(said(second));
        assertThat(post(session, "/account/new", "email", "maria"))
                .bodyText()
                .contains("Type an e-mail address, such as", "value=\"maria\"", "There is a problem");
    }

    @Test
    void theLinkAsksForNamePasswordAndAgreementAndEndsInTheAccount() {
        String link = link();
        assertThat(get(session, link))
                .hasStatusOk()
                .bodyText()
                .contains("You will sign in with " + email, "First name", "15 characters", "Never tell anybody your password")
                .doesNotContain("??");
        assertThat(create(link, "", "short", "false"))
                .bodyText()
                .contains("Type your first name", "value=\"Lopez\"", "Read what we both agree to")
                .doesNotContain("value=\"short\"", "??");
        assertThat(create(link, "Maria", "Maria Lopez Maria Lopez", "true"))
                .bodyText()
                .contains("mostly your name", "checked=\"checked\"");
        assertThat(create(link, "Maria", PASSWORD, "true")).hasRedirectedUrl("/account");
        MockHttpSession other = new MockHttpSession();
        assertThat(get(other, link)).bodyText().contains("This link was used already", "Sign in", "I forgot my password");
        assertThat(get(other, "/account/new/AAAA")).bodyText().contains("We do not know this link", "Ask for a new link");
        assertThat(signIn(other, email, PASSWORD)).hasRedirectedUrl("/account");
    }

    @Test
    void anAddressOnARosterIsToldToWhoProvedItAndToNobodyElse() throws Exception {
        region.person(region.agency(AgencyKind.NAVIGATOR), email);
        String link = link();
        assertThat(get(session, link))
                .bodyText()
                .contains("Use a personal address for your own coverage", "Use another address")
                .doesNotContain("First name", "??");
        assertThat(create(link, "Maria", PASSWORD, "true")).bodyText().contains("Use a personal address");
        assertThat(signIn(session, email, PASSWORD)).bodyText().contains("do not match an account");
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressAreAnsweredInTheSameWords() throws Exception {
        region.consumer(email);
        String wrong = said(signIn(session, email, "wrong wrong wrong"));
        String unknown = Region.unique("nobody.") + "@example.org";
        String nobody = said(signIn(session, unknown, "wrong wrong wrong"));
        assertThat(wrong).contains("do not match an account").isEqualTo(nobody.replace(unknown, email));
        Actor officer = member(Hat.ARC_OFFICER).actor();
        assertThat(signIn(session, accounts.view(officer.accountId()).email(), PASSWORD))
                .as("an account for work is none here")
                .bodyText()
                .contains("do not match an account");
        assertThat(post(session, "/sign-in", "email", email, "password", PASSWORD))
                .as("and the other way round")
                .bodyText()
                .contains("do not match an account");
    }

    @Test
    void newerTermsStandBetweenThePasswordAndTheAccount() {
        Actor maria = region.consumer(email);
        acceptedOlderTerms(new Member(maria.accountId(), new org.assisterportal.shared.EmailAddress(email), maria, java.util.List.of()));
        String before = session.getId();
        assertThat(signIn(session, email, PASSWORD)).hasRedirectedUrl("/account/sign-in/terms");
        assertThat(session.getId()).isNotEqualTo(before);
        assertThat(get(session, "/account")).hasRedirectedUrl("/account/sign-in");
        assertThat(get(session, "/account/sign-in/terms")).bodyText().contains("Our terms have changed", "Jan 1, 2018").doesNotContain("??");
        assertThat(post(session, "/account/sign-in/terms", "version", "2018-01-01")).bodyText().contains("agree to go on");
        assertThat(post(session, "/account/sign-in/terms", "version", "2017-12-31", "agreed", "true"))
                .hasRedirectedUrl("/account/sign-in/terms");
        assertThat(post(session, "/account/sign-in/terms", "version", "2018-01-01", "agreed", "true")).hasRedirectedUrl("/account");
    }

    @Test
    void stepsThatWereNotReachedLeadBackToTheFirst() {
        for (String page : java.util.List.of("/account/sign-in/code", "/account/sign-in/terms")) {
            assertThat(get(session, page)).hasRedirectedUrl("/account/sign-in");
            assertThat(post(session, page, "code", "1")).hasRedirectedUrl("/account/sign-in");
        }
    }

    @Test
    void aForgottenPasswordIsReplacedWithTheMailedLink() {
        region.consumer(email);
        assertThat(post(session, "/account/recover", "email", email)).bodyText().contains("a link is on its way");
        String link = mailed(email, "(/account/recover/[A-Za-z0-9_-]+)");
        assertThat(get(session, link)).bodyText().contains("Choose a new password").doesNotContain("name=\"code\"", "??");
        assertThat(get(session, link.replace("/account", ""))).bodyText().contains("This link has ended");
        assertThat(post(session, link, "password", "short")).bodyText().contains("Use 15 characters or more");
        assertThat(post(session, link, "password", "seven quiet otters paint the barn"))
                .hasRedirectedUrl("/account/sign-in?password-changed");
        assertThat(get(session, link)).bodyText().contains("This link has ended", "Ask for a new link");
        assertThat(signIn(session, email, PASSWORD)).bodyText().contains("do not match");
        assertThat(signIn(session, email, "seven quiet otters paint the barn")).hasRedirectedUrl("/account");
    }

    @Test
    void aConsumersSessionLeadsToTheConsumersPagesAndToNoOthers() {
        Actor maria = region.consumer(email);
        assertThat(get(maria, "/")).hasRedirectedUrl("/account");
        assertThat(get(maria, "/account"))
                .hasStatusOk()
                .bodyText()
                .contains("Welcome, Maria Lopez", "href=\"/account/security\"", "data-ended=\"/account/sign-in?timed-out\"")
                .doesNotContain("href=\"/me\"", "??");
        for (String page : java.util.List.of("/me", "/amp", "/arc", "/portal", "/admin", "/learn")) {
            assertThat(get(maria, page)).hasStatus(403);
        }
        Actor officer = member(Hat.ARC_OFFICER).actor();
        assertThat(get(officer, "/account")).hasStatus(403);
        assertThat(pages.post().uri("/sign-out").with(this::token).with(authentication(in(maria))))
                .hasRedirectedUrl("/account/sign-in?signed-out");
    }

    @Test
    void theSignInPagesLeadToEachOther() {
        assertThat(get(session, "/sign-in")).bodyText().contains("href=\"/account/sign-in\"");
        assertThat(get(session, "/account/sign-in"))
                .bodyText()
                .contains("Do you help others with coverage?", "href=\"/sign-in\"", "href=\"/account/new\"", "href=\"/account/recover\"")
                .doesNotContain("??");
    }
}
