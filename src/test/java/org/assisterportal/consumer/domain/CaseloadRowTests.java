package org.assisterportal.consumer.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.assisterportal.MarketplaceTest;
import org.assisterportal.Region;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.consumer.CaseRow.Waits;
import org.assisterportal.consumer.Caseload;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.Profile.Address;
import org.assisterportal.consumer.Scope;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.EmailAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The row that list and search read says what authority, consumer and address say, after everything that changes one of them. */
@MarketplaceTest
class CaseloadRowTests {
    private static final String MADE_OF =
            """
            SELECT a.consumer, a.assister, a.agency, a.scope, a.valid_until, c.first_name || ' ' || c.last_name, c.sort_name,
                   c.birth_date, c.email, c.phone, CASE WHEN d.confidential IS FALSE THEN d.street || ' ' || d.city || ' ' || d.zip ELSE '' END,
                   c.case_status, c.case_waits, c.case_next, c.case_due, c.last_activity, c.closed_at
              FROM consumer.authority a JOIN consumer.consumer c ON c.id = a.consumer
              LEFT JOIN consumer.address d ON d.consumer = a.consumer
            """;

    @Autowired Household household;
    @Autowired Region region;
    @Autowired ConsumerTable consumers;
    @Autowired AuthorizationTable authorizations;
    @Autowired Caseload caseload;
    @Autowired JdbcClient jdbc;

    private Household.Assister ana;
    private Actor maria;
    private ConsumerId id;

    @BeforeEach
    void oneConsumer() {
        ana = household.assister(region.agency(AgencyKind.NAVIGATOR));
        maria = household.consumer("Maria", "Lopez");
        id = ConsumerId.of(maria);
    }

    @AfterEach
    void nothingDiffers() {
        assertThat(all("(" + MADE_OF + ") EXCEPT TABLE consumer.caseload")).isEmpty();
        assertThat(all("TABLE consumer.caseload EXCEPT (" + MADE_OF + ")")).isEmpty();
    }

    private List<String> all(String rows) {
        return household.inTransaction(() -> jdbc.sql("SELECT r::text FROM (" + rows + ") r").query(String.class).list());
    }

    private String said(String column) {
        return household.inTransaction(
                () ->
                        jdbc.sql("SELECT coalesce((SELECT (" + column + ")::text FROM consumer.caseload WHERE consumer = :id), 'no row')")
                                .param("id", id.value())
                                .query(String.class)
                                .single());
    }

    private void does(Runnable work) {
        household.inTransaction(
                () -> {
                    work.run();
                    return true;
                });
    }

    private void lives(String street, boolean confidential) {
        does(() -> consumers.address(id, new Address(street, "Duluth", "MN", "55802", "St. Louis", confidential), true));
    }

    @Test
    void itIsThereFromTheYesToItsEnd() {
        assertThat(said("name")).isEqualTo("no row");
        household.authorize(maria, ana, Scope.SEE);
        assertThat(said("name || ' ' || scope")).isEqualTo("Maria Lopez SEE");
        household.authorize(maria, ana, Scope.APPLY);
        assertThat(said("scope")).isEqualTo("APPLY");
        does(() -> authorizations.prolong(id, Instant.parse("2031-01-01T06:00:00Z")));
        assertThat(said("valid_until = '2031-01-01T06:00:00Z'")).isEqualTo("true");
        household.end(maria);
        assertThat(said("name")).isEqualTo("no row");
    }

    @Test
    void itFollowsTheConsumer() {
        household.authorize(maria, ana, Scope.APPLY);
        does(() -> consumers.opened(id, null, "Maria", "Hassan", Region.unique("hassan.") + "@example.org", "en"));
        assertThat(said("name || ' ' || sort_name")).isEqualTo("Maria Hassan Hassan, Maria");
        String email = Region.unique("new.") + "@example.org";
        does(() -> consumers.reached(id, new EmailAddress(email)));
        assertThat(said("email")).isEqualTo(email);
        does(() -> caseload.progress(id, "STARTED", "CONTINUE", Waits.CONSUMER, LocalDate.of(2026, 12, 1)));
        assertThat(said("case_status || case_next || case_waits || case_due")).isEqualTo("STARTEDCONTINUECONSUMER2026-12-01");
        does(() -> consumers.closed(id));
        assertThat(said("closed_at IS NOT NULL")).isEqualTo("true");
    }

    @Test
    void anAddressIsInItOnlyWhileAHelperMaySeeIt() {
        lives("1 Elm Street", false);
        household.authorize(maria, ana, Scope.APPLY);
        assertThat(said("address")).isEqualTo("1 Elm Street Duluth 55802");
        lives("2 Oak Street", true);
        assertThat(said("address")).isEmpty();
        lives("3 Lake Street", false);
        assertThat(said("address")).isEqualTo("3 Lake Street Duluth 55802");
        does(() -> consumers.noAddress(id));
        assertThat(said("address")).isEmpty();
        household.end(maria);
        lives("4 Secret Street", true);
        household.authorize(maria, ana, Scope.APPLY);
        assertThat(said("address")).isEmpty();
    }

    @Test
    void itFollowsWhatIsChangedInTheAssistersHat() {
        household.authorize(maria, ana, Scope.APPLY);
        household.as(
                ana.actor(),
                () ->
                        household.inTransaction(
                                () -> {
                                    jdbc.sql("UPDATE consumer.consumer SET phone = '218-555-0123' WHERE id = :id").param("id", id.value()).update();
                                    consumers.address(id, new Address("5 Elm Street", "Ely", "MN", "55731", "St. Louis", false), false);
                                    caseload.progress(id, "STARTED", "SIGN", Waits.ASSISTER, null);
                                    return true;
                                }));
        assertThat(said("phone || ' ' || address || ' ' || case_next")).isEqualTo("218-555-0123 5 Elm Street Ely 55731 SIGN");
    }

    @Test
    void anAssisterFindsTheirOwnOnlyAndGivesItToNobody() {
        household.authorize(maria, ana, Scope.APPLY);
        Household.Assister ben = household.assister(ana.office());
        household.authorize(household.consumer("Tom", "Olson"), ben, Scope.APPLY);
        assertThat(household.as(ana.actor(), () -> all("SELECT name FROM consumer.caseload"))).containsExactly("(\"Maria Lopez\")");
        for (String change : List.of("assister = '" + ben.person() + "'", "email = 'mine@example.org'", "valid_until = 'infinity'")) {
            assertThatThrownBy(() -> household.as(ana.actor(), () -> changed(change))).isInstanceOf(DataAccessException.class);
        }
        UUID own = Objects.requireNonNull(maria.subject());
        assertThat(household.as(ben.actor(), () -> changed("name = 'Somebody' WHERE consumer = '" + own + "'"))).isZero();
    }

    private int changed(String what) {
        return household.inTransaction(() -> jdbc.sql("UPDATE consumer.caseload SET " + what).update());
    }
}
