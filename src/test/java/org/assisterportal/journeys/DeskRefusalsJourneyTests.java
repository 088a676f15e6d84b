package org.assisterportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.assisterportal.Region;
import org.assisterportal.access.AccessDesk;
import org.assisterportal.access.AccessState;
import org.assisterportal.agency.ContactRole;
import org.assisterportal.certification.BackgroundResult;
import org.assisterportal.certification.Certifications;
import org.assisterportal.embedded.Mailbox;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.Minnesota;
import org.assisterportal.shared.PersonId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the ARC's desk refuses, as officers and the agency meet it. */
class DeskRefusalsJourneyTests extends AtTheDesk {
    @Autowired private AccessDesk desk;
    @Autowired private Certifications certifications;

    private PersonId enrolled() {
        PersonId person = ready("Ana", anasMail);
        assertThat(desk.enroll(List.of(person), Region.officer())).isEqualTo(new AccessDesk.Enrollment.Done(1, 0));
        return person;
    }

    private List<String> mailsTo(String email) {
        postman.deliverAll();
        return mailbox.newest(email, 10).stream().map(Mailbox.Received::subject).toList();
    }

    @Test
    void whoseApprovalEndedBeforeTheReviewIsShownWithTheReasonAndTheOthersCanBeEnrolled() {
        PersonId ana = ready("Ana", anasMail);
        PersonId ben = ready("Ben", anAddress("ben."));
        selectEverybody();
        sayNo(ana);
        press("Review the selected people");
        assertThat(text()).contains("1 person cannot be enrolled now. The others can.");
        Locator row = page.locator("tbody tr", new Page.LocatorOptions().setHasText("Torres, Ana"));
        assertThat(row.innerText()).contains("○ Approval: The roster of Lakes Health").contains("Assister Portal Access: No");
        press("Enroll 1 person");
        assertThat(text()).contains("1 person was enrolled");
        assertThat(standing(ben).state()).isEqualTo(AccessState.ENROLLED);
        assertThat(standing(ana).referenceNumber()).isNull();
    }

    @Test
    void requirementsThatOpenAfterTheReviewStopTheWholeSelectionAndAreListed() {
        PersonId ana = ready("Ana", anasMail);
        PersonId ben = ready("Ben", anAddress("ben."));
        selectEverybody();
        press("Review the selected people");
        assertThat(text()).contains("2 people meet all four requirements now");
        sayNo(ana);
        certifications.recordBackground(ana, BackgroundResult.NOT_CLEARED, LocalDate.now(Minnesota.ZONE), "", Region.officer());
        press("Enroll 2 people");
        assertThat(alert())
                .contains("Nobody was enrolled", "Ana Torres", "The roster of " + agencies.find(office.id()).orElseThrow().name())
                .contains("says Assister Portal Access: No.", "sets Assister Portal Access to Yes and submits the roster")
                .contains("The background study was not cleared.")
                .doesNotContain("Ben Torres", "{0}");
        assertThat(standing(ben).state()).isEqualTo(AccessState.READY);
        assertThat(mailsTo(anasMail)).containsExactly("Your training is open: start in the Learning Center");

        selectEverybody();
        assertThat(text()).contains("Torres, Ben").doesNotContain("Torres, Ana");
        sayNo(ben);
        press("Review the selected people");
        assertThat(text()).contains("1 person cannot be enrolled now.").doesNotContain("The others can");
        assertThat(page.locator("main form button").count()).as("nothing to press").isZero();
    }

    @Test
    void twoOfficersWhoEnrollAtTheSameMomentMakeOneAccount() {
        PersonId ana = ready("Ana", anasMail);
        for (Page officer : List.of(olga, oscar)) {
            page = officer;
            selectEverybody();
            press("Review the selected people");
        }
        for (Page officer : List.of(olga, oscar)) {
            officer.getByText("Enroll 1 person").evaluate("button => setTimeout(() => button.click())");
        }
        for (Page officer : List.of(olga, oscar)) {
            officer.waitForURL("**/arc/queue");
        }
        assertThat(List.of(olga.locator("[role=status]").first().innerText(), oscar.locator("[role=status]").first().innerText()))
                .containsExactlyInAnyOrder("1 person was enrolled.", "Nobody new was enrolled. 1 was enrolled already.");
        assertThat(standing(ana).state()).isEqualTo(AccessState.ENROLLED);
        assertThat(mailsTo(anasMail))
                .containsExactlyInAnyOrder(
                        "Your training is open: start in the Learning Center",
                        "Set up your account",
                        "Your assister portal account has been created");
    }

