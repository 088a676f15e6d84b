package org.assisterportal.access.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.assisterportal.MarketplaceTest;
import org.assisterportal.Region;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.shared.PersonId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MarketplaceTest
class ProjectionCheckTests {
    @Autowired private Region region;
    @Autowired private ProjectionCheck check;
    @Autowired private JdbcClient jdbc;

    @Test
    void aRowThatDiffersFromTheFactsIsReportedAndMended() {
        PersonId person = region.ready(region.agency(AgencyKind.NAVIGATOR));
        check.check();
        jdbc.sql("UPDATE access.projection SET state = 'ACTIVE' WHERE person = :id").param("id", person.value()).update();

        ProjectionCheck.Found found = check.check();
        assertThat(found.differences()).singleElement().asString().startsWith(person.value() + ": ACTIVE").contains("-> READY");
        assertThat(check.check().differences()).isEmpty();
        assertThat(found.people()).isPositive();
    }
}
