package org.assisterportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assisterportal.Region;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.identity.Invitation;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.Hat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Links that don't open, and what is refused behind one that does; each with the way on. */
class ActivationRefusalsJourneyTests extends Journey {
    @Autowired private Region region;
    @Autowired private JdbcClient jdbc;

    private final EmailAddress email = new EmailAddress(anAddress("bartholomew."));
    private final UUID person = UUID.randomUUID();

    @BeforeEach
    void invite() {
        Region.Office lakes = region.agency(AgencyKind.NAVIGATOR);
        Invitation invitation =
                new Invitation(
                        email, "Berta Example", Hat.ASSISTER, person, lakes.id().value(), "Prairieland Clinics",
                        "Prairieland Clinics");
        transaction.executeWithoutResult(state -> accounts.invite(List.of(invitation), Actor.SYSTEM));
        postman.deliverAll();
    }

    private String link() {
        return mailedPath(email.value());
    }

    private void password(String password) {
        page.getByLabel("New password").fill(password);
        press("Next: authenticator app");
    }

    @Test
    void lookingAtTheLinkUsesNothingUpAndAWrongCodeKeepsTheKey() {
        String link = link();
        open(link);
        page.getByText("I have read the terms").click();
        password(PASSWORD);
        assertThat(title()).isEqualTo("Connect your authenticator app");
        // Mail programs and phones open links before their reader does.
        page = somebodyElse();
        open(link);
        open(link);
        assertThat(title()).isEqualTo("Set up your account");
        page.getByText("I have read the terms").click();
        password(PASSWORD);
        String secret = page.locator("#secret").innerText();
        page.getByLabel("Code").fill("000000");
        press("Set up my account");
        assertThat(alert()).contains("This code did not work. Wait for the next code in your app and type it.");
        assertThat(page.locator("#secret").innerText()).isEqualTo(secret);
        assertThat(accounts.activation(Hat.ASSISTER, person).orElseThrow().usedAt()).isNull();
        page.getByLabel("Code").fill(AuthenticatorApp.code(secret, Instant.now()));
        press("Set up my account");
        assertThat(title()).isEqualTo("You are in. Keep these recovery codes");
    }

    @Test
    void aRefusedPasswordSaysWhichRuleItBreaksAndTheTermsStayAgreed() {
        String own = "This password is mostly your name, address or organization.";
        String easy = "This password is easy to guess. Add another word or two";
        Map<String, String> refused = new LinkedHashMap<>();
        refused.put("tractor violet", "Use 15 characters or more.");
        refused.put("password password", easy);
        refused.put("qwertyuiopasdfghjkl", easy);
        refused.put("berta example 2026", own);
        refused.put("bartholomew-2026", own);
        refused.put("PrairielandClinics1", own);
        refused.put("Assister-Portal-2026", own);
        open(link());
        password(PASSWORD);
        assertThat(alert()).contains("Agree to the terms of use to go on.").doesNotContain("password");
        page.getByText("I have read the terms").click();
        refused.forEach(
                (password, said) -> {
                    password(password);
                    assertThat(title()).isEqualTo("Set up your account");
                    assertThat(alert()).as(password).contains(said).doesNotContain("Agree to the terms");
                    assertThat(page.locator("#agreed").isChecked()).isTrue();
                    assertThat(page.locator("#password").inputValue()).as("a password is never written back").isEmpty();
                });
        page.locator("main [role=alert] a").click();
        assertThat(page.locator("#password:focus").count()).as("the alert leads to the field").isEqualTo(1);
        password(PASSWORD);
        assertThat(title()).isEqualTo("Connect your authenticator app");
    }

    @Test
    void anExpiredLinkMailsANewOneToTheSameAddress() {
        String expired = link();
        jdbc.sql("UPDATE identity.activation SET expires_at = created_at WHERE email = :email")
                .param("email", email.value())
                .update();
        open(expired);
        assertThat(title()).isEqualTo("This link has expired");
        assertThat(text())
                .contains("You were invited by Prairieland Clinics.", "Carla Contact, your agency's contact")
                .contains("The Assister Resource Center, phone");
        press("Mail me a new link");
        assertThat(title()).isEqualTo("Look at your mail");
        assertThat(text()).contains("a new one is on its way to the same address");
        postman.deliverAll();
        String fresh = link();
        assertThat(fresh).isNotEqualTo(expired);
        open(expired);
        assertThat(title()).isEqualTo("This link is no longer valid");
        open(fresh);
        setUpFromHere();
        open(fresh);
        assertThat(title()).isEqualTo("This link was used already");
        assertThat(text()).contains("If it was not you who used it, call the Assister Resource Center at");
        assertThat(page.locator("main a[href='/sign-in']").innerText()).isEqualTo("Sign in");
    }

    @Test
    void aLinkThatIsWithdrawnWhileThePersonSetsUpTheirAccountSaysSo() {
        String link = link();
        open(link);
        page.getByText("I have read the terms").click();
        password(PASSWORD);
        String secret = page.locator("#secret").innerText();
        transaction.executeWithoutResult(state -> accounts.withdrawLink(Hat.ASSISTER, person, Actor.SYSTEM));
        page.getByLabel("Code").fill(AuthenticatorApp.code(secret, Instant.now()));
        press("Set up my account");
        assertThat(title()).isEqualTo("This link is no longer valid");
        assertThat(text()).contains("Carla Contact, your agency's contact", "The Assister Resource Center, phone");
        open("/portal");
        assertThat(title()).isEqualTo("Sign in");
        open(link);
        assertThat(title()).isEqualTo("This link is no longer valid");
    }

    @Test
    void aLinkThatNobodyKnowsSaysHowToCopyItWhole() {
        String link = link();
        String cut = link.substring(0, link.length() - 4);
        for (String broken : List.of(cut, link.replaceFirst("/activate/.", "/activate/"), "/activate/A")) {
            open(broken);
            assertThat(title()).isEqualTo("We do not know this link");
            assertThat(text())
                    .contains("copy the whole line that begins with https")
                    .contains("If that does not help, call the Assister Resource Center at")
                    .doesNotContain("Berta", "Prairieland");
        }
    }
}
