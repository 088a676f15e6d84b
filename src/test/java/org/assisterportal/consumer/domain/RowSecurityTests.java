package org.assisterportal.consumer.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assisterportal.MarketplaceTest;
import org.assisterportal.Region;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.consumer.Scope;
import org.assisterportal.shared.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The second wall: queries whose author forgot the guard, in the assister's hat. */
@MarketplaceTest
class RowSecurityTests {
    @Autowired Household household;
    @Autowired Region region;
    @Autowired JdbcClient jdbc;

    private Household.Assister ana;
    private Actor maria;

    @BeforeEach
    void oneAssisterTwoConsumers() {
        ana = household.assister(region.agency(AgencyKind.NAVIGATOR));
        maria = household.consumer("Maria", "Lopez");
        household.authorize(maria, ana, Scope.APPLY);
        Household.Assister ben = household.assister(ana.office());
        household.authorize(household.consumer("Tom", "Olson"), ben, Scope.APPLY);
    }

    private List<String> all(String query) {
        return household.inTransaction(() -> jdbc.sql(query).query(String.class).list());
    }

    @Test
    void aForgottenGuardFindsTheAssistersOwnConsumersOnly() {
        assertThat(household.as(ana.actor(), () -> all("SELECT first_name FROM consumer.consumer"))).containsExactly("Maria");
        assertThat(household.as(ana.actor(), () -> all("SELECT consumer::text FROM consumer.authority")))
                .containsExactly(String.valueOf(maria.subject()));
        assertThat(household.as(ana.actor(), () -> all("SELECT name FROM consumer.caseload"))).containsExactly("Maria Lopez");
        household.end(maria);
        assertThat(household.as(ana.actor(), () -> all("SELECT first_name FROM consumer.consumer"))).isEmpty();
        assertThat(household.as(ana.actor(), () -> all("SELECT name FROM consumer.caseload"))).isEmpty();
        assertThat(household.as(ana.actor(), () -> all("SELECT act FROM consumer.diary"))).isEmpty();
        assertThat(household.as(ana.actor(), () -> all("SELECT number::text FROM consumer.authorization_end"))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT consumer_name FROM consumer.authorization_given", "SELECT content::text FROM consumer.left_over",
                "SELECT said FROM consumer.dispute", "SELECT kind FROM task.task", "SELECT act FROM audit.line"
            })
    void whatNoAssisterEverReadsIsClosed(String query) {
        assertThatThrownBy(() -> household.as(ana.actor(), () -> all(query))).isInstanceOf(DataAccessException.class);
    }

    @Test
    void aConnectionKeepsNothingOfTheRequestBefore() {
        for (int i = 0; i < 30; i++) {
            household.as(ana.actor(), () -> all("SELECT 1::text"));
            assertThat(all("SELECT current_user::text || coalesce(current_setting('assisterportal.assister', true), '')"))
                    .containsExactly("app");
        }
    }

    @Test
    void theRoleWithoutAnAssisterFindsNothing() {
        List<String> found =
                household.inTransaction(
                        () -> {
                            jdbc.sql("SELECT set_config('role', 'app_assister', true)").query(String.class).single();
                            return jdbc.sql("SELECT first_name FROM consumer.consumer UNION ALL SELECT name FROM consumer.caseload")
                                    .query(String.class)
                                    .list();
                        });
        assertThat(found).isEmpty();
    }

    @Test
    void everyTableOfConsumersHasForcedRowSecurityAndTheRolesOwnNothing() {
        assertThat(
                        all(
                                """
                                SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                                 WHERE n.nspname = 'consumer' AND c.relkind = 'r'
                                   AND has_table_privilege('app_assister', c.oid, 'SELECT')
                                   AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
                                """))
                .isEmpty();
        assertThat(all("SELECT relname FROM pg_class WHERE pg_get_userbyid(relowner) IN ('app', 'app_assister')")).isEmpty();
    }
}
