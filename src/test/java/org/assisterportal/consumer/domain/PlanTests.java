package org.assisterportal.consumer.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assisterportal.MarketplaceTest;
import org.assisterportal.Region;
import org.assisterportal.Statements;
import org.assisterportal.access.AccessStanding;
import org.assisterportal.access.PortalAccess;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.agency.Listings;
import org.assisterportal.consumer.Authorizations;
import org.assisterportal.consumer.Caseload;
import org.assisterportal.consumer.Casework;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.Diary;
import org.assisterportal.consumer.Guard;
import org.assisterportal.consumer.Scope;
import org.assisterportal.shared.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The plans of the very statements that dashboard, search, workspace, guard, directory and Assister Details send, with their values and
 * in their role, among some thousand consumers and assisters: none reads a table that grows as a whole. All is rolled back.
 */
@MarketplaceTest
class PlanTests {
    private static final int ASSISTERS = 3_000;
    private static final int CONSUMERS = 2;
    private static final Set<String> GROWING =
            Set.of("consumer", "address", "authorization_given", "authorization_end", "authority", "caseload", "diary", "person", "entry");
    private static final Set<String> AGENCYS = Set.of("person", "entry", "agency");
    /** With those that they are joined with, whose numbers the planner has to know too. */
    private static final List<String> LOADED = Stream.concat(GROWING.stream(), Stream.of("agency")).toList();
    private static final Pattern SCAN = Pattern.compile("\"Node Type\": \"Seq Scan\"[^{}]*?\"Relation Name\": \"(\\w+)\"");

    @Autowired Household household;
    @Autowired Region region;
    @Autowired PortalAccess access;
    @Autowired Caseload caseload;
    @Autowired Casework casework;
    @Autowired Guard guard;
    @Autowired Diary diary;
    @Autowired Authorizations authorizations;
    @Autowired Listings listings;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired FlywayConnectionDetails owner;

    private static final List<String> MANY =
            List.of(
                    "CREATE TEMP TABLE many ON COMMIT DROP AS SELECT gen_random_uuid() AS assister, n FROM generate_series(1, :assisters) n",
                    """
                    INSERT INTO agency.person (id, training_id, email_key, agency, sort_name, created_at)
                    SELECT assister, NULL, 'many' || n || '@many.example', :agency, 'Many' || n || ', Ana', now() FROM many
                    """,
                    """
                    INSERT INTO agency.entry
                    SELECT gen_random_uuid(), m.assister, e.agency, e.submission, e.valid_from, NULL, 'Ana', 'Many' || m.n, e.phone,
                        'many' || m.n || '@many.example', e.street, e.city, e.state, e.zip, true, true,
                        substr(md5(m.n::text), 1, 6) || ' ' || substr(md5(m.n || 'x'), 1, 9), e.public_phone, e.public_email,
                        e.business_address, e.languages, e.counties, true
                      FROM many m, (SELECT * FROM agency.entry WHERE person = :ana AND valid_until IS NULL) e
                    """,
                    """
                    CREATE TEMP TABLE more ON COMMIT DROP AS SELECT gen_random_uuid() AS consumer, gen_random_uuid() AS given,
                        gen_random_uuid() AS ended, assister, n * 10 + k AS n FROM many, generate_series(1, :consumers) k
                    """,
                    """
                    INSERT INTO consumer.consumer (id, first_name, last_name, sort_name, email, last_activity, created_at)
                    SELECT consumer, 'Maria', 'Many' || n, 'Many' || n || ', Maria', 'many' || n || '@many.example', now(), now() FROM more
                    """,
                    """
                    INSERT INTO consumer.address (consumer, street, city, state, zip, county, confidential)
                    SELECT consumer, n || ' Elm Street', 'Duluth', 'MN', '55802', 'St. Louis', false FROM more
                    """,
                    given("given"),
                    given("ended"),
                    """
                    INSERT INTO consumer.authorization_end (authorization_id, number, assister, ended_at, reason)
                    SELECT g.id, g.number, g.assister, now(), 'REPLACED' FROM more JOIN consumer.authorization_given g ON g.id = ended
                    """,
                    """
                    INSERT INTO consumer.authority (consumer, assister, agency, authorization_id, number, scope, since)
                    SELECT g.consumer, g.assister, g.agency, g.id, g.number, g.scope, now() FROM more
                      JOIN consumer.authorization_given g ON g.id = given
                    """,
                    """
                    INSERT INTO consumer.diary (id, consumer, at, act, look, facts, by_hat, by_name, by_person, authorization_id)
                    SELECT gen_random_uuid(), consumer, now(), 'consumer.profile-shown', true, '{}', 'ASSISTER', 'Ana Torres', assister, given
                      FROM more
                    """);

