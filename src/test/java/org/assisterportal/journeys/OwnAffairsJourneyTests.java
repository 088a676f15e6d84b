package org.assisterportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.Set;
import org.assisterportal.Region;
import org.assisterportal.access.AccessState;
import org.assisterportal.agency.ContactRole;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.Minnesota;
import org.assisterportal.shared.PersonId;
import org.junit.jupiter.api.Test;

/** No officer decides in their own affairs, whichever way they try. */
class OwnAffairsJourneyTests extends AtTheDesk {
    private static final String OWN =
            "You cannot decide on yourself or on a person of an agency in which you are a contact. Another officer does it.";

    @Test
    void noOfficerDecidesOnThePeopleOfAnAgencyInWhichTheyAreAContact() {
        PersonId ana = ready("Ana", anasMail);
        agencies.inviteContact(
                office.id(), "Olga Officer", new EmailAddress(olgasMail), Set.of(ContactRole.PAYMENT_COORDINATOR), Region.officer());
        selectEverybody();
        press("Review the selected people");
        assertThat(text()).contains("1 person cannot be enrolled now.", OWN);
        open("/arc/agencies/" + office.id());
        page.locator("summary", new Page.LocatorOptions().setHasText("End the contract")).click();
        page.locator("#last").fill(LocalDate.now(Minnesota.ZONE).toString());
        page.locator("#why").fill("Not my friends");
        press("End the contract");
        assertThat(alert()).contains("You are, or were lately, a contact of this agency. Another officer has to do this.");
        assertThat(agencies.find(office.id()).orElseThrow().contractUntil()).isAfter(LocalDate.now(Minnesota.ZONE));
        decidesNothingOn(ana);
    }

    @Test
    void noOfficerDecidesOnThemselvesThoughTheyAreNoAssisterYet() {
        PersonId herself = ready("Olga", olgasMail);
        decidesNothingOn(herself);
    }

    /** The officer at the page is told at each act; another one enrolls, and the first can't close the account either. */
    private void decidesNothingOn(PersonId person) {
        open("/arc/people/" + person);
        press("Enroll in the assister portal");
        assertThat(alert()).contains("Nobody was enrolled", OWN);
        open("/arc/people/" + person);
        act("Hold", "For later");
        assertThat(alert()).contains(OWN);
        clearBackground();
        assertThat(alert()).contains("You cannot record a result for yourself or for a person of an agency in which you are a contact.");
        assertThat(standing(person).state()).isEqualTo(AccessState.READY);

        page = oscar;
        open("/arc/people/" + person);
        press("Enroll in the assister portal");
        assertThat(text()).contains("1 person was enrolled");
        sayNo(person);
        page = olga;
        open("/arc/people/" + person);
        act("Close the account", "It is only me");
        assertThat(alert()).contains(OWN);
        assertThat(standing(person).state()).isEqualTo(AccessState.SUSPENDED);
    }
}
