package org.assisterportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.UUID;
import org.assisterportal.Region;
import org.assisterportal.agency.RosterRecords;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.PersonId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The policy's procedure, from an agency that doesn't exist yet to an assister whose access is taken away again. */
class PolicyJourneyTests extends OnTheWay {
    @Autowired private Region region;
    @Autowired private RosterRecords records;

    private final String one = UUID.randomUUID().toString().substring(0, 8);
    private final String agencyName = "North Shore Helpers " + one;
    private final String contactMail = "carla." + one + "@example.org";
    private final String anaMail = "ana." + one + "@example.org";

    @Test
    void fromAnAgencysRosterToAnActiveAccountAndItsSuspension() {
        Page officer = page;
        join("olga." + one + "@example.org", "Olga Officer", Hat.ARC_OFFICER);
        open("/arc");
        assertThat(title()).isEqualTo("Queue");
        createAgency(agencyName);
        inviteOnlyWithARole();

        Page contact = page = somebodyElse();
        open(mailedPath(contactMail));
        setUpFromHere();
        String refused = addAna();
        assertThat(refused).contains("shared or a role");
        submit();
        String trainingId = mailed(anaMail, "Training ID\\) is ([A-Z0-9]{7})");
        assertThat(text()).contains(trainingId).contains("Next: Assister");

        PersonId ana = records.byEmail(new EmailAddress(anaMail)).orElseThrow();
        region.passCertificationCourses(ana);
        region.pass(ana, "assister-portal", 14, 20);

        page = officer;
        open("/arc/people");
        fill("Search people", trainingId.toLowerCase(java.util.Locale.ROOT));
        press("Search");
        follow("Torres, Ana");
        assertThat(text()).contains("can be enrolled when all four").contains("background study has no result");
        clearBackground();
        assertThat(text()).contains("The person is certified now").contains("Waiting for ARC enrollment since");
        enrollFromTheQueue();

        assertThat(mailed(anaMail, "(Resource Center has created your account)")).isNotEmpty();
        Page assister = page = somebodyElse();
        open(mailedPath(anaMail));
        setUpFromHere();
        open("/portal");
        assertThat(text()).contains("Welcome, Ana Torres").contains(agencyName);
        assertThat(page.locator("main dd .ap-code").first().innerText()).matches("\\d{3} \\d{4}");
        String number = page.locator("main .ap-copy").first().getAttribute("data-copy");
        assertThat(number).matches("\\d{7}");
        correctTheCard();

        page = contact;
        open("/amp/roster");
        assertThat(text()).contains(number.substring(0, 3) + " " + number.substring(3)).contains("Certified").contains("Active");
        follow("Torres, Ana");
        page.getByText("Set Assister Portal Access to No").first().click();
        press("Set Assister Portal Access to No");
        assertThat(text()).contains("Suspended");

        page = assister;
        open("/portal");
        assertThat(title()).isEqualTo("Your access to the assister portal is suspended");
        assertThat(text()).contains("says Assister Portal Access: No");
        postman.deliverAll();
        assertThat(mailed(anaMail, "(says Assister Portal Access: No)")).isNotEmpty();
        assertThat(mailed(contactMail, "(lost access to the assister portal)")).isNotEmpty();
        assertThat(mailed(contactMail, "(If you approve the account, set [\\s\\S]*/amp/roster\\?show=SUSPENDED)")).isNotEmpty();

        page = officer;
        open("/arc/queue?tab=SUSPENDED");
        follow("Torres, Ana");
        assertThat(text()).contains("Reinstating is possible when all four requirements hold again.");
        open("/arc/mails");
        assertThat(text()).contains("Sent");
        open("/arc/record?act=access.enrolled");
        assertThat(page.locator("tbody").innerText()).contains("Enrolled in the assister portal", "Ana Torres");
    }

    private void inviteOnlyWithARole() {
        fill("Name", "Carla Contact");
        fill("E-mail", contactMail);
        press("Send the invitation");
        assertThat(page.locator("[role=alert]").innerText()).contains("at least one role");
        inviteContact("Carla Contact", contactMail);
    }

    /** Tries a shared mailbox first; answers what the page said about it. */
    private String addAna() {
        open("/amp");
        follow("Open the roster");
        assertThat(text()).contains("Nobody is on your roster yet");
        follow("Add a person");
        page.locator("#first-name").fill("Ana");
        page.locator("#last-name").fill("Torres");
        page.locator("#phone").fill("612 555 0123");
        page.locator("#email").fill("intern@example.org");
        page.locator("#street").fill("12 Elm Street");
        page.locator("#city").fill("Duluth");
        page.locator("#state").selectOption("MN");
        page.locator("#zip").fill("55802");
        page.locator("label[for=portal-access-yes]").click();
        page.locator("#display-name").fill("Ana Torres");
        page.locator("#public-phone").fill("218-555-0100");
        page.locator("#public-email").fill("info@example.org");
        page.locator("#business-address").fill("1 Main Street, Duluth, MN 55802");
        page.locator("#languages").fill("English; Spanish");
        page.locator("#counties").fill("St. Louis");
        press("Keep in the draft");
        String refused = page.locator("[role=alert]").innerText();
        assertThat(page.locator("#city").inputValue()).isEqualTo("Duluth");
        page.locator("#email").fill(anaMail);
        press("Keep in the draft");
        assertThat(text()).contains("Kept in the draft");
        open("/amp/roster");
        assertThat(text()).containsIgnoringCase("New, not sent").contains("Submit the roster with this person first");
        return refused;
    }

    private void submit() {
        open("/amp/submit");
        press("Submit the roster");
        assertThat(page.locator("[role=alert]").innerText()).contains("Check the box");
        attestAndSubmit();
        assertThat(text()).contains("Submission no. 1 was sent");
        postman.deliverAll();
    }

    private void enrollFromTheQueue() {
        open("/arc/queue");
        page.locator("#q").fill(one);
        press("Search");
        press("Review the selected people");
        assertThat(page.locator("[role=alert]").innerText()).contains("Select at least one person");
        page.locator("#q").fill(one);
        press("Search");
        page.locator("[name=person]").first().press("Space");
        press("Review the selected people");
        assertThat(text()).contains("1 person meets all four requirements now").contains("Passed with 14 of 20");
        press("Enroll 1 person");
        assertThat(text()).contains("1 person was enrolled");
        postman.deliverAll();
    }

    private void correctTheCard() {
        follow("My information");
        page.locator("#languages").fill("English; 5panish");
        press("Save");
        assertThat(text()).contains("Nothing was saved");
        page.locator("#languages").fill("Somali; English");
        press("Save");
        assertThat(page.locator(".ap-card").innerText()).contains("English; Somali");
    }
}