    private static String given(String id) {
        return """
                INSERT INTO consumer.authorization_given (id, consumer, assister, agency, scope, method, text_version, text_language,
                    text_hash, consumer_name, assister_name, agency_name, reference_number, assister_status, agency_status,
                    receipt_code, given_at)
                SELECT %s, consumer, assister, :agency, 'APPLY', 'DIRECTORY', '2018-01-01', 'en', '', '', '', '', '', '', '',
                    %s::text, now() FROM more
                """
                .formatted(id, id);
    }

    @Test
    void noStatementOfTheDashboardSearchWorkspaceGuardOrAssisterDetailsReadsAGrowingTableAsAWhole() {
        Household.Assister ana = household.assister(region.agency(AgencyKind.NAVIGATOR));
        Actor maria = household.consumer("Maria", "Lopez");
        household.authorize(maria, ana, Scope.APPLY);
        may("GRANT MAINTAIN ON %s TO app");
        try {
            transaction.executeWithoutResult(
                    status -> {
                        status.setRollbackOnly();
                        load(ana);
                        assertThat(scanned(Statements.explained(() -> jdbc.sql("SELECT count(*) FROM consumer.authority").query(Long.class).single())))
                                .as("this test sees a table that is read as a whole")
                                .containsValue("authority");
                        assertThat(scanned(Statements.explained(() -> consumersPages(maria, ana)))).as("as a consumer").isEmpty();
                        assertThat(Statements.explained(() -> listings.find(new Listings.Wanted("", "", "", "wilhelmena zakariassen"), 0, 20)))
                                .as("a name in the directory, and those most like it")
                                .hasSize(2)
                                .allSatisfy(said -> assertThat(said.plan()).contains("entry_listed_named"));
                        wear(ana);
                        List<Statements.Said> said = Statements.explained(() -> household.as(ana.actor(), () -> pages(ana, maria)));
                        assertThat(said).hasSizeGreaterThan(10);
                        assertThat(scanned(said)).as("as an assister").isEmpty();
                    });
        } finally {
            may("REVOKE MAINTAIN ON %s FROM app");
        }
    }

    private void load(Household.Assister ana) {
        for (String statement : MANY) {
            jdbc.sql(statement)
                    .param("assisters", ASSISTERS)
                    .param("consumers", CONSUMERS)
                    .param("agency", ana.office().id().value())
                    .param("ana", ana.person().value())
                    .update();
        }
        LOADED.forEach(table -> jdbc.sql("ANALYZE " + schema(table)).update());
    }

    private static String schema(String table) {
        return (AGENCYS.contains(table) ? "agency." : "consumer.") + table;
    }

    /** What each transaction of an assister's request begins with. */
    private void wear(Household.Assister ana) {
        jdbc.sql("SELECT set_config('role', 'app_assister', true) || set_config('assisterportal.assister', :me, true)")
                .param("me", ana.person().toString())
                .query(String.class)
                .single();
    }

    private void consumersPages(Actor maria, Household.Assister ana) {
        authorizations.find(maria, ana.referenceNumber(), Region.unique("network "));
        authorizations.offer(maria, ana.person(), false);
        authorizations.now(maria);
        authorizations.history(maria);
        diary.own(maria, true, 1);
        authorizations.check("BCDFGHJKMNPQ", Region.unique("network "));
    }

    private boolean pages(Household.Assister ana, Actor maria) {
        AccessStanding standing = access.enter(ana.actor());
        for (Caseload.Filter filter : Caseload.Filter.values()) {
            for (Caseload.Order order : Caseload.Order.values()) {
                assertThat(caseload.list(ana.actor(), standing, filter, order, 1).counts().all()).isEqualTo(1);
            }
        }
        caseload.ended(standing, 1);
        assertThat(caseload.search(ana.actor(), standing, "Lopes").rows()).hasSize(1);
        guard.hold(ana.actor(), ConsumerId.of(maria), Scope.APPLY);
        var granted = (Guard.Decision.Granted) guard.decide(ana.actor(), ConsumerId.of(maria), Scope.SEE);
        casework.show(granted.acting());
        return diary.of(granted.acting(), true, 1).rows().isEmpty();
    }

    /** The growing tables that were read as a whole, by the statements that did. */
    private static Map<String, String> scanned(List<Statements.Said> said) {
        Map<String, String> scanned = new java.util.HashMap<>();
        for (Statements.Said one : said) {
            SCAN.matcher(one.plan())
                    .results()
                    .map(found -> found.group(1))
                    .filter(GROWING::contains)
                    .forEach(table -> scanned.put(one.sql(), table));
        }
        return scanned;
    }

    private void may(String sql) {
        LOADED.forEach(
                table -> {
                    try (var connection =
                                    DriverManager.getConnection(
                                            Objects.requireNonNull(owner.getJdbcUrl()), owner.getUsername(), owner.getPassword());
                            var statement = connection.createStatement()) {
                        statement.execute(sql.formatted(schema(table)));
                    } catch (java.sql.SQLException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }
}
