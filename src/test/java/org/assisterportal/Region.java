package org.assisterportal;

import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.assisterportal.agency.Agencies;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.agency.ContactRole;
import org.assisterportal.agency.RosterColumn;
import org.assisterportal.agency.Rosters;
import org.assisterportal.certification.BackgroundResult;
import org.assisterportal.certification.Certifications;
import org.assisterportal.identity.AccountKind;
import org.assisterportal.identity.Accounts;
import org.assisterportal.identity.ConsumerAccounts;
import org.assisterportal.identity.TermsOfUse;
import org.assisterportal.learning.LearningProgressed;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.AgencyId;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.Minnesota;
import org.assisterportal.shared.PersonId;
import org.assisterportal.shared.PersonName;
import org.assisterportal.shared.Sql;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes agencies, contacts and people through the product's own acts, each with a name of its own. */
@TestComponent
public class Region {
    public static final String PASSWORD = "violet tractor hums below nine clouds";
    private static final AtomicInteger COUNTER = new AtomicInteger();

    private final Agencies agencies;
    private final Rosters rosters;
    private final Accounts accounts;
    private final Certifications certifications;
    private final ConsumerAccounts consumers;
    private final TermsOfUse terms;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Region(
            Agencies agencies,
            Rosters rosters,
            Accounts accounts,
            Certifications certifications,
            ConsumerAccounts consumers,
            TermsOfUse terms,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.certifications = certifications;
        this.consumers = consumers;
        this.terms = terms;
        this.jdbc = jdbc;
        this.events = events;
        this.transaction = transaction;
        this.agencies = agencies;
        this.rosters = rosters;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** An agency with one authorized contact. */
    public record Office(AgencyId id, Actor contact) {}

    public static String unique(String start) {
        return start + COUNTER.incrementAndGet() + "x" + Long.toString(System.nanoTime(), 36);
    }

    public static Actor officer() {
        UUID account = UUID.randomUUID();
        return new Actor(account, Hat.ARC_OFFICER, account, null, "Olga Officer");
    }

    /** A consumer with an account and no authenticator. */
    public Actor consumer() {
        return consumer(unique("maria.") + "@example.org");
    }

    public Actor consumer(String email) {
        ConsumerAccounts.Opened opened =
                consumers.open(
                        new EmailAddress(email), null, new PersonName("Maria", "Lopez"), PASSWORD,
                        terms.inForce(AccountKind.CONSUMER));
        if (opened instanceof ConsumerAccounts.Opened.Done done) {
            return done.grant().actor(done.name());
        }
        throw new AssertionError(opened.toString());
    }

    public Office agency(AgencyKind kind) {
        var today = Minnesota.today(clock);
        AgencyId id = agencies.create(unique("Lakes Health "), kind, today.minusDays(30), today.plusYears(3), officer());
        return new Office(id, contact(id, ContactRole.AGENCY_ADMINISTRATOR));
    }

    public Actor contact(AgencyId agency, ContactRole role) {
        EmailAddress email = new EmailAddress(unique("contact.") + "@example.org");
        UUID contact = agencies.inviteContact(agency, "Carla Contact", email, Set.of(role), officer()).id();
        UUID account = accounts.byEmail(email).orElseThrow().value();
        return new Actor(account, Hat.AGENCY_CONTACT, contact, agency.value(), "Carla Contact");
    }

    /** A complete row with Portal Access Yes. */
    public static Map<RosterColumn, String> row(String email) {
        Map<RosterColumn, String> row = new EnumMap<>(RosterColumn.class);
        row.put(RosterColumn.FIRST_NAME, "Ana");
        row.put(RosterColumn.LAST_NAME, "Torres");
        row.put(RosterColumn.PHONE, "(612) 555-0123");
        row.put(RosterColumn.EMAIL, email);
        row.put(RosterColumn.STREET, "12 Elm Street");
        row.put(RosterColumn.CITY, "Duluth");
        row.put(RosterColumn.STATE, "MN");
        row.put(RosterColumn.ZIP, "55802");
        row.put(RosterColumn.EMPLOYMENT, "Active");
        row.put(RosterColumn.PORTAL_ACCESS, "Yes");
        row.put(RosterColumn.DISPLAY_NAME, "Ana Torres");
        row.put(RosterColumn.PUBLIC_PHONE, "612-555-0100");
        row.put(RosterColumn.PUBLIC_EMAIL, "info@lakes.example.org");
        row.put(RosterColumn.BUSINESS_ADDRESS, "1 Main Street, Duluth, MN 55802");
        row.put(RosterColumn.LANGUAGES, "English; Spanish");
        row.put(RosterColumn.COUNTIES, "St. Louis; Carlton");
        row.put(RosterColumn.IN_DIRECTORY, "Yes");
        return row;
    }

    /** Somebody on the office's submitted roster. */
    public PersonId person(Office office) {
        return person(office, unique("ana.") + "@example.org");
    }

    public PersonId person(Office office, String email) {
        var kept = rosters.keep(null, null, row(email), office.contact());
        submit(office.contact());
        return ((Rosters.Kept.Done) kept).person();
    }

    /** Records that the person did the course's lessons and passed its assessment now, as the Learning Center would. */
    public void pass(PersonId person, String course, int points, int outOf) {
        transaction.executeWithoutResult(
                status -> {
                    var now = Sql.time(clock.instant());
                    jdbc.sql("INSERT INTO learning.training_done VALUES (:p, :c, :now) ON CONFLICT DO NOTHING")
                            .param("p", person.value()).param("c", course).param("now", now).update();
                    jdbc.sql(
                                    "INSERT INTO learning.attempt (id, person, course, started_at, out_of, graded_at, points,"
                                            + " pass_mark, passed) VALUES (gen_random_uuid(), :p, :c, :now, :of, :now, :points,"
                                            + " 70, :passed)")
                            .param("p", person.value()).param("c", course).param("now", now).param("of", outOf)
                            .param("points", points).param("passed", points * 10 >= outOf * 7).update();
                    events.publishEvent(
                            new LearningProgressed(person, course, points * 10 >= outOf * 7, clock.instant()));
                });
    }

    public void passCertificationCourses(PersonId person) {
        pass(person, "data-security-ethics", 10, 10);
        pass(person, "core-curriculum", 10, 10);
    }

    public void certify(PersonId person) {
        passCertificationCourses(person);
        certifications.recordBackground(
                person, BackgroundResult.CLEARED, Minnesota.today(clock), "", officer());
    }

    /** Somebody who meets all four requirements. */
    public PersonId ready(Office office) {
        PersonId person = person(office);
        certify(person);
        pass(person, "assister-portal", 14, 20);
        return person;
    }

    public void submit(Actor contact) {
        var review = rosters.review(contact);
        var sent = rosters.submit(review.version(), Set.of(), true, contact);
        if (!(sent instanceof Rosters.Sent.Done)) {
            throw new AssertionError(sent.toString());
        }
    }
}
