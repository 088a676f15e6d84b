package org.assisterportal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.assisterportal.MarketplaceTest;
import org.assisterportal.Region;
import org.assisterportal.access.AgencyAccess.Group;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.agency.RosterColumn;
import org.assisterportal.agency.Rosters;
import org.assisterportal.shared.NotFound;
import org.assisterportal.shared.PersonId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MarketplaceTest
class AgencyAccessTests {
    @Autowired private Region region;
    @Autowired private AgencyAccess people;
    @Autowired private AccessDesk desk;
    @Autowired private Rosters rosters;

    @Test
    void everyGroupHasItsPeopleAndNobodyElses() {
        Region.Office office = region.agency(AgencyKind.NAVIGATOR);
        PersonId learning = region.person(office);
        PersonId ready = region.ready(office);
        PersonId enrolled = region.ready(office);
        PersonId notApproved = region.ready(office);
        PersonId suspended = region.ready(office);
        PersonId leaver = region.person(office);
        region.ready(region.agency(AgencyKind.NAVIGATOR));
        desk.enroll(List.of(enrolled, suspended), Region.officer());
        rosters.stop(notApproved, Rosters.Stop.PORTAL_ACCESS, office.contact());
        rosters.stop(suspended, Rosters.Stop.PORTAL_ACCESS, office.contact());
        rosters.stop(leaver, Rosters.Stop.EMPLOYMENT, office.contact());

        assertThat(found(office, Group.ON_AGENCY)).isEmpty();
        assertThat(found(office, Group.NOT_APPROVED)).containsExactlyInAnyOrder(notApproved, suspended);
        assertThat(found(office, Group.ON_ASSISTER)).containsExactly(learning);
        assertThat(found(office, Group.READY)).containsExactly(ready);
        assertThat(found(office, Group.ENROLLED)).containsExactly(enrolled);
        assertThat(found(office, Group.SUSPENDED)).containsExactly(suspended);
        assertThat(found(office, Group.CERTIFIED)).containsExactlyInAnyOrder(ready, enrolled, notApproved, suspended);
        assertThat(people.counts(office.id(), office.contact()))
                .containsAllEntriesOf(Map.of(Group.ON_AGENCY, 0L, Group.NOT_APPROVED, 2L, Group.READY, 1L, Group.ACTIVE, 0L, Group.CERTIFIED, 4L));
    }

    @Test
    void anotherAgencysContactAndOtherHatsFindNothing() {
        Region.Office office = region.agency(AgencyKind.NAVIGATOR);
        PersonId person = region.ready(office);
        for (var stranger : List.of(region.agency(AgencyKind.CAC).contact(), Region.officer())) {
            assertThatThrownBy(() -> people.counts(office.id(), stranger)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> people.find(office.id(), Group.READY, 1, stranger)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> people.history(person, stranger)).isInstanceOf(NotFound.class);
        }
        assertThat(people.history(person, office.contact())).extracting(HistoryLine::what).contains("submitted.yes");
    }

    @Test
    void aSheetOfAnotherAgencysPeopleIsEmpty() {
        PersonId theirs = region.ready(region.agency(AgencyKind.NAVIGATOR));
        Region.Office office = region.agency(AgencyKind.NAVIGATOR);
        var page = new org.assisterportal.shared.PageOf<>(List.of(theirs), 1, 50, 1);
        assertThat(rosters.sheet(page, office.contact()).lines().rows()).isEmpty();
    }

    @Test
    void theRosterIsSearchedByNameOverSentAndDraftedPeople() {
        Region.Office office = region.agency(AgencyKind.NAVIGATOR);
        PersonId sent = region.person(office);
        var row = Region.row(Region.unique("bea.") + "@example.org");
        row.put(RosterColumn.LAST_NAME, "Torres Bay");
        rosters.keep(null, null, row, office.contact());

        Rosters.Sheet all = rosters.sheet("torres", false, 1, office.contact());
        assertThat(all.lines().total()).isEqualTo(2);
        assertThat(all.changes()).isEqualTo(1);
        assertThat(all.lines().rows()).extracting(line -> line.person()).contains(sent);
        assertThat(rosters.sheet("s b", false, 1, office.contact()).lines().rows()).hasSize(1);
        assertThat(rosters.sheet("Áña bay TORRES", false, 1, office.contact()).lines().rows()).hasSize(1);
        assertThat(rosters.sheet("s%b", false, 1, office.contact()).lines().rows()).isEmpty();
        assertThat(rosters.sheet(null, true, 1, office.contact()).lines().rows()).hasSize(1);
        assertThat(rosters.sheet("nobody", false, 1, office.contact()).lines().rows()).isEmpty();
    }

    private List<PersonId> found(Region.Office office, Group group) {
        return people.find(office.id(), group, 1, office.contact()).rows();
    }
}
