package org.assisterportal.journeys;

import com.microsoft.playwright.Page;
import java.util.Set;
import java.util.UUID;
import org.assisterportal.Region;
import org.assisterportal.agency.Agencies;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.agency.ContactRole;
import org.assisterportal.agency.Rosters;
import org.assisterportal.shared.EmailAddress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** Carla, an authorized contact, whose account is set up once and whose draft is empty before each test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AtTheRoster extends OnTheWay {
    @Autowired Region region;
    @Autowired Agencies agencies;
    @Autowired Rosters rosters;

    Region.Office office;
    Page carla;

    @BeforeAll
    void carlaSetsUpHerAccount() {
        office = region.agency(AgencyKind.NAVIGATOR);
        page = somebodyElse();
        contact("Carla Signer");
        carla = page;
    }

    @BeforeEach
    void carlaSitsDownToAnEmptyDraft() {
        page.close();
        page = carla;
        rosters.discardAll(office.contact());
    }

    UUID contact(String name) {
        EmailAddress email = new EmailAddress(anAddress("contact."));
        UUID contact =
                agencies.inviteContact(office.id(), name, email, Set.of(ContactRole.SIGNATURE_AUTHORITY), Region.officer()).id();
        postman.deliverAll();
        open(mailedPath(email.value()));
        setUpFromHere();
        return contact;
    }
}
