package org.assisterportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assisterportal.Region;
import org.assisterportal.access.AccessDesk;
import org.assisterportal.agency.Agencies;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.agency.ContactRole;
import org.assisterportal.agency.Rosters;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.PersonId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happens to an account after it was set up: lost and changed factors, several browsers, several hats. */
class RecoveryJourneyTests extends Journey {
    @Autowired private Region region;
    @Autowired private AccessDesk desk;
    @Autowired private Agencies agencies;
    @Autowired private Rosters rosters;
    @Autowired private JdbcClient jdbc;

    private final String one = UUID.randomUUID().toString().substring(0, 8);

    /** What a person keeps at home: what the app was given, and the codes on paper. */
    private record Kept(String secret, List<String> codes) {}

    @BeforeEach
    void clearTheDesk() {
        jdbc.sql("UPDATE identity.factor_reset SET state = 'EXPIRED' WHERE state = 'PENDING'").update();
    }

    private Kept setUpAndKeep(String email) {
        open(mailedPath(email));
        page.getByLabel("New password").fill(PASSWORD);
        page.getByText("I have read the terms").click();
        press("Next: authenticator app");
        return connect("Set up my account");
    }

    private Kept connect(String button) {
        String secret = page.locator("#secret").innerText();
        page.getByLabel("Code").fill(AuthenticatorApp.code(secret, Instant.now()));
        press(button);
        Kept kept = new Kept(secret, page.locator(".ap-codes li").allInnerTexts());
        assertThat(kept.codes()).hasSize(10);
        follow("I have kept them");
        return kept;
    }

    private Page officer(String name) {
        page = somebodyElse();
        join(name.toLowerCase(java.util.Locale.ROOT) + "." + one + "@example.org", name + " Officer", Hat.ARC_OFFICER);
        return page;
    }

    private void password(String email) {
        open("/sign-in");
        page.getByLabel("E-mail address").fill(email);
        page.getByLabel("Password").fill(PASSWORD);
        press("Continue");
    }

    private void signIn(String email, String code) {
        password(email);
        page.getByLabel("Code").fill(code);
        press("Sign in");
    }

    @Test
    void aLostAuthenticatorIsReplacedAfterTwoOfficersAndTheMailedLink() {
        String email = "ana." + one + "@example.org";
        Region.Office lakes = region.agency(AgencyKind.NAVIGATOR);
        PersonId ana = assister(lakes, email);
        Page assister = page;
        Kept lost = setUpAndKeep(email);
        assertThat(title()).contains("Welcome");

        Page olga = officer("Olga");
        Page oscar = officer("Oscar");
        Page otto = officer("Otto");
        page = olga;
        open("/arc/people/" + ana);
        follow("Lost authenticator of Ana Torres");
        page.getByText("Called back at the phone number").click();
        page.getByLabel("Note", new Page.GetByLabelOptions().setExact(true)).fill("Knew the agency and the start day.");
        press("Ask for the reset");
        assertThat(text()).contains("waits for a second officer. The person was mailed");
        assertThat(text()).contains("You recorded the identity check").doesNotContain("Approve for");
        postman.deliverAll();
        assertThat(mailed(email, "(Nothing has changed yet: a second officer decides)")).isNotEmpty();

        page = otto;
        open("/arc/resets");
        page = oscar;
        open("/arc/resets");
        assertThat(text()).contains("Knew the agency").contains("Called back").contains("Olga Officer");
        press("Approve for Ana Torres");
        assertThat(text()).contains("The link is on its way").contains("Nothing waits for a second officer");
        page = otto;
        press("Approve for Ana Torres");
        assertThat(page.locator("[role=alert]").innerText()).contains("Another officer has decided this meanwhile");

        page = assister;
        open("/portal");
        assertThat(title()).isEqualTo("Sign in");
        signIn(email, lost.codes().getFirst());
        assertThat(page.locator("[role=alert]").innerText()).contains("Your authenticator was removed");

        postman.deliverAll();
        String link = mailed(email, "(/factor/[A-Za-z0-9_-]+)");
        open(link);
        page.getByLabel("Password").fill("not the password at all");
        press("Next: authenticator app");
        assertThat(page.locator("[role=alert]").innerText()).contains("not your password");
        page.getByLabel("Password").fill(PASSWORD);
        press("Next: authenticator app");
        connect("Connect this app");
        assertThat(title()).contains("Welcome");
        postman.deliverAll();
        assertThat(mailed(email, "(a new authenticator app was connected)")).isNotEmpty();
        open(link);
        assertThat(title()).isEqualTo("This link was used already");
    }

