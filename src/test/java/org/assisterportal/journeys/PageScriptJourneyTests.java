package org.assisterportal.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assisterportal.Region;
import org.assisterportal.access.AccessDesk;
import org.assisterportal.agency.Agencies;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.agency.ContactRole;
import org.assisterportal.identity.Invitation;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.Hat;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the pages' scripts add: advice on a password, copying, one press sends once. */
class PageScriptJourneyTests extends Journey {
    @Autowired private Region region;
    @Autowired private Agencies agencies;
    @Autowired private AccessDesk desk;

    private final String one = UUID.randomUUID().toString().substring(0, 8);

    private String invite() {
        String mail = "berta." + one + "@example.org";
        Invitation invitation =
                new Invitation(
                        new EmailAddress(mail), "Berta Bartholomew", Hat.ASSISTER, UUID.randomUUID(), null,
                        "Lake Agency", "Lake Agency");
        transaction.executeWithoutResult(state -> accounts.invite(List.of(invitation), Actor.SYSTEM));
        postman.deliverAll();
        return mailedPath(mail);
    }

    @Test
    void thePasswordFieldSaysWhatIsMissingWhileTypingAndShowsWhatWasTyped() {
        open(invite());
        Locator field = page.locator("#password");
        Locator advice = page.locator(".ap-typing");
        field.pressSequentially("violet tractor");
        assertThat(advice).hasText("1 more character is needed.");
        assertThat(advice).hasAttribute("aria-live", "polite");
        field.fill("abcabcabcabcabcabc");
        assertThat(advice).containsText("repeats itself");
        field.fill("berta bartholomew 1");
        assertThat(advice).containsText("mostly your name");
        field.fill("violet tractor hums below");
        assertThat(advice).containsText("Long enough");
        press("Show the password");
        assertThat(field).hasAttribute("type", "text");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/pictures/script-password.png")));
        press("Hide the password");
        assertThat(field).hasAttribute("type", "password");
    }

    private void contactOf(Region.Office office) {
        String mail = "carla." + one + "@example.org";
        agencies.inviteContact(
                office.id(), "Carla Contact", new EmailAddress(mail), Set.of(ContactRole.SIGNATURE_AUTHORITY), Region.officer());
        postman.deliverAll();
        open(mailedPath(mail));
        setUpFromHere();
    }

    @Test
    void aButtonThatIsPressedTwiceSendsOnceAndSaysSoWhenItTakesLong() {
        contactOf(region.agency(AgencyKind.NAVIGATOR));
        open("/amp/people/new");
        page.locator("#first-name").fill("Ana");
        page.locator("#last-name").fill("Twice");
        page.locator("#phone").fill("612 555 0123");
        page.locator("#email").fill("ana." + one + "@example.org");
        page.locator("#street").fill("12 Elm Street");
        page.locator("#city").fill("Duluth");
        page.locator("#state").selectOption("MN");
        page.locator("#zip").fill("55802");
        page.route("**/amp/people", route -> {
            page.waitForTimeout(1500);
            route.resume();
        });
        Locator button = page.locator("button", new Page.LocatorOptions().setHasText("Keep in the draft"));
        button.evaluate("one => { one.click(); one.click(); one.click(); }");
        page.waitForURL("**/amp/people/*-*");
        assertThat(text()).contains("Kept in the draft");
        open("/amp/roster");
        assertThat(page.locator("tbody tr").count()).isEqualTo(1);
    }

    @Test
    void numbersAreGroupedAndCopiedAsTheyAreTyped() {
        var office = region.agency(AgencyKind.NAVIGATOR);
        var ana = region.ready(office);
        desk.enroll(List.of(ana), Region.officer());
        contactOf(office);
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        open("/amp/people/" + ana);
        Locator copy = page.getByLabel("Copy: Reference number");
        copy.click();
        assertThat(page.locator("#announced")).hasText("Copied");
        String copied = (String) page.evaluate("navigator.clipboard.readText()");
        assertThat(copied).matches("\\d{7}").isEqualTo(copy.getAttribute("data-copy"));
        assertThat(text()).contains(copied.substring(0, 3) + " " + copied.substring(3));
        accessible();
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/pictures/script-copy.png")));

        open("/amp/roster");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator("header")).isHidden();
        assertThat(page.locator("tbody tr")).isVisible();
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target/pictures/script-print.png")).setFullPage(true));
    }
}
