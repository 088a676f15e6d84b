package org.assisterportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.assisterportal.Region;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.consumer.Authorizations;
import org.assisterportal.consumer.Scope;
import org.assisterportal.consumer.domain.Handiwork;
import org.assisterportal.consumer.domain.Household;
import org.assisterportal.shared.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A consumer reads what was done for them, keeps their information, and says that something is wrong; at a desk and on a phone. */
class ConsumersDiaryJourneyTests extends Journey {
    @Autowired private Region region;
    @Autowired private Household household;
    @Autowired private Handiwork handiwork;
    @Autowired private Authorizations authorizations;

    private final String email = anAddress("maria.");
    private Household.Assister ana;
    private Actor maria;

    @BeforeEach
    void oneAssisterOneConsumer() {
        ana = household.assister(region.agency(AgencyKind.NAVIGATOR));
        maria = region.consumer(email);
    }

    private void signIn() {
        open("/account/sign-in");
        page.locator("#email").fill(email);
        page.locator("#password").fill(PASSWORD);
        page.locator("main button[type=submit]").click();
        page.waitForLoadState();
    }

    /** Looks at the page on both screens; nothing may be wider than the phone. */
    private void look(String name) {
        for (int width : new int[] {1280, 390}) {
            page.setViewportSize(width, 900);
            accessible();
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).as(name + " at " + width).isEqualTo(true);
            if (System.getProperty("pictures") != null) {
                Path file = Path.of("target", "pictures", "consumer-" + name + "-" + width + ".png");
                page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
            }
        }
    }

    private void visit(String name, String path) {
        open(path);
        look(name);
    }

    @Test
    void whoeverIsNewFillsInTheirInformation() {
        signIn();
        look("home-new");
        visit("diary-empty", "/account/diary");
        visit("profile-new", "/account/profile");
        page.locator("#birth-date").fill("17.5.1990");
        page.locator("#phone").fill("12");
        page.locator("#street").fill("12 Oak Street");
        page.locator("#zip").fill("5580");
        press("Save my information");
        assertThat(alert()).contains("Date of birth: Write the date", "Phone: Write ten digits", "City: Fill this in");
        look("profile-wrong");
        page.locator("#birth-date").fill("5/17/1990");
        page.locator("#phone").fill("612 555 0177");
        page.locator("#city").fill("Duluth");
        page.locator("#zip").fill("55802");
        page.locator("#county").selectOption("St. Louis");
        handiwork.change(maria, Map.of("interpreter", "Hmong"));
        press("Save my information");
        assertThat(alert()).contains("changed somewhere else");
        look("profile-stale");
        press("Save my information");
        assertThat(text()).contains("Your information was saved");
        look("profile-saved");
    }

    @Test
    void whoIsHelpedReadsTheDiaryAndStopsTheAssister() {
        handiwork.change(
                maria, Map.of("first-name", "Maximiliana-Guadalupe Concepción", "last-name", "Hernández-Villanueva" + "x".repeat(40)));
        household.authorize(maria, ana, Scope.APPLY);
        handiwork.change(ana, maria, "phone", "612-555-0177");
        for (int i = 0; i < 26; i++) {
            handiwork.look(ana, maria);
        }
        signIn();
        look("home-helped");
        visit("diary", "/account/diary");
        visit("diary-without-looks", "/account/diary?looks=no");
        page.locator(".ap-diary__wrong a").first().click();
        look("diary-wrong");
        page.locator("#said").fill("I never asked for this.");
        page.locator("main form button[type=submit]").click();
        page.waitForLoadState();
        assertThat(text()).contains("Thank you for telling us");
        look("diary-said");
        assertThat(authorizations.now(maria)).isEmpty();
    }

    @Test
    void theMailsLinkStopsTheAssisterOnAPageOfItsOwn() {
        household.authorize(maria, ana, Scope.APPLY);
        postman.deliverAll();
        String link = mailed(email, "(/wrong/[A-Za-z0-9_-]+)");
        visit("mail-wrong", link);
        page.locator("main form button[type=submit]").click();
        page.waitForLoadState();
        assertThat(title()).contains("was stopped");
        look("mail-stopped");
        visit("mail-unknown", "/wrong/AAAA");
    }

    @Test
    void aSpanishReaderFindsEverythingInSpanish() {
        handiwork.change(maria, Map.of("language", "es"));
        household.authorize(maria, ana, Scope.SEE);
        handiwork.look(ana, maria);
        UUID left = UUID.randomUUID();
        handiwork.leave(left, maria, Map.of("phone", "12", "interpreter", "Hmong"));
        signIn();
        look("es-home");
        visit("es-diary", "/account/diary");
        visit("es-profile", "/account/profile");
        visit("es-left-over", "/account/left-overs/" + left);
        page.locator("main form button[type=submit]").first().click();
        page.waitForLoadState();
        look("es-left-over-wrong");
        household.stop(ana);
        visit("es-home-paused", "/account");
        assertThat(text()).doesNotContain("[English]");
        postman.deliverAll();
        page = somebodyElse();
        visit("es-mail-wrong", mailed(email, "(/wrong/[A-Za-z0-9_?=-]+)"));
    }
}
