package org.assisterportal.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.assisterportal.MarketplaceTest;
import org.assisterportal.Region;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.agency.Rosters;
import org.assisterportal.shared.PersonId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One person's facts come by one statement, many people's by one statement a module: the answer is the same. */
@MarketplaceTest
class OneAndManyTests {
    @Autowired PortalAccess access;
    @Autowired AccessDesk desk;
    @Autowired Rosters rosters;
    @Autowired Region region;

    @Test
    void aPersonIsJudgedAlikeAloneAndAmongOthers() {
        Region.Office office = region.agency(AgencyKind.NAVIGATOR);
        PersonId untrained = region.person(office);
        PersonId failed = region.person(office);
        region.certify(failed);
        region.pass(failed, "assister-portal", 13, 20);
        PersonId enrolled = region.ready(office);
        desk.enroll(List.of(enrolled), Region.officer());
        PersonId stopped = region.ready(office);
        rosters.stop(stopped, Rosters.Stop.EMPLOYMENT, office.contact());

        List<PersonId> everybody = List.of(untrained, failed, enrolled, stopped);
        Map<PersonId, AccessStanding> together = access.of(everybody);

        for (PersonId person : everybody) {
            AccessStanding alone = access.of(person).orElseThrow();
            AccessStanding among = together.get(person);
            assertThat(alone)
                    .usingRecursiveComparison()
                    .as("of all the facts and the answers")
                    .isEqualTo(among);
        }
        assertThat(access.of(failed).orElseThrow().transcript().course("assister-portal").bestPoints()).isEqualTo(13);
        assertThat(access.of(enrolled).orElseThrow().state()).isEqualTo(AccessState.ENROLLED);
    }
}
