package org.assisterportal.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assisterportal.MarketplaceTest;
import org.assisterportal.TestTime.MovableClock;
import org.assisterportal.identity.HeldForms.Form;
import org.assisterportal.identity.HeldForms.Owner;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MarketplaceTest
class HeldFormPurgeTests {
    @Autowired private HeldFormTable forms;
    @Autowired private JdbcClient jdbc;
    @Autowired private MovableClock clock;

    @Test
    void aFormWhoseHourIsOverIsDeletedAlthoughNobodyKeepsAnother() {
        Owner ana = new Owner(UUID.randomUUID().toString(), UUID.randomUUID().toString());
        forms.keep("browser", ana, new Form("/amp/people", Map.of("first-name", List.of("Ana")), true));
        clock.travel(Duration.ofMinutes(59));
        forms.purge();
        assertThat(rows(ana)).isEqualTo(1);
        clock.travel(Duration.ofMinutes(2));
        forms.purge();
        assertThat(rows(ana)).isZero();
    }

    private long rows(Owner owner) {
        return jdbc.sql("SELECT count(*) FROM identity.held_form WHERE hat = :hat")
                .param("hat", owner.hat())
                .query(Long.class)
                .single();
    }
}
