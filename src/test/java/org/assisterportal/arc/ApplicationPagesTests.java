package org.assisterportal.arc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.shared.PersonId;
import org.assisterportal.MarketplaceTest;
import org.assisterportal.Region;
import org.assisterportal.agency.ContactRole;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Applications;
import org.assisterportal.application.Hand;
import org.assisterportal.application.Question;
import org.assisterportal.application.Spot;
import org.assisterportal.application.domain.NoticeHand;
import org.assisterportal.consumer.Scope;
import org.assisterportal.consumer.domain.Handiwork;
import org.assisterportal.consumer.domain.Household;
import org.assisterportal.routes.Caller;
import org.assisterportal.routes.Town;
import org.assisterportal.routes.Visitor;
import org.assisterportal.shared.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A signed application as ARC officers find, read and determine it again. */
@MarketplaceTest
class ApplicationPagesTests {
    @Autowired private Caller caller;
    @Autowired private Town town;
    @Autowired private Region region;
    @Autowired private Household household;
    @Autowired private Handiwork handiwork;
    @Autowired private Applications applications;
    @Autowired private NoticeHand job;
    @Autowired private JdbcClient jdbc;
    @Autowired private FlywayConnectionDetails owner;

    private Town.People people;
    private Visitor officer;
    private String last;
    private Actor zoe;
    private ApplicationId id;

    @BeforeEach
    void aSignedApplication() {
        people = town.people();
        officer = people.officer();
        // Letters only, so that the name is found as a word.
        last = "Ümlauf" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
        zoe = household.consumer("Zoë", last);
        handiwork.answered(zoe);
        Spot ssn = new Spot(Question.SSN, "self");
        applications.save(new Hand.Own(zoe), handiwork.application(zoe), ssn, Map.of("has", "YES", "ssn", "123-45-6789"), 1, false);
        id = handiwork.signed(zoe);
        job.work();
    }

    private String at(String more) {
        return "/arc/applications/" + id + more;
    }

    private String search(String term) {
        return caller.post(officer, "/arc/applications", "q=" + URLEncoder.encode(term, StandardCharsets.UTF_8)).body();
    }

    private String reference() {
        return String.valueOf(
                jdbc.sql("SELECT reference FROM application.application WHERE id = :id").param("id", id.value()).query(Long.class).single());
    }

    private List<String> lines(String act) {
        return jdbc.sql("SELECT facts::text || coalesce(subject::text, '') || refused FROM audit.line WHERE act = :act AND account = :who")
                .param("act", act)
                .param("who", Objects.requireNonNull(officer.actor()).account())
                .query(String.class)
                .list();
    }

    /** Everybody of whom something was shown. */
    private List<UUID> shown(String act) {
        return jdbc.sql("SELECT unnest(shown) FROM audit.line WHERE act = :act AND account = :who")
                .param("act", act)
                .param("who", Objects.requireNonNull(officer.actor()).account())
                .query(UUID.class)
                .list();
    }

    @Test
    void itIsFoundByNumberAndByHowNamesBegin() {
        assertThat(search(reference())).contains(at(""), last);
        assertThat(search(reference().substring(0, 4) + " " + reference().substring(4))).contains(at(""));
        assertThat(search("zoe " + last.replace("Ü", "u").substring(0, last.length() - 1))).as("folded and begun").contains(at(""));
        assertThat(search("Maria " + last)).as("every word has to fit").contains("No signed application has this number or name");
        assertThat(search("%")).contains("No signed application has this number or name").doesNotContain("??");
        assertThat(lines("application.searched")).hasSize(5).noneMatch(line -> line.contains(last));
        assertThat(shown("application.searched")).as("three times found").containsExactly(zoe.subject(), zoe.subject(), zoe.subject());
    }

