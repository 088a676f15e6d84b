package org.assisterportal.account;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.UUID;
import org.assisterportal.Region;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.consumer.Authorizations;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.Scope;
import org.assisterportal.consumer.domain.Household;
import org.assisterportal.identity.domain.PageScene;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Hat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What consumers change about their own sign-in, and closing the account. */
class SecurityPagesTests extends PageScene {
    private static final String PAGE = "/account/security";
    private static final String OTHER_PASSWORD = "seven quiet otters paint the barn";

    @Autowired private Household household;
    @Autowired private Authorizations authorizations;

    private final String email = Region.unique("maria.") + "@example.org";
    private MockHttpSession session = new MockHttpSession();
    private Actor maria;

    @BeforeEach
    void signIn() {
        maria = region.consumer(email);
        goOn(signIn(session, email, PASSWORD));
    }

    /** A sign-in, and what ends all sessions, goes on in a new one. */
    private MvcTestResult goOn(MvcTestResult result) {
        if (result.getRequest().getSession(false) instanceof MockHttpSession now) {
            session = now;
        }
        return result;
    }

    private MvcTestResult signIn(MockHttpSession browser, String address, String password) {
        return post(browser, "/account/sign-in", "email", address, "password", password);
    }

    private MvcTestResult post(String page, String... params) {
        return goOn(post(session, PAGE + page, params));
    }

    private MvcTestResult get(String page) {
        return get(session, PAGE + page);
    }

    /** Connects an app; the session goes on. */
    private void connect() {
        assertThat(post("/authenticator", "present", PASSWORD)).hasRedirectedUrl(PAGE + "/authenticator/new");
        byte[] prepared = (byte[]) java.util.Objects.requireNonNull(session.getAttribute("account.factor.prepared"));
        assertThat(get("/authenticator/new")).bodyText().contains("data:image/svg+xml;base64,", "Connect this app").doesNotContain("??");
        assertThat(post("/authenticator/new", "code", "000000")).bodyText().contains("This code did not work");
        assertThat(post("/authenticator/new", "code", preparedCode(prepared)))
                .bodyText()
                .contains("Your app is connected. Keep these recovery codes", "href=\"/account/security\"")
                .doesNotContain("??");
    }

    @Test
    void thePageSaysHowOneSignsInAndLeadsToEverythingElse() {
        assertThat(get(""))
                .hasStatusOk()
                .bodyText()
                .contains(email, "No app is connected", PAGE + "/password", PAGE + "/authenticator", PAGE + "/sessions")
                .contains(PAGE + "/email", PAGE + "/close")
                .doesNotContain("recovery-codes", "??");
        for (String page : List.of("/password", "/authenticator", "/email", "/close", "/sessions")) {
            assertThat(get(page)).hasStatusOk().bodyText().contains("Back to sign-in and security").doesNotContain("??", "name=\"code\"");
        }
        assertThat(get("/recovery-codes")).hasRedirectedUrl(PAGE);
        assertThat(get("/authenticator/remove")).hasRedirectedUrl(PAGE);
        assertThat(get("/authenticator/new")).hasRedirectedUrl(PAGE + "/authenticator");
        assertThat(get("/email/code")).hasRedirectedUrl(PAGE + "/email");
    }

    @Test
    void everyPageSpeaksSpanish() {
        connect();
        post("/authenticator", "present", PASSWORD, "code", appCode(maria.accountId(), 30));
        post("/email", "email", Region.unique("maria.new.") + "@example.org", "present", PASSWORD);
        for (String page :
                List.of(
                        "", "/password", "/authenticator", "/authenticator/new", "/authenticator/remove", "/recovery-codes", "/email",
                        "/sessions", "/work", "/close")) {
            assertThat(pages.get().uri(PAGE + page).session(session).cookie(new Cookie("lang", "es")).exchange())
                    .as(page)
                    .hasStatusOk()
                    .bodyText()
                    .contains("<html lang=\"es\"", "Acceso y seguridad")
                    .doesNotContain("[English]", "??");
        }
    }

    @Test
    void aNewPasswordNeedsThePresentOneAndIsToldByMail() {
        assertThat(post("/password", "present", "wrong", "password", OTHER_PASSWORD))
                .bodyText()
                .contains("This is not your present password", "href=\"#present\"");
        assertThat(post("/password", "present", PASSWORD, "password", "short")).bodyText().contains("Use 15 characters or more");
        assertThat(post("/password", "present", PASSWORD, "password", OTHER_PASSWORD))
                .hasRedirectedUrl("/account/sign-in?password-changed");
        assertThat(mailed(email, "(the password of your account was changed)")).isNotEmpty();
        assertThat(signIn(new MockHttpSession(), email, PASSWORD)).bodyText().contains("do not match");
        assertThat(signIn(new MockHttpSession(), email, OTHER_PASSWORD)).hasRedirectedUrl("/account");
    }

