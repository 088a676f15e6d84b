package org.assisterportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assisterportal.Region;
import org.assisterportal.access.AccessDesk;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.agency.ContactRole;
import org.assisterportal.agency.RosterColumn;
import org.assisterportal.agency.Rosters;
import org.assisterportal.shared.PersonId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is refused while an agency's contact types, reviews and sends the roster; files have a class of their own. */
class RosterRefusalsJourneyTests extends AtTheRoster {
    @Autowired private AccessDesk desk;
    @Autowired private JdbcClient jdbc;

    private static Map<RosterColumn, String> row(String lastName, String email) {
        Map<RosterColumn, String> row = Region.row(email);
        row.put(RosterColumn.LAST_NAME, lastName);
        return row;
    }

    private PersonId draft(String lastName, String email) {
        return ((Rosters.Kept.Done) rosters.keep(null, null, row(lastName, email), office.contact())).person();
    }

    private void nothingIsKeptOf(String lastName) {
        open("/amp/submit");
        assertThat(alert()).contains("There is nothing to send: the draft has no changes.");
        open("/amp/roster");
        assertThat(text()).doesNotContain(lastName);
    }

    @Test
    void theFourLightsFitAPhone() {
        region.person(office);
        page.setViewportSize(390, 844);
        open("/amp/roster");
        Object widest =
                page.evaluate("() => Math.ceil(Math.max(...[...document.querySelectorAll('.ap-light')].map(l => l.getBoundingClientRect().right)))");
        page.setViewportSize(1280, 720);
        assertThat(((Number) widest).intValue()).isBetween(100, 390);
    }

    @Test
    void aSharedMailboxIsRefusedAtItsFieldAndWhatWasTypedStays() {
        add(row("Mailbox", "info@example.org"));
        for (String mailbox : List.of("info", "intern", "Front-Desk", "navigator2", "help+ana")) {
            page.locator("#email").fill(mailbox + "@example.org");
            press("Keep in the draft");
            String said = "is shared or a role. Use an e-mail that only this person reads.";
            assertThat(alert()).contains("There is 1 problem", "E-mail: The mailbox “" + mailbox.toLowerCase(Locale.ROOT), said);
            assertThat(page.locator("#email-error").innerText()).contains(said);
            assertThat(page.locator("#email").inputValue()).isEqualTo(mailbox + "@example.org");
            assertThat(page.locator("#last-name").inputValue()).isEqualTo("Mailbox");
            assertThat(page.locator("#portal-access-yes").isChecked()).isTrue();
        }
        nothingIsKeptOf("Mailbox");
    }

    @Test
    void anAddressThatMayBeARoleIsSentOnlyAfterItWasConfirmed() {
        add(row("Hopeful", "grace@" + Region.unique("lakes") + ".example.org"));
        open("/amp/submit");
        attestAndSubmit();
        assertThat(alert()).contains("Confirm below that grace@lakes").contains("is a mailbox that only Ana Hopeful reads");
        assertThat(title()).isEqualTo("Review and submit");
        assertThat(page.locator("#attested").isChecked()).as("the attestation stays given").isTrue();
        assertThat(rosters.review(office.contact()).count()).as("nothing was sent").isEqualTo(1);

        open("/amp/submit");
        page.getByText("I confirm: only this person reads grace@").click();
        press("Submit the roster");
        assertThat(alert()).contains("Check the box that you are authorized");
        assertThat(page.locator("[name=confirmed]").isChecked()).as("the confirmation stays given").isTrue();
        attestAndSubmit();
        assertThat(text()).contains("was sent").contains("Hopeful, Ana");
    }

    @Test
    void anEmailOfSomebodyAtAnotherAgencyIsRefusedWithoutSayingWhose() {
        Region.Office other = region.agency(AgencyKind.CAC);
        String taken = anAddress("ana.");
        region.person(other, taken);
        add(row("Double", taken.toUpperCase(Locale.ROOT)));
        assertThat(alert())
                .contains("E-mail: Another person in the system has this e-mail. Each person needs an e-mail of their own.");
        assertThat(text()).doesNotContain("Torres", agencies.find(other.id()).orElseThrow().name());
        assertThat(page.locator("#street").inputValue()).isEqualTo("12 Elm Street");
        nothingIsKeptOf("Double");
    }

    @Test
    void anEmailThatAnotherAgencySentMeanwhileStopsTheSubmissionUntilItIsCorrected() {
        String contested = anAddress("ana.");
        add(row("Slower", contested));
        assertThat(text()).contains("Kept in the draft");
        region.person(region.agency(AgencyKind.CAC), contested);
        open("/amp/submit");
        attestAndSubmit();
        assertThat(alert())
                .contains("Ana Slower cannot be sent this way: another person has the e-mail " + contested + " now")
                .contains("Open the entry");
        follow("Slower, Ana");
        assertThat(text()).contains("NEW, NOT SENT");
        press("Keep in the draft");
        assertThat(alert()).contains("E-mail: Another person in the system has this e-mail.");
        page.locator("#email").fill(anAddress("ana."));
        press("Keep in the draft");
        open("/amp/submit");
        attestAndSubmit();
        assertThat(text()).contains("was sent").contains("Slower, Ana");
    }

