package org.assisterportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assisterportal.identity.Invitation;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.Hat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ActivationJourneyTests extends Journey {
    private final EmailAddress email = new EmailAddress("ana." + UUID.randomUUID() + "@example.org");

    @BeforeEach
    void invite() {
        Invitation invitation =
                new Invitation(email, "Ana Example", Hat.ASSISTER, UUID.randomUUID(), null, "Lake Agency", "Lake Agency");
        transaction.executeWithoutResult(state -> accounts.invite(List.of(invitation), Actor.SYSTEM));
        postman.deliverAll();
    }

    private String mailedPath() {
        return mailedPath(email.value());
    }

    @Test
    void fromTheMailToTheSignedInPageAndBackInWithBothFactors() {
        String path = mailedPath();
        open(path);
        page.getByLabel("New password").fill("too short");
        press("Next: authenticator app");
        assertThat(page.locator("[role=alert]").allInnerTexts().toString())
                .contains("15 characters")
                .contains("Agree to the terms");
        assertThat(page.locator("[role=alert]").count()).isEqualTo(1);
        assertThat(page.locator("[role=alert]:focus").count()).isEqualTo(1);
        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.locator("#password-error").innerText()).contains("15 characters");
        assertThat(page.content()).doesNotContain("too short");
        page.getByLabel("New password").fill(PASSWORD);
        page.getByText("I have read the terms").click();
        press("Next: authenticator app");

        String secret = page.locator("#secret").innerText();
        page.getByLabel("Code").fill("000000");
        press("Set up my account");
        assertThat(page.locator("[role=alert]").innerText()).contains("did not work");
        page.getByLabel("Code").fill(AuthenticatorApp.code(secret, Instant.now()));
        press("Set up my account");
        assertThat(page.locator(".ap-codes li").count()).isEqualTo(10);
        page.getByText("I have kept them").click();
        open("/me");
        assertThat(page.locator("main").innerText()).contains("Ana Example").contains("Assister");

        press("Sign out");
        assertThat(page.locator("main").innerText()).contains("You are signed out");
        page.getByLabel("E-mail address").fill(email.value());
        page.getByLabel("Password").fill("not the password at all");
        press("Continue");
        assertThat(page.locator("[role=alert]").innerText()).contains("do not match");
        assertThat(page.getByLabel("E-mail address").inputValue()).isEqualTo(email.value());
        page.getByLabel("Password").fill(PASSWORD);
        press("Continue");
        page.getByLabel("Code").fill(AuthenticatorApp.code(secret, Instant.now().plusSeconds(30)));
        press("Sign in");
        assertThat(page.url()).endsWith("/portal");

        open(path);
        assertThat(title()).isEqualTo("This link was used already");
        open("/arc");
        assertThat(title()).isEqualTo("This page is not open to you");
    }

    @Test
    void anAdministratorInvitesAnOfficerWhoSetsUpTheirAccount() {
        Invitation administrator =
                new Invitation(email, "Adam Admin", Hat.ADMINISTRATOR, null, null, "the marketplace", "the marketplace");
        transaction.executeWithoutResult(state -> accounts.invite(List.of(administrator), Actor.SYSTEM));
        postman.deliverAll();
        setUp();
        assertThat(page.url()).endsWith("/admin");
        page.locator("#name").fill("Aaron Officer");
        page.locator("#email").fill("olga@nowhere");
        press("Send the invitation");
        assertThat(page.locator("[role=alert]").innerText()).contains("not an e-mail address");
        String officer = "olga." + UUID.randomUUID() + "@example.org";
        page.locator("#email").fill(officer);
        press("Send the invitation");
        assertThat(page.locator("main").innerText()).contains("on its way").contains(officer).doesNotContain("was ended");
        press("Sign out");

        postman.deliverAll();
        open(mailedPath(officer));
        assertThat(page.locator("main").innerText()).contains("the Assister Resource Center");
        setUpFromHere();
        open("/admin");
        assertThat(title()).isEqualTo("This page is not open to you");
    }

    private void setUp() {
        open(mailedPath());
        setUpFromHere();
    }

    @Test
    void withoutASessionEveryPageAsksForSignInAndAForgedLinkIsUnknown() {
        open("/me");
        assertThat(title()).isEqualTo("Sign in");
        assertThat(page.locator("main").innerText()).doesNotContain("signed out");
        open("/activate/AAAA");
        assertThat(title()).isEqualTo("We do not know this link");
    }

    @Test
    void endedSessionsStopAtTheirNextRequest() {
        setUp();
        open("/me");
        accounts.endSessions(accounts.byEmail(email).orElseThrow());
        open("/me");
        assertThat(title()).isEqualTo("Sign in");
    }

    @Test
    void aForgottenPasswordIsReplacedByLinkAndSecondFactorAndEndsEverySession() {
        open(mailedPath());
        page.getByLabel("New password").fill(PASSWORD);
        page.getByText("I have read the terms").click();
        press("Next: authenticator app");
        page.getByLabel("Code").fill(AuthenticatorApp.code(page.locator("#secret").innerText(), Instant.now()));
        press("Set up my account");
        List<String> recoveryCodes = page.locator(".ap-codes li").allInnerTexts();
        page.getByText("I have kept them").click();
        Page signedIn = page;

        page = somebodyElse();
        open("/sign-in");
        follow("I forgot my password");
        page.getByLabel("E-mail address").fill(email.value());
        press("Mail me a link");
        assertThat(text()).contains("If there is an account");
        postman.deliverAll();
        String link = mailed(email.value(), "(/recover/[A-Za-z0-9_-]+)");
        open(link);
        page.getByLabel("New password").fill("short");
        page.getByLabel("Code").fill("000000");
        press("Set the new password");
        assertThat(page.locator("[role=alert]").innerText()).contains("15 characters");
        String fresh = "quiet granite sings over seven ladders";
        page.getByLabel("New password").fill(fresh);
        page.getByLabel("Code").fill("000000");
        press("Set the new password");
        assertThat(page.locator("[role=alert]").innerText()).contains("did not work");
        page.getByLabel("New password").fill(fresh);
        page.getByLabel("Code").fill(recoveryCodes.getFirst());
        press("Set the new password");
        assertThat(text()).contains("Your password was changed");
        page.getByLabel("E-mail address").fill(email.value());
        page.getByLabel("Password").fill(fresh);
        press("Continue");
        page.getByLabel("Code").fill(recoveryCodes.get(1));
        press("Sign in");
        assertThat(page.url()).endsWith("/portal");
        open(link);
        assertThat(title()).isEqualTo("This link has ended");
        postman.deliverAll();
        assertThat(mailed(email.value(), "(was changed just now)")).isNotEmpty();

        page = signedIn;
        open("/me");
        assertThat(title()).isEqualTo("Sign in");
    }

    @Test
    void anUnknownAddressGetsTheSameAnswerAndNoMail() {
        String nobody = "nobody." + UUID.randomUUID() + "@example.org";
        open("/recover");
        page.getByLabel("E-mail address").fill(nobody);
        press("Mail me a link");
        assertThat(text()).contains("If there is an account");
        postman.deliverAll();
        assertThat(mailbox.newest(nobody, 1)).isEmpty();
    }
}
