package org.assisterportal.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.UUID;
import org.assisterportal.MarketplaceTest;
import org.assisterportal.Region;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.agency.Rosters;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.Minnesota;
import org.assisterportal.shared.NotFound;
import org.assisterportal.shared.PersonId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MarketplaceTest
class LearnersTests {
    @Autowired private Learning learning;
    @Autowired private Region region;
    @Autowired private Rosters rosters;
    @Autowired private JdbcClient jdbc;
    @Autowired private Clock clock;

    @ParameterizedTest
    @EnumSource(value = Hat.class, names = "ASSISTER", mode = EnumSource.Mode.EXCLUDE)
    void coursesDoNotExistForAnyOtherHat(Hat hat) {
        Actor other = new Actor(UUID.randomUUID(), hat, UUID.randomUUID(), null, "Somebody Else");
        assertThatThrownBy(() -> learning.path(other)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> learning.start(other, "tiny")).isInstanceOf(NotFound.class);
    }

    @Test
    void coursesDoNotExistForTheSystemItself() {
        assertThatThrownBy(() -> learning.open(Actor.SYSTEM, "tiny", "one")).isInstanceOf(NotFound.class);
    }

    private static Actor learner(PersonId person) {
        return new Actor(null, null, person.value(), null, "Ana Torres");
    }

    @Test
    void aRunningSessionOpensNothingMoreOnceItsPersonIsInactive() {
        Region.Office lakes = region.agency(AgencyKind.NAVIGATOR);
        PersonId ana = region.person(lakes);
        assertThat(learning.path(learner(ana))).isInstanceOf(LearningPath.Open.class);
        rosters.stop(ana, Rosters.Stop.EMPLOYMENT, lakes.contact());
        assertClosed(learner(ana));
    }

    @Test
    void aRunningSessionOpensNothingMoreAfterTheLastDayOfTheAgencysContract() {
        Region.Office lakes = region.agency(AgencyKind.CAC);
        PersonId ana = region.person(lakes);
        assertThat(learning.path(learner(ana))).isInstanceOf(LearningPath.Open.class);
        jdbc.sql("UPDATE agency.contract SET last_day = :yesterday WHERE agency = :agency")
                .param("yesterday", Minnesota.today(clock).minusDays(1))
                .param("agency", lakes.id().value())
                .update();
        assertClosed(learner(ana));
    }

    private void assertClosed(Actor learner) {
        assertThat(learning.path(learner)).isInstanceOf(LearningPath.Closed.class);
        assertThatThrownBy(() -> learning.start(learner, "data-security-ethics")).isInstanceOf(NotFound.class);
    }
}
