package org.assisterportal.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.assisterportal.Region;
import org.assisterportal.TestTime.MovableClock;
import org.assisterportal.agency.Agencies;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.agency.ContactRole;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.Hat;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sessions that end while people work. Time passes for the browser by its own clock moved forward, and for the server
 * by making the session's row as much older.
 */
class SessionJourneyTests extends OnTheWay {
    private static final Duration NEARLY = Duration.ofSeconds(13 * 60 + 45);
    private static final Duration TOO_LONG = Duration.ofMinutes(16);

    @Autowired private Region region;
    @Autowired private Agencies agencies;
    @Autowired private JdbcClient jdbc;
    @Autowired private MovableClock clock;

    private final String one = UUID.randomUUID().toString().substring(0, 8);
    private final String late = "Late" + one.replaceAll("[^a-f]", "");
    private final String mail = "person." + one + "@example.org";

    private void pass(Duration time) {
        jdbc.sql(
                        "UPDATE identity.session SET last_access_time = last_access_time - :ms,"
                                + " expiry_time = expiry_time - :ms WHERE principal_name = :who")
                .param("ms", time.toMillis())
                .param("who", accounts.byEmail(new EmailAddress(mail)).orElseThrow().toString())
                .update();
        page.clock().fastForward(time.toMillis());
    }

    private Locator warning() {
        return page.locator("dialog[role=alertdialog]");
    }

    private void look(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", "session-" + name + ".png")));
        page.setViewportSize(390, 844);
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", "session-" + name + "-phone.png")));
        page.setViewportSize(1280, 720);
    }

    @Test
    void theWarningComesInTimeCanBePutOffAndClosesInEveryTab() {
        page.clock().install();
        join(mail, "Olga Officer", Hat.ARC_OFFICER);
        open("/arc/people");
        pass(NEARLY);
        assertThat(warning()).isVisible();
        assertThat(warning()).containsText("left");
        assertThat(page.locator("#session-stay button")).isFocused();
        assertThat(page.locator("#session-spoken")).containsText("left");
        accessible();
        look("warning");
        press("Stay signed in");
        assertThat(warning()).isHidden();

        Page first = page;
        Page second = anotherTab();
        pass(NEARLY);
        assertThat(warning()).isVisible();
        page = second;
        open("/arc");
        page = first;
        assertThat(warning()).isHidden();

        pass(NEARLY);
        assertThat(warning()).isVisible();
        page.keyboard().press("Escape");
        assertThat(warning()).isHidden();
        open("/arc");
        assertThat(title()).isEqualTo("Queue");
    }

    @Test
    void withoutAnAnswerItEndsOnThePageThatSaysSoAndInEveryTab() {
        page.clock().install();
        String secret = join(mail, "Olga Officer", Hat.ARC_OFFICER);
        open("/arc/people");
        Page first = page;
        Page second = page = anotherTab();
        open("/arc/agencies");
        page = first;
        pass(TOO_LONG);
        assertThat(page.locator("main")).containsText("You were signed out after 15 minutes without activity.");
        accessible();
        look("ended");
        page = second;
        assertThat(page.locator("h1")).hasText("Sign in");
        signIn(mail, secret);
        assertThat(title()).isEqualTo("Queue");
    }

    @Test
    void signingOutInTheWarningSignsOutEveryTab() {
        page.clock().install();
        join(mail, "Olga Officer", Hat.ARC_OFFICER);
        open("/arc/people");
        Page second = anotherTab();
        second.navigate(page.url());
        pass(NEARLY);
        assertThat(warning()).isVisible();
        press("Sign out now");
        assertThat(text()).contains("You are signed out.");
        page = second;
        assertThat(page.locator("main")).containsText("You are signed out.");
    }

    @Test
    void twelveHoursAfterSignInTheWarningSaysThatItCannotBeExtended() {
        join(mail, "Olga Officer", Hat.ARC_OFFICER);
        Duration nearly = Duration.ofHours(12).minusSeconds(80);
        clock.travel(nearly);
        try {
            open("/arc/people");
            assertThat(warning()).containsText("You signed in 12 hours ago. This cannot be extended");
            assertThat(page.locator("#session-stay")).isHidden();
            accessible();
            look("last");
            press("Go on until then");
            assertThat(warning()).isHidden();
        } finally {
            clock.travel(nearly.negated());
        }
    }