    /** Somebody who was enrolled and mailed the activation link. */
    private PersonId assister(Region.Office lakes, String email) {
        PersonId person = region.person(lakes, email);
        region.certify(person);
        region.pass(person, "assister-portal", 14, 20);
        assertThat(desk.enroll(List.of(person), Region.officer())).isEqualTo(new AccessDesk.Enrollment.Done(1, 0));
        postman.deliverAll();
        return person;
    }

    @Test
    void anAccountIsFoundByItsAddressAndARefusedResetIsMailed() {
        String email = "pia." + one + "@example.org";
        officer("Pia");
        officer("Olga");
        open("/arc/resets");
        fill("Sign-in address", "nobody." + one + "@example.org");
        press("Find the account");
        assertThat(page.locator("[role=alert]").innerText()).contains("No account signs in with this address");
        fill("Sign-in address", email);
        press("Find the account");
        assertThat(title()).isEqualTo("Lost authenticator of Pia Officer");
        page.getByText("Seen in person").click();
        page.getByText("The person forgot the password, too").click();
        page.getByLabel("Note", new Page.GetByLabelOptions().setExact(true)).fill("Came to the desk.");
        press("Ask for the reset");
        page.getByText("Refuse for Pia Officer").first().click();
        accessible();
        page.getByLabel("Reason").fill("It was somebody else.");
        press("Refuse for Pia Officer");
        assertThat(text()).contains("Refused. The person was mailed").contains("Nothing waits");
        postman.deliverAll();
        assertThat(mailed(email, "(did not remove the authenticator)")).isNotEmpty();

        fill("Sign-in address", "olga." + one + "@example.org");
        press("Find the account");
        assertThat(page.locator("[role=alert]").innerText()).contains("Another officer must do this");
    }

    @Test
    void aPersonChangesTheirAuthenticatorAndMakesNewCodesAndTheOtherBrowserIsSignedOut() {
        String email = "ben." + one + "@example.org";
        invite(email, Hat.ADMINISTRATOR);
        Kept old = setUpAndKeep(email);
        Page home = page;
        page = somebodyElse();
        Page library = page;
        signIn(email, old.codes().getFirst());
        assertThat(page.url()).endsWith("/admin");

        page = home;
        follow("Ben Example");
        assertThat(text()).contains("9 left").contains(email);
        follow("Use another authenticator app");
        page.getByLabel("Present password").fill(PASSWORD);
        page.getByLabel("Code").fill("000000");
        press("Next: the new app");
        assertThat(page.locator("[role=alert]").innerText()).contains("did not work");
        page.getByLabel("Present password").fill(PASSWORD);
        page.getByLabel("Code").fill(old.codes().get(1));
        press("Next: the new app");
        Kept fresh = connect("Connect this app");
        assertThat(title()).isEqualTo("Your account");
        postman.deliverAll();
        assertThat(mailed(email, "(a new authenticator app was connected)")).isNotEmpty();
        page = library;
        open("/admin");
        assertThat(title()).isEqualTo("Sign in");
        signIn(email, old.codes().get(2));
        assertThat(page.locator("[role=alert]").innerText()).contains("did not work");

        page = home;
        follow("Make ten new recovery codes");
        page.getByLabel("Code").fill(fresh.codes().getFirst());
        press("Make new codes");
        assertThat(title()).isEqualTo("Your new recovery codes");
        String newest = page.locator(".ap-codes li").first().innerText();
        follow("I have kept them");
        assertThat(text()).contains("10 left");
        page = library;
        signIn(email, newest);
        assertThat(page.url()).endsWith("/admin");
    }

    private void invite(String email, Hat hat) {
        var invitation =
                new org.assisterportal.identity.Invitation(
                        new EmailAddress(email), "Ben Example", hat, null, null, "the marketplace", "the marketplace");
        transaction.executeWithoutResult(
                state -> accounts.invite(List.of(invitation), org.assisterportal.shared.Actor.SYSTEM));
        postman.deliverAll();
    }

