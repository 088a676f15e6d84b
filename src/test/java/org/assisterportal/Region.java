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
import org.assisterportal.identity.Accounts;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.AgencyId;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.Minnesota;
import org.assisterportal.shared.PersonId;
import org.springframework.boot.test.context.TestComponent;

/** Makes agencies, contacts and people through the product's own acts, each with a name of its own. */
@TestComponent
public class Region {
    private static final AtomicInteger COUNTER = new AtomicInteger();

    private final Agencies agencies;
    private final Rosters rosters;
    private final Accounts accounts;
    private final Clock clock;

    Region(Agencies agencies, Rosters rosters, Accounts accounts, Clock clock) {
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

    public Office agency(AgencyKind kind) {
        var today = Minnesota.today(clock);
        AgencyId id = agencies.create(unique("Lakes Health "), kind, today.minusDays(30), today.plusYears(3), officer());
        return new Office(id, contact(id, ContactRole.AGENCY_ADMINISTRATOR));
    }

    public Actor contact(AgencyId agency, ContactRole role) {
        EmailAddress email = new EmailAddress(unique("contact.") + "@example.org");
        UUID contact = agencies.inviteContact(agency, "Carla Contact", email, Set.of(role), officer());
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

    public void submit(Actor contact) {
        var review = rosters.review(contact);
        var sent = rosters.submit(review.version(), Set.of(), true, contact);
        if (!(sent instanceof Rosters.Sent.Done)) {
            throw new AssertionError(sent.toString());
        }
    }
}
