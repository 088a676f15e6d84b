package org.assisterportal.amp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.assisterportal.MarketplaceTest;
import org.assisterportal.Region;
import org.assisterportal.access.AccessDesk;
import org.assisterportal.access.PortalAccess;
import org.assisterportal.agency.RosterColumn;
import org.assisterportal.agency.RosterRecord;
import org.assisterportal.agency.RosterRecords;
import org.assisterportal.agency.Rosters;
import org.assisterportal.routes.Caller;
import org.assisterportal.routes.Town;
import org.assisterportal.routes.Visitor;
import org.assisterportal.shared.PersonId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.Objects;

/** What an agency's contacts read of their people, and what they don't. */
@MarketplaceTest
class RosterPageTests {
    @Autowired private Caller caller;
    @Autowired private Town town;
    @Autowired private Region region;
    @Autowired private Rosters rosters;
    @Autowired private RosterRecords records;
    @Autowired private AccessDesk desk;
    @Autowired private PortalAccess access;

    private Town.People people;

    @BeforeEach
    void settle() {
        people = town.people();
    }

    @Test
    void aCountyThatLooksLikeADayIsAProblemAndNoError() {
        String fields = "first-name=Ana&last-name=Torres&counties=2026-99-99";
        Caller.Answer answer = caller.post(people.contact(), "/amp/people", fields);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("“2026-99-99” is not a Minnesota county");
    }

    @Test
    void aDraftShowsNothingOfWhatAnotherAgencysPersonAchieved() {
        Region.Office first = region.agency(org.assisterportal.agency.AgencyKind.CAC);
        PersonId person = region.ready(first);
        desk.enroll(List.of(person), people.officer().actor());
        RosterRecord before = Objects.requireNonNull(records.of(List.of(person)).get(person));
        String referenceNumber = Objects.requireNonNull(access.of(person).orElseThrow().referenceNumber());
        String assisterId = Objects.requireNonNull(access.of(person).orElseThrow().certification().assisterId());
        rosters.stop(person, Rosters.Stop.EMPLOYMENT, first.contact());
        Map<RosterColumn, String> row = Region.row(String.valueOf(before.email()));
        row.put(RosterColumn.TRAINING_ID, before.trainingIdIfAny().orElseThrow());
        row.put(RosterColumn.CITY, "Ely");
        assertThat(rosters.keep(null, null, row, people.office().contact())).isInstanceOf(Rosters.Kept.Done.class);

        for (String path : List.of("/amp/people/" + person, "/amp/roster?show=CHANGED")) {
            assertThat(page(people.contact(), path))
                    .contains("New, not sent")
                    .doesNotContain(
                            referenceNumber, grouped(referenceNumber), assisterId, before.agencyName(), "Suspended since",
                            "Certified through", "The roster of", "ap-light--", "Enrolled in the assister portal");
        }
        assertThat(page(people.contact(), "/amp/roster?show=CHANGED")).contains("Submit the roster with this person first");
        assertThat(page(people.contact(), "/amp")).doesNotContain(before.agencyName());
        assertThat(rosters.export(people.office().contact())).doesNotContain(referenceNumber, assisterId);

        region.submit(people.office().contact());
        assertThat(page(people.contact(), "/amp/people/" + person)).contains(grouped(referenceNumber), "Suspended since");
    }

    private String page(Visitor visitor, String path) {
        Caller.Answer answer = caller.get(visitor, path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("??");
        return answer.body();
    }

    private static String grouped(String number) {
        return number.substring(0, 3) + " " + number.substring(3);
    }
}