    private String contact() {
        var office = region.agency(AgencyKind.NAVIGATOR);
        agencies.inviteContact(
                office.id(), "Carla Contact", new EmailAddress(mail), Set.of(ContactRole.SIGNATURE_AUTHORITY), Region.officer());
        postman.deliverAll();
        open(mailedPath(mail));
        return setUpFromHere();
    }

    private void typeAna() {
        page.locator("#first-name").fill("Ana");
        page.locator("#last-name").fill(late);
        page.locator("#phone").fill("612 555 0123");
        page.locator("#email").fill("ana." + one + "@example.org");
        page.locator("#street").fill("12 Elm Street");
        page.locator("#city").fill("Duluth");
        page.locator("#state").selectOption("MN");
        page.locator("#zip").fill("55802");
    }

    private long kept() {
        return jdbc.sql("SELECT count(*) FROM identity.held_form WHERE expires_at > now()").query(Long.class).single();
    }

    @Test
    void aFormThatMetTheEndComesBackToTheSamePersonAndIsStoredOnce() {
        String secret = contact();
        open("/amp/people/new");
        assertThat(page.locator("header").innerText()).contains("Carla Contact", "Agency contact · Lakes Health");
        typeAna();
        accounts.endSessions(accounts.byEmail(new EmailAddress(mail)).orElseThrow());
        press("Keep in the draft");
        assertThat(title()).isEqualTo("Sign in");
        assertThat(text()).contains("We kept what you typed");
        look("kept");
        signIn(mail, secret);
        assertThat(title()).isEqualTo("We kept what you typed");
        assertThat(text()).contains("Agency roster: a new person", late, "Duluth");
        look("held");
        press("Send it now");
        assertThat(text()).contains("Kept in the draft");
        page.goBack();
        open("/session/held");
        assertThat(title()).isEqualTo("Nothing is kept for you");
        open("/amp/roster");
        assertThat(page.locator("tbody tr").count()).isEqualTo(1);
        assertThat(text()).contains(late);
    }

    @Test
    void whatWasTypedButNotSentIsKeptWhenTheTimeIsOver() {
        page.clock().install();
        String secret = contact();
        open("/amp/people/new");
        typeAna();
        page.locator("#email").fill("intern@example.org");
        press("Keep in the draft");
        assertThat(page.locator("main [role=alert]").innerText()).contains("shared or a role");
        pass(TOO_LONG);
        assertThat(page.locator("main")).containsText("We kept what you typed");
        assertThat(text()).contains("after 15 minutes without activity");
        signIn(mail, secret);
        assertThat(text()).contains("You had not pressed the button yet", late);
        press("Discard");
        assertThat(title()).startsWith("Lakes Health");
        open("/amp/roster");
        assertThat(text()).contains("Nobody is on your roster yet");
    }

    @Test
    void anotherPersonDoesNotSeeWhatWasTypedAndItIsDeleted() {
        long before = kept();
        String secret = contact();
        open("/amp/people/new");
        typeAna();
        accounts.endSessions(accounts.byEmail(new EmailAddress(mail)).orElseThrow());
        press("Keep in the draft");
        assertThat(kept()).isEqualTo(before + 1);
        join("other." + one + "@example.org", "Oscar Officer", Hat.ARC_OFFICER);
        assertThat(kept()).isEqualTo(before);
        open("/session/held");
        assertThat(title()).isEqualTo("Nothing is kept for you");
        press("Sign out");
        signIn(mail, secret);
        assertThat(title()).startsWith("Lakes Health");
    }

    @Test
    void afterSigningInPeopleAreOnThePageTheyWantedIfItIsTheirs() {
        String secret = contact();
        press("Sign out");
        open("/amp/submissions");
        assertThat(title()).isEqualTo("Sign in");
        signIn(mail, secret);
        assertThat(title()).isEqualTo("Submissions");
    }

    @Test
    void aWantedPageOfAnotherHatIsForgotten() {
        String secret = contact();
        press("Sign out");
        open("/arc/people");
        signIn(mail, secret);
        assertThat(title()).startsWith("Lakes Health");
    }
}