    @Test
    void anAuthenticatorIsConnectedAskedForAndRemoved() {
        assertThat(post("/authenticator", "present", "wrong")).bodyText().contains("This is not your present password");
        connect();
        assertThat(mailed(email, "(an authenticator app was connected)")).isNotEmpty();
        assertThat(get("")).bodyText().contains("An app is connected", "10 left", PAGE + "/authenticator/remove");
        MockHttpSession other = new MockHttpSession();
        assertThat(signIn(other, email, PASSWORD)).hasRedirectedUrl("/account/sign-in/code");
        assertThat(post(other, "/account/sign-in/code", "code", appCode(maria.accountId(), 30))).hasRedirectedUrl("/account");
        for (String page : List.of("/password", "/authenticator", "/authenticator/remove", "/recovery-codes", "/email", "/close")) {
            assertThat(get(page)).bodyText().contains("name=\"code\"").doesNotContain("??");
        }
        assertThat(post("/recovery-codes", "code", "000000")).bodyText().contains("This code did not work");
        assertThat(post("/authenticator/remove", "present", PASSWORD, "code", "000000")).bodyText().contains("This code did not work");
        assertThat(post("/close", "present", PASSWORD)).bodyText().contains("This code did not work");
        MockHttpSession late = new MockHttpSession();
        assertThat(signIn(late, email, PASSWORD)).hasRedirectedUrl("/account/sign-in/code");
        forgetLastStep();
        assertThat(post("/authenticator/remove", "present", PASSWORD, "code", appCode(maria.accountId(), 0))).hasRedirectedUrl(PAGE);
        MvcTestResult removed = post(late, "/account/sign-in/code", "code", "123456");
        assertThat(removed).hasRedirectedUrl("/account/sign-in");
        assertThat(get(late, "/account/sign-in"))
                .bodyText()
                .contains("The authenticator app of this account was removed just now");
        assertThat(get("")).bodyText().contains("The app was removed", "No app is connected");
        assertThat(mailed(email, "(authenticator app was removed)")).isNotEmpty();
        assertThat(signIn(new MockHttpSession(), email, PASSWORD)).hasRedirectedUrl("/account");
    }

    @Test
    void newRecoveryCodesReplaceTheOldOnes() {
        connect();
        assertThat(post("/recovery-codes", "code", appCode(maria.accountId(), 30)))
                .bodyText()
                .contains("Your new recovery codes")
                .doesNotContain("??");
        assertThat(mailed(email, "(recovery codes)")).isNotEmpty();
    }

    @Test
    void anAppThatWasConnectedElsewhereIsNotReplacedByWhoProvedThePasswordAlone() {
        assertThat(post("/authenticator", "present", PASSWORD)).hasRedirectedUrl(PAGE + "/authenticator/new");
        byte[] stale = (byte[]) java.util.Objects.requireNonNull(session.getAttribute("account.factor.prepared"));
        connect();
        session.setAttribute("account.factor.prepared", stale);
        assertThat(post("/authenticator/new", "code", preparedCode(stale))).bodyText().contains("Begin again; nothing was changed here");
    }

    @Test
    void anotherAddressIsProvedByItsCodeAndTheOldOneIsTold() {
        String wanted = Region.unique("maria.new.") + "@example.org";
        assertThat(post("/email", "email", "nonsense", "present", PASSWORD)).bodyText().contains("Type an e-mail address", "value=\"nonsense\"");
        assertThat(post("/email", "email", email.toUpperCase(java.util.Locale.ROOT), "present", PASSWORD)).bodyText().contains("You sign in with this address already");
        assertThat(post("/email", "email", wanted, "present", "wrong")).bodyText().contains("This is not your present password", "value=\"" + wanted + "\"");
        assertThat(post("/email", "email", wanted, "present", PASSWORD)).hasRedirectedUrl(PAGE + "/email/code");
        assertThat(get("/email/code")).bodyText().contains("We sent a mail to " + wanted);
        assertThat(post("/email/code", "code", "00000000")).bodyText().contains("This code did not work");
        assertThat(post("/email/code", "code", mailed(wanted, "code is (\\d{8})"))).hasRedirectedUrl(PAGE);
        assertThat(get("")).bodyText().contains(wanted, "From now on you sign in with the new address");
        assertThat(mailed(email, "(you sign in to your account with another e-mail address)")).isNotEmpty();
        assertThat(signIn(new MockHttpSession(), email, PASSWORD)).bodyText().contains("do not match");
        assertThat(signIn(new MockHttpSession(), wanted, PASSWORD)).hasRedirectedUrl("/account");
        assertThat(emailOf(maria)).as("mails about the consumer's matters go there, too").isEqualTo(wanted);
    }