    @Test
    void theListSaysEachVersionsYearAndWhichCountsNoMore() {
        assertThat(search(last)).contains("Plan year", ">" + applications.years().getFirst() + "</td>").doesNotContain("A later one counts");
        handiwork.changed(zoe, new Spot(Question.INCOME, "self"), Map.of("kind-1", "WAGES", "amount-1", "500", "frequency-1", "MONTHLY"));
        job.work();
        assertThat(search(last).split("A later one counts", -1)).as("one of two").hasSize(2);
        assertThat(search(reference())).as("the first one").contains("A later one counts");
    }

    @Test
    void itIsReadAsItWasSignedRuleByRuleWithTheLastFourDigitsOnly() {
        String page = caller.get(officer, at("")).body();
        assertThat(page).as("in its head").containsPattern(", plan year \\d{4}, version 1, signed ");
        assertThat(page)
                .contains("1412 Superior Street", "Wages, before taxes", "$1,250, Every two weeks")
                .contains("Signed by", "still has this hash", "ends in 6789", "Version of")
                .contains("42 CFR 435.603(f)", "of the poverty guideline", "For MinnesotaCare counted together")
                .contains("version 1", "Run again")
                .doesNotContain("123-45", "123456789", "??");
        assertThat(lines("application.dossier-shown")).hasSize(1).allMatch(line -> line.contains(String.valueOf(zoe.subject())));
    }

    @Test
    void runningAgainSaysSameAndSaysSoWhenItIsNot() {
        assertThat(caller.post(officer, at("/again"), "").body()).contains("The same: every answer").doesNotContain("??");
        assertThat(lines("application.determined-again")).hasSize(1);
        // As if a rule had been stored differently than it is applied now; only the owner of the tables could.
        forge("UPDATE application.determination SET answers = replace(answers, '\"verdict\":\"YES\"', '\"verdict\":\"NO\"') WHERE application = '" + id + "'");
        assertThat(caller.post(officer, at("/again"), "").body()).contains("Different: the answers of 1 person are not").doesNotContain("The same: every", "??");
        forge("UPDATE application.determination SET rules = '2026-none' WHERE application = '" + id + "'");
        assertThat(caller.post(officer, at("/again"), "").body()).contains("It cannot be determined again", "2026-none").doesNotContain("??");
    }

    @Test
    void aTextThatIsNotTheOneThatWasSignedIsTold() {
        forge("UPDATE application.signature SET content = content || 'x' WHERE application = '" + id + "'");
        assertThat(caller.get(officer, at("")).body()).contains("does not have this hash any more").doesNotContain("still has this hash");
    }

