package org.assisterportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;

import org.assisterportal.Region;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.agency.Rosters;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.PersonId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.nio.file.Path;
import java.util.UUID;

/** An officer answers "who saw Ana's data?", and meets the pages that end a request early. */
class RecordJourneyTests extends Journey {
    @Autowired private Region region;
    @Autowired private Rosters rosters;

    private final String one = UUID.randomUUID().toString().substring(0, 8);

    private void join() {
        join("olga." + one + "@example.org", "Olga Officer", Hat.ARC_OFFICER);
    }

    /** The page as a phone shows it, checked and kept beside the picture of the desk. */
    private void onAPhone(String name) {
        page.setViewportSize(390, 844);
        accessible();
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(Path.of("target", "pictures", name + "-phone.png"))
                        .setFullPage(true));
        page.setViewportSize(1280, 720);
        picture();
    }

    @Test
    void fromAPersonToEverythingThatWasDoneAboutThemAndToWhoseDataAPageShowed() {
        Region.Office office = region.agency(AgencyKind.NAVIGATOR);
        PersonId person = region.ready(office);
        rosters.line(person, office.contact());
        rosters.sheet(null, false, 1, office.contact());
        join();
        open("/arc/people/" + person);
        follow("What was done about this person");
        assertThat(text())
                .contains(
                        "Only about: Ana Torres",
                        "Roster submitted",
                        "Background study recorded",
                        "Carla Contact");
        onAPhone("Record");
        page.locator("#act").selectOption(new SelectOption().setLabel("Roster shown"));
        press("Search");
        assertThat(text()).contains("Only about: Ana Torres", "1 to 1 of 1", "Roster shown");
        page.locator("tbody a").first().click();
        page.waitForLoadState();
        accessible();
        assertThat(text()).contains("Number of the line", "1 person shown", "Ana Torres");
        onAPhone("Record-line");

        open("/arc/record?from=soon&agency=N0");
        assertThat(page.locator("[role=alert]").allInnerTexts().toString())
                .contains("This is not a day")
                .contains("No agency has this Agency ID");
        onAPhone("Record-problems");
    }

    @Test
    void aFormWithoutItsTokenOffersTheWayBackAndAnUnknownAddressTheFirstPage() {
        join();
        open("/arc/agencies");
        page.context()
                .clearCookies(
                        new com.microsoft.playwright.BrowserContext.ClearCookiesOptions()
                                .setName("csrf"));
        fill("Name of the agency", "Late Agency");
        fill("Contract from", "2026-01-01");
        fill("Contract through", "2027-01-01");
        press("Create the agency");
        assertThat(title()).isEqualTo("This form was open too long");
        assertThat(text()).contains("Nothing of this form was saved");
        onAPhone("Form-too-old");
        follow("Open the form again");
        assertThat(title()).isEqualTo("Agencies");

        open("/arc/people/" + UUID.randomUUID());
        assertThat(title()).isEqualTo("This page does not exist");
        follow("Go to the first page");
        open("/admin");
        assertThat(title()).isEqualTo("This page is not open to you");
        open("/arc/queue?tab=NONSENSE");
        assertThat(title()).isEqualTo("We could not read this request");
    }
}
