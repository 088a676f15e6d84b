package org.assisterportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.assisterportal.Region;
import org.assisterportal.access.AccessStanding;
import org.assisterportal.access.PortalAccess;
import org.assisterportal.agency.Agencies;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.agency.RosterColumn;
import org.assisterportal.agency.Rosters;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.PersonId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** Two officers at two browsers, whose accounts are set up once, and an agency of its own for each test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AtTheDesk extends OnTheWay {
    @Autowired Region region;
    @Autowired Agencies agencies;
    @Autowired Rosters rosters;
    @Autowired PortalAccess access;

    final String olgasMail = anAddress("olga.");
    Page olga;
    Page oscar;
    Region.Office office;
    String anasMail;

    @BeforeAll
    void twoOfficersSetUpTheirAccounts() {
        page = oscar = somebodyElse();
        join(anAddress("oscar."), "Oscar Officer", Hat.ARC_OFFICER);
        page = olga = somebodyElse();
        join(olgasMail, "Olga Officer", Hat.ARC_OFFICER);
    }

    @BeforeEach
    void olgaSitsDownAndANewAgencyIsThere() {
        page.close();
        page = olga;
        office = region.agency(AgencyKind.NAVIGATOR);
        anasMail = anAddress("ana.");
    }

    Map<RosterColumn, String> row(String firstName, String email) {
        Map<RosterColumn, String> row = Region.row(email);
        row.put(RosterColumn.FIRST_NAME, firstName);
        return row;
    }

    PersonId ready(String firstName, String email) {
        PersonId person = ((Rosters.Kept.Done) rosters.keep(null, null, row(firstName, email), office.contact())).person();
        region.submit(office.contact());
        region.certify(person);
        region.pass(person, "assister-portal", 14, 20);
        return person;
    }

    void sayNo(PersonId person) {
        assertThat(rosters.stop(person, Rosters.Stop.PORTAL_ACCESS, office.contact())).isInstanceOf(Rosters.Sent.Done.class);
    }

    AccessStanding standing(PersonId person) {
        return access.of(person).orElseThrow();
    }

    void selectEverybody() {
        open("/arc/queue");
        page.locator("#q").fill(agencies.find(office.id()).orElseThrow().name());
        press("Search");
        page.locator("[name=person]").all().forEach(box -> box.press("Space"));
    }

    void act(String what, String reason) {
        page.locator("summary", new Page.LocatorOptions().setHasText(what)).first().click();
        if (!reason.isEmpty()) {
            page.locator("details[open] textarea").fill(reason);
        }
        press(what);
    }
}