    @Test
    void aPersonSeesTheirTwoBrowsersAndEndsTheOther() {
        String email = "ben." + one + "@example.org";
        invite(email, Hat.ADMINISTRATOR);
        Kept kept = setUpAndKeep(email);
        Page home = page;
        page = somebodyElse();
        Page library = page;
        signIn(email, kept.codes().getFirst());
        page = home;
        open("/me/sessions");
        assertThat(page.locator("tbody tr").count()).isEqualTo(2);
        assertThat(page.locator("tbody tr").first().innerText()).contains("This one").contains("Chrome on Linux");
        assertThat(page.locator("tbody tr").nth(1).innerText()).contains("Marketplace administrator").doesNotContain("This one");
        page.locator("tbody tr").nth(1).getByRole(com.microsoft.playwright.options.AriaRole.BUTTON).click();
        page.waitForLoadState();
        accessible();
        assertThat(text()).contains("The session was ended");
        assertThat(page.locator("tbody tr").count()).isEqualTo(1);
        page = library;
        open("/me");
        assertThat(title()).isEqualTo("Sign in");
        signIn(email, kept.codes().get(1));
        open("/me/sessions");
        press("End all others");
        assertThat(text()).contains("All other sessions were ended");
        page = home;
        open("/me");
        assertThat(title()).isEqualTo("Sign in");
    }

    @Test
    void aSecondHatIsAcceptedSignedInAndChangedInsideTheSession() {
        String email = "olga." + one + "@example.org";
        officer("Olga");
        Region.Office prairie = region.agency(AgencyKind.CAC);
        UUID contact =
                agencies.inviteContact(
                                prairie.id(), "Olga Officer", new EmailAddress(email), Set.of(ContactRole.CONTRACT_MANAGER),
                                Region.officer())
                        .id();
        postman.deliverAll();
        open(mailed(email, "you already have[\\s\\S]*?(/activate/[A-Za-z0-9_-]+)"));
        page.getByText("I have read the terms").click();
        press("Accept the invitation");
        assertThat(page.url()).endsWith("/amp");
        assertThat(page.locator("header").innerText()).contains("Agency contact");
        String before = page.context().cookies().stream().filter(c -> c.name.equals("session")).findFirst().orElseThrow().value;

        follow("Olga Officer");
        press("ARC officer · the marketplace");
        assertThat(page.url()).endsWith("/arc/queue");
        assertThat(page.locator("header").innerText()).contains("ARC officer").doesNotContain("Agency contact");
        String after = page.context().cookies().stream().filter(c -> c.name.equals("session")).findFirst().orElseThrow().value;
        assertThat(after).isNotEqualTo(before);
        open("/amp");
        assertThat(title()).isEqualTo("This page is not open to you");

        agencies.endContact(prairie.id(), contact, Region.officer());
        open("/me");
        assertThat(title()).isEqualTo("Sign in");
    }

    @Test
    void theRostersNewAddressIsProvedByACodeAndTheOldOneIsTold() {
        String email = "ana." + one + "@example.org";
        Region.Office lakes = region.agency(AgencyKind.NAVIGATOR);
        PersonId ana = assister(lakes, email);
        setUpAndKeep(email);
        String fresh = "torres." + one + "@example.org";
        assertThat(rosters.keep(ana, null, Region.row(fresh), lakes.contact())).isInstanceOf(Rosters.Kept.Done.class);
        region.submit(lakes.contact());
        open("/me");
        assertThat(text()).contains("roster has another e-mail").contains(fresh);
        press("Mail a code to the new address");
        page.getByLabel("Code").fill("00000000");
        press("Sign in with this address from now on");
        assertThat(page.locator("[role=alert]").innerText()).contains("did not work");
        postman.deliverAll();
        page.getByLabel("Code").fill(mailed(fresh, "code is (\\d{8})"));
        press("Sign in with this address from now on");
        assertThat(text()).contains("From now on you sign in with the new address").contains(fresh);
        postman.deliverAll();
        assertThat(mailed(email, "(you sign in with another e-mail address)")).isNotEmpty();
    }
}