    private void forge(String sql) {
        try (var connection = DriverManager.getConnection(owner.getJdbcUrl(), owner.getUsername(), owner.getPassword());
                var statement = connection.createStatement()) {
            String table = sql.split(" ")[1];
            statement.execute("ALTER TABLE " + table + " NO FORCE ROW LEVEL SECURITY");
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
            statement.execute("ALTER TABLE " + table + " FORCE ROW LEVEL SECURITY");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anOfficerWhomItConcernsIsRefusedAndARefusalIsRecorded() {
        String email = jdbc.sql("SELECT email_key FROM identity.account WHERE id = :id").param("id", Objects.requireNonNull(officer.actor()).account()).query(String.class).single();
        household.inTransaction(() -> jdbc.sql("UPDATE consumer.consumer SET email = :email WHERE id = :id").param("email", email).param("id", zoe.subject()).update());
        for (String page : List.of("", "/determination.json")) {
            assertThat(caller.get(officer, at(page)).body()).contains("This application is your own, or that of somebody").doesNotContain("Superior Street", "POVERTY", "of the poverty");
        }
        Caller.Answer json = caller.get(officer, at("/determination.json"));
        assertThat(json.status()).isEqualTo(403);
        assertThat(json.response().headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(caller.post(officer, at("/again"), "").body()).contains("This application is your own, or that of somebody").doesNotContain("The same");
        assertThat(lines("application.dossier-shown")).hasSize(4).allMatch(line -> line.endsWith("true") && line.contains("own"));
        assertThat(search(reference())).contains("For a colleague").doesNotContain(at(""), last);
        assertThat(shown("application.searched")).isEmpty();
    }

    @Test
    void anAgencysContactWhoIsAnOfficerIsRefusedForWhomTheirAgencyHelps() {
        Household.Assister ana = household.assister(people.office());
        household.authorize(zoe, ana, Scope.SEE);
        assertThat(caller.get(officer, at("")).body()).as("nobody of theirs").contains("Superior Street");
        Actor both = region.contact(people.office().id(), ContactRole.PAYMENT_COORDINATOR);
        jdbc.sql("UPDATE identity.hat SET account = :account WHERE subject = :subject").param("account", Objects.requireNonNull(officer.actor()).account()).param("subject", both.subject()).update();
        assertThat(caller.get(officer, at("")).body()).contains("This application is your own, or that of somebody").doesNotContain("Superior Street");
    }

    @Test
    void theDeterminationIsReadByMachinesInItsDocumentedFields() {
        Caller.Answer answer = caller.get(officer, at("/determination.json"));
        assertThat(answer.response().headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        JsonNode file = JsonMapper.builder().build().readTree(answer.body());
        assertThat(file.propertyNames())
                .containsExactly(
                        "format", "application", "applicationNumber", "version", "signedAt", "answersSha256", "rules", "planYear", "day",
                        "people", "taxHouseholds");
        JsonNode person = file.get("people").get(0);
        assertThat(person.propertyNames())
                .containsExactly("key", "name", "program", "verdict", "programs", "month", "year", "taxHousehold", "costSharing");
        assertThat(person.get("program").stringValue()).isEqualTo("TAX_CREDIT");
        assertThat(person.get("programs").get(0).get("findings").get(0).propertyNames())
                .containsExactly("rule", "citation", "result", "decides", "message", "text");
        assertThat(person.get("year").get("income").decimalValue()).isEqualByComparingTo("32500.00");
        assertThat(file.get("taxHouseholds").get(0).get("contributionMonthly").isNumber()).isTrue();
        assertThat(answer.body()).doesNotContain("6789", "Superior Street");
    }

    /** The person of a roster is the officer: both have one address. */
    private void officerIs(PersonId person) {
        jdbc.sql("UPDATE agency.person SET email_key = (SELECT email_key FROM identity.account WHERE id = :account) WHERE id = :person")
                .param("account", Objects.requireNonNull(officer.actor()).account())
                .param("person", person.value())
                .update();
    }

    private void nobodyIsTheOfficer(PersonId person) {
        jdbc.sql("UPDATE agency.person SET email_key = :other WHERE id = :person").param("other", UUID.randomUUID() + "@example.org").param("person", person.value()).update();
    }

    @Test
    void anOfficerWhoEverHelpedAConsumerIsRefused() {
        Household.Assister ana = household.assister(region.agency(AgencyKind.NAVIGATOR));
        household.authorize(zoe, ana, Scope.SEE);
        household.end(zoe);
        assertThat(caller.get(officer, at("")).body()).as("somebody else did").contains("Superior Street");
        officerIs(ana.person());
        try {
            assertThat(caller.get(officer, at("")).body()).contains("This application is your own, or that of somebody").doesNotContain("Superior Street");
        } finally {
            nobodyIsTheOfficer(ana.person());
        }
    }

    @Test
    void anOfficerOnTheRosterOfTheHelpingAgencyIsRefusedWhileItHelps() {
        Region.Office office = region.agency(AgencyKind.NAVIGATOR);
        PersonId beside = region.ready(office);
        officerIs(beside);
        try {
            assertThat(caller.get(officer, at("")).body()).as("nobody helps").contains("Superior Street");
            household.authorize(zoe, household.assister(office), Scope.SEE);
            assertThat(caller.get(officer, at("")).body()).contains("This application is your own, or that of somebody");
            household.end(zoe);
            assertThat(caller.get(officer, at("")).body()).as("and not after").contains("Superior Street");
        } finally {
            nobodyIsTheOfficer(beside);
        }
    }
}
