package org.assisterportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assisterportal.Region;
import org.assisterportal.TestTime.MovableClock;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.agency.ContactRole;
import org.assisterportal.shared.EmailAddress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is refused to people who lost a password, a phone, or came with a second invitation. */
class RecoveryRefusalsJourneyTests extends AtTheDesk {
    private static final Duration LINK_WORKS = Duration.ofMinutes(30);

    @Autowired private JdbcClient jdbc;
    @Autowired private MovableClock clock;

    private final String samsMail = anAddress("sam.");
    private String secret;
    private List<String> codes;

    @BeforeAll
    void samSetsUpAnAccountAndKeepsTheCodes() {
        page = somebodyElse();
        Region.Office prairie = region.agency(AgencyKind.CAC);
        agencies.inviteContact(
                prairie.id(), "Sam Signer", new EmailAddress(samsMail), Set.of(ContactRole.SIGNATURE_AUTHORITY), Region.officer());
        postman.deliverAll();
        open(mailedPath(samsMail));
        page.getByLabel("New password").fill(PASSWORD);
        page.getByText("I have read the terms").click();
        press("Next: authenticator app");
        secret = page.locator("#secret").innerText();
        page.getByLabel("Code").fill(AuthenticatorApp.code(secret, Instant.now()));
        press("Set up my account");
        codes = page.locator(".ap-codes li").allInnerTexts();
    }

    private void password() {
        open("/sign-in");
        fill("E-mail address", samsMail);
        page.getByLabel("Password").fill(PASSWORD);
        press("Continue");
    }

    private void code(String code) {
        page.getByLabel("Code").fill(code);
        press("Sign in");
    }

    @Test
    void aWrongAndAUsedRecoveryCodeAreRefusedAndAFreshOneWorks() {
        page = somebodyElse();
        password();
        code("aaaa-bbbb-cccc");
        assertThat(alert()).contains("This code did not work.");
        code(codes.getFirst());
        assertThat(page.url()).endsWith("/amp");
        press("Sign out");
        password();
        code(codes.getFirst());
        assertThat(alert()).contains("This code did not work.");
        open("/amp");
        assertThat(title()).isEqualTo("Sign in");
        password();
        code(codes.get(1));
        assertThat(page.url()).endsWith("/amp");
    }

    @Test
    void aForgottenPasswordHasOneAnswerForKnownAndUnknownAddresses() {
        String nobody = anAddress("nobody.");
        page = somebodyElse();
        String known = askForALink(samsMail);
        assertThat(askForALink(nobody)).isEqualTo(known).contains("If there is an account with this address, a link is on its way.");
        postman.deliverAll();
        assertThat(mailbox.newest(nobody, 1)).isEmpty();

        String link = mailed(samsMail, "(/recover/[A-Za-z0-9_-]+)");
        open(link);
        page.getByLabel("New password").fill("Sam Signer 12345");
        page.getByLabel("Code").fill("000000");
        press("Set the new password");
        assertThat(alert()).contains("This password is mostly your name, address or organization.");
        clock.travel(LINK_WORKS);
        try {
            page.getByLabel("New password").fill("quiet granite sings over seven ladders");
            page.getByLabel("Code").fill(codes.get(2));
            press("Set the new password");
            assertThat(title()).isEqualTo("This link has ended");
        } finally {
            clock.travel(LINK_WORKS.negated());
        }
        follow("Ask for a new link");
        assertThat(title()).isEqualTo("Forgotten password");
        password();
        assertThat(title()).as("the password is the old one").isEqualTo("Enter your code");
    }

    private String askForALink(String email) {
        open("/recover");
        fill("E-mail address", email);
        press("Mail me a link");
        return text();
    }

    @Test
    void theOfficerWhoCheckedTheIdentityCannotApproveByAnyWay() {
        jdbc.sql("UPDATE identity.factor_reset SET state = 'EXPIRED' WHERE state = 'PENDING'").update();
        open("/arc/resets");
        fill("Sign-in address", samsMail);
        press("Find the account");
        page.getByText("Seen in person").click();
        page.locator("#note").fill(" ");
        press("Ask for the reset");
        assertThat(alert()).contains("Write a sentence or two, 500 characters or fewer.");
        assertThat(page.locator("#check-IN_PERSON").isChecked()).isTrue();
        page.locator("#note").fill("Came to the desk.");
        press("Ask for the reset");
        assertThat(text()).contains("You recorded the identity check. A second officer decides.").doesNotContain("Approve for");
        page.locator("form[action$='/refuse']")
                .evaluate("form => { form.action = form.action.replace('refuse', 'approve'); form.noValidate = true; }");
        page.getByText("Refuse for Sam Signer").first().click();
        press("Refuse for Sam Signer");
        assertThat(alert()).contains("You recorded the identity check. A second officer decides.");
        assertThat(text()).contains("Sam Signer").doesNotContain("Approved");

        open("/arc/resets");
        fill("Sign-in address", samsMail);
        press("Find the account");
        assertThat(alert()).contains("A request for this account waits for a second officer already.");

        page = somebodyElse();
        password();
        code(AuthenticatorApp.code(secret, Instant.now().plusSeconds(30)));
        assertThat(page.url()).as("the authenticator still works").endsWith("/amp");
    }

    @Test
    void anInvitationForAnExistingAccountNeedsTheSignInOfItsPerson() {
        UUID second =
                agencies.inviteContact(
                                office.id(), "Sam Signer", new EmailAddress(samsMail), Set.of(ContactRole.PAYMENT_COORDINATOR),
                                Region.officer())
                        .id();
        postman.deliverAll();
        String link = mailed(samsMail, "you already have[\\s\\S]*?(/activate/[A-Za-z0-9_-]+)");
        page = somebodyElse();
        open(link);
        assertThat(text()).contains("You have an account already. Sign in with it, and you come back to this page to accept.");
        assertThat(page.locator("main form").count()).as("no password can be set").isZero();
        follow("Sign in");
        assertThat(title()).isEqualTo("Sign in");

        page = oscar;
        open(link);
        press("Accept the invitation");
        assertThat(alert()).contains("Agree to the terms of use to go on.");
        page.getByText("I have read the terms").click();
        press("Accept the invitation");
        assertThat(alert())
                .contains("This invitation belongs to another account. Sign out, and sign in with the address to which the mail came.");
        open("/amp");
        assertThat(title()).isEqualTo("This page is not open to you");

        page = somebodyElse();
        password();
        code(codes.get(3));
        open(link);
        page.getByText("I have read the terms").click();
        press("Accept the invitation");
        assertThat(page.url()).endsWith("/amp");
        assertThat(text()).contains(agencies.find(office.id()).orElseThrow().name());
        agencies.endContact(office.id(), second, Region.officer());
    }
}