    @Test
    void nobodyLearnsHereWhetherAnAddressHasAnAccountOrStandsOnARoster() {
        String taken = Region.unique("taken.") + "@example.org";
        region.consumer(taken);
        assertThat(post("/email", "email", taken, "present", PASSWORD)).hasRedirectedUrl(PAGE + "/email/code");
        assertThat(mailed(taken, "(You have one already)")).isNotEmpty();
        assertThat(post("/email/code", "code", "12345678")).bodyText().contains("This code did not work");
        String roster = Region.unique("ana.") + "@example.org";
        region.person(region.agency(AgencyKind.NAVIGATOR), roster);
        assertThat(post("/email", "email", roster, "present", PASSWORD)).hasRedirectedUrl(PAGE + "/email/code");
        assertThat(post("/email/code", "code", "12345678")).bodyText().contains("This code did not work");
        assertThat(post("/email/code", "code", mailed(roster, "code is (\\d{8})"))).bodyText().contains("for your work of helping others");
        assertThat(emailOf(maria)).isEqualTo(email);
    }

    @Test
    void closingEndsTheAuthorizationTheSessionsAndTheSignInAndFreesTheAddress() {
        Household.Assister assister = household.assister(region.agency(AgencyKind.NAVIGATOR));
        household.authorize(maria, assister, Scope.APPLY);
        assertThat(get("/close")).bodyText().contains("for ten years", "Health coverage that you have does not end", "type=\"password\"");
        assertThat(post("/close", "present", "wrong")).bodyText().contains("This is not your present password");
        assertThat(authorizations.now(maria)).isPresent();
        assertThat(post("/close", "present", PASSWORD)).hasRedirectedUrl("/account/sign-in?closed");
        assertThat(get(new MockHttpSession(), "/account/sign-in?closed")).bodyText().contains("Your account is closed");
        assertThat(get("")).hasRedirectedUrl("/account/sign-in");
        assertThat(mailed(email, "(your account was closed just now)")).isNotEmpty();
        assertThat(reasonOf(maria)).isEqualTo("CLOSED");
        MockHttpSession after = new MockHttpSession();
        assertThat(signIn(after, email, PASSWORD)).bodyText().contains("do not match an account");
        post(after, "/account/recover", "email", email);
        post(after, "/account/new", "email", email);
        String link = mailed(email, "(/account/new/[A-Za-z0-9_-]+)");
        assertThat(
                        post(
                                after, link, "firstName", "Maria", "lastName", "Lopez", "password", OTHER_PASSWORD, "agreed", "true",
                                "version", "2018-01-01"))
                .hasRedirectedUrl("/account");
        assertThat(signIn(new MockHttpSession(), email, OTHER_PASSWORD)).hasRedirectedUrl("/account");
        assertThat(accounts.hats(maria.accountId())).isEmpty();
        assertThat(post(member(Hat.ARC_OFFICER).actor(), PAGE + "/close", "present", PASSWORD)).hasStatus(403);
    }

    private String emailOf(Actor consumer) {
        return one("SELECT email FROM consumer.consumer WHERE id = :id", consumer);
    }

    private String reasonOf(Actor consumer) {
        return one(
                "SELECT e.reason FROM consumer.authorization_given g JOIN consumer.authorization_end e ON e.authorization_id = g.id"
                        + " WHERE g.consumer = :id",
                consumer);
    }

    private String one(String sql, Actor consumer) {
        UUID id = ConsumerId.of(consumer).value();
        return household.inTransaction(() -> jdbc.sql(sql).param("id", id).query(String.class).single());
    }

    /** Lets the present step's code be typed once more. */
    private void forgetLastStep() {
        household.inTransaction(
                () ->
                        jdbc.sql("UPDATE identity.account SET totp_last_step = NULL WHERE id = :id")
                                .param("id", maria.accountId().value())
                                .update());
    }
}