    @Test
    void everyMissingStarredFieldIsNamedAndLeadsToItself() {
        add(new EnumMap<>(Map.of(RosterColumn.LAST_NAME, "Unfinished")));
        assertThat(alert()).contains("There are 7 problems");
        for (String label : List.of("Legal first name", "Phone", "E-mail", "Street", "City", "State", "ZIP")) {
            assertThat(alert()).contains(label + ": This field is required. Fill it in.");
        }
        page.locator("main [role=alert] a").first().click();
        assertThat(page.locator("#first-name:focus").count()).as("the link leads to the field").isEqualTo(1);
        assertThat(page.locator("#last-name").inputValue()).isEqualTo("Unfinished");
        nothingIsKeptOf("Unfinished");
    }

    @Test
    void theOtherTwoContactRolesLookButCannotChangeOrSubmit() {
        PersonId enrolled = region.ready(office);
        desk.enroll(List.of(enrolled), Region.officer());
        page = somebodyElse();
        UUID paula = contact("Paula Payer");
        open("/amp/people/" + enrolled);
        assertThat(page.locator("main [data-copy]").count()).as("an authorized contact sees the numbers").isEqualTo(3);
        draft("Unsent", anAddress("ana."));
        open("/amp/submit");
        for (ContactRole role : List.of(ContactRole.PRIVACY_AND_SECURITY, ContactRole.PAYMENT_COORDINATOR)) {
            agencies.changeRoles(office.id(), paula, Set.of(role), Region.officer());
            if (title().equals("Review and submit")) {
                attestAndSubmit();
                assertThat(title()).isEqualTo("This page does not exist");
                assertThat(text()).contains("Nothing was changed");
            }
            open("/amp/roster");
            assertThat(text())
                    .contains("You can look at the roster. An authorized agency contact changes and submits it.")
                    .contains("Torres, Ana")
                    .doesNotContain("Add a person", "Upload a CSV file", "Review and submit");
            open("/amp/people/" + enrolled);
            assertThat(text()).doesNotContain("Reference number", "Keep in the draft", "Stop at once", "12 Elm Street");
            open("/amp/upload");
            assertThat(title()).isEqualTo("This page does not exist");
        }
        open("/amp/submissions");
        assertThat(text()).doesNotContain("Paula Payer");
    }

    @Test
    void withoutAContractInForceTheDraftStaysAndNothingIsSent() {
        draft("Waiting", anAddress("ana."));
        open("/amp/submit");
        lastDay("current_date - 2");
        try {
            attestAndSubmit();
            String said = "Your agency has no contract in force, so no roster can be sent. Call the Assister Resource Center.";
            assertThat(alert()).contains(said);
            open("/amp");
            assertThat(text()).contains("No contract is in force. Call the Assister Resource Center.");
            open("/amp/submit");
            assertThat(alert()).contains(said);
            assertThat(text()).doesNotContain("I attest to this");
        } finally {
            lastDay("current_date + 700");
        }
        open("/amp/submit");
        attestAndSubmit();
        assertThat(text()).contains("was sent").contains("Waiting, Ana");
    }

    private void lastDay(String day) {
        jdbc.sql("UPDATE agency.contract SET last_day = " + day + " WHERE agency = :agency")
                .param("agency", office.id().value())
                .update();
    }

    @Test
    void aSecondTabSendsNothingTwiceAndOverwritesNothing() {
        PersonId person = draft("Twotabs", anAddress("ana."));
        open("/amp/people/" + person);
        Page late = anotherTab();
        late.navigate(page.url());
        page.locator("#city").fill("Ely");
        press("Keep in the draft");
        page = late;
        page.bringToFront();
        page.locator("#city").fill("Cook");
        press("Keep in the draft");
        assertThat(alert())
                .contains("Somebody saved this person while your form was open", "City: now “Ely” → “Cook” in your form.");
        assertThat(page.locator("#city").inputValue()).isEqualTo("Cook");
        open("/amp/people/" + person);
        assertThat(page.locator("#city").inputValue()).isEqualTo("Ely");

        open("/amp/submit");
        carla.navigate(page.url());
        attestAndSubmit();
        assertThat(text()).contains("was sent");
        page = carla;
        page.bringToFront();
        attestAndSubmit();
        assertThat(alert()).contains("The draft changed after this page was opened").contains("nothing to send");
        late.close();
    }
}