    @Test
    void aHeldPersonIsNotEnrolledAndTheAgencySeesWhy() {
        PersonId ana = ready("Ana", anasMail);
        page = oscar;
        selectEverybody();
        press("Review the selected people");
        page = olga;
        open("/arc/people/" + ana);
        act("Hold", " ");
        assertThat(alert()).contains("Write a reason, 500 characters or fewer.");
        act("Hold", "Her last name differs from the background study.");
        assertThat(text()).contains("The person is held.", "Held: Her last name differs");
        assertThat(page.getByText("Enroll in the assister portal").count()).isZero();
        page = oscar;
        press("Enroll 1 person");
        assertThat(alert()).contains("Nobody was enrolled", "Ana Torres", "Held by the ARC. Release the hold first.");

        String carla = anAddress("carla.");
        agencies.inviteContact(
                office.id(), "Carla Signer", new EmailAddress(carla), Set.of(ContactRole.CONTRACT_MANAGER), Region.officer());
        postman.deliverAll();
        page = somebodyElse();
        open(mailedPath(carla));
        setUpFromHere();
        open("/amp/people/" + ana);
        assertThat(text())
                .contains("The Assister Resource Center holds the enrollment: Her last name differs from the background study.");
        open("/amp/roster");
        assertThat(text()).contains("Held by the ARC", "Her last name differs from the background study.");
        assertThat(standing(ana).referenceNumber()).isNull();
    }

    @Test
    void accessComesBackOnlyWhenAllFourHoldAgain() {
        PersonId ana = enrolled();
        sayNo(ana);
        certifications.recordBackground(ana, BackgroundResult.PROBLEM, LocalDate.now(Minnesota.ZONE), "", Region.officer());
        String open = "Reinstating is possible when all four requirements hold again.";
        open("/arc/people/" + ana);
        assertThat(text()).contains("Suspended since", "The background study could not be finished", "says Assister Portal Access: No");
        assertThat(text()).contains(open);
        rosters.keep(ana, null, row("Ana", anasMail), office.contact());
        region.submit(office.contact());
        open("/arc/people/" + ana);
        assertThat(text()).contains(open, "The background study could not be finished").doesNotContain("says Assister Portal Access: No");
        certifications.recordBackground(ana, BackgroundResult.CLEARED, LocalDate.now(Minnesota.ZONE), "", Region.officer());
        open("/arc/people/" + ana);
        assertThat(text()).contains("All four requirements hold again: the ARC can reinstate.");
        act("Reinstate", "All mended");
        assertThat(text()).contains("Access was reinstated.", "Reinstated: All mended");
    }

    @Test
    void aWithdrawnLinkSaysWhoHelpsAndOnlyANewOneOpens() {
        PersonId ana = enrolled();
        postman.deliverAll();
        String withdrawn = mailedPath(anasMail);
        open("/arc/people/" + ana);
        act("Withdraw the activation link", "");
        assertThat(text()).contains("The link was withdrawn.");
        page = somebodyElse();
        open(withdrawn);
        assertThat(title()).isEqualTo("This link is no longer valid");
        assertThat(text()).contains("Carla Contact, your agency's contact", "The Assister Resource Center, phone");
        page = olga;
        act("Send a new activation link", "");
        assertThat(text()).contains("A new link is on its way.");
        postman.deliverAll();
        page = somebodyElse();
        open(mailedPath(anasMail));
        assertThat(title()).isEqualTo("Set up your account");
        open(withdrawn);
        assertThat(title()).isEqualTo("This link is no longer valid");
    }

    @Test
    void aClosedAccountStaysClosedForItsPersonAndForFormsThatWereOpen() {
        PersonId ana = ready("Ana", anasMail);
        page = oscar;
        open("/arc/people/" + ana);
        desk.enroll(List.of(ana), Region.officer());
        postman.deliverAll();
        Page person = page = somebodyElse();
        open(mailedPath(anasMail));
        String secret = setUpFromHere();
        page = olga;
        open("/arc/people/" + ana);
        Page late = anotherTab();
        late.navigate(page.url());
        act("Close the account", "She has left for good.");
        assertThat(text()).contains("The account was closed.", "Closed on");
        assertThat(page.locator("main summary", new Page.LocatorOptions().setHasText("Close")).count()).isZero();
        page = late;
        page.bringToFront();
        act("Close the account", "Once more");
        assertThat(alert()).contains("This is not possible any more: the state changed. The page shows it as it is now.");
        page = oscar;
        press("Enroll in the assister portal");
        assertThat(alert()).contains("Nobody was enrolled", "Ana Torres", "The account was closed.");

        page = person;
        open("/portal");
        assertThat(title()).isEqualTo("Sign in");
        signIn(anasMail, secret);
        assertThat(title()).isEqualTo("Your account has no access at present");
        assertThat(standing(ana).state()).isEqualTo(AccessState.CLOSED);
    }
}
