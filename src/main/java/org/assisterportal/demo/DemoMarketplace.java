package org.assisterportal.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.assisterportal.access.AccessDesk;
import org.assisterportal.agency.Agencies;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.agency.ContactRole;
import org.assisterportal.agency.RosterColumn;
import org.assisterportal.agency.RosterRecord;
import org.assisterportal.agency.RosterRecords;
import org.assisterportal.agency.Rosters;
import org.assisterportal.certification.BackgroundResult;
import org.assisterportal.certification.Certifications;
import org.assisterportal.consumer.Proposals;
import org.assisterportal.identity.Accounts;
import org.assisterportal.identity.ActivationView;
import org.assisterportal.identity.Activations;
import org.assisterportal.identity.Invitation;
import org.assisterportal.learning.DemoLearning;
import org.assisterportal.notification.SignedLinks;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.AgencyId;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.Minnesota;
import org.assisterportal.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Fills an empty demo with made-up agencies and people in every state of the procedure, through the product's acts. */
@Component
@Order(DemoMarketplace.FILLED)
@Profile("demo")
class DemoMarketplace implements ApplicationRunner {
    /** After this, the people are there. */
    static final int FILLED = 10;

    static final String PASSWORD = "violet tractor hums below nine clouds";
    private static final String PORTAL = "assister-portal";

    private final Agencies agencies;
    private final Rosters rosters;
    private final Accounts accounts;
    private final Activations activations;
    private final SignedLinks links;
    private final DemoLearning learning;
    private final Certifications certifications;
    private final AccessDesk desk;
    private final RosterRecords records;
    private final Proposals proposals;
    private final DemoConsumers consumers;
    private final DemoBook book;
    private final DemoFilling filling;
    private final Clock clock;

    DemoMarketplace(
            Agencies agencies,
            Rosters rosters,
            Accounts accounts,
            Activations activations,
            SignedLinks links,
            DemoLearning learning,
            Certifications certifications,
            AccessDesk desk,
            RosterRecords records,
            Proposals proposals,
            DemoConsumers consumers,
            DemoBook book,
            DemoFilling filling,
            Clock clock) {
        this.agencies = agencies;
        this.rosters = rosters;
        this.accounts = accounts;
        this.activations = activations;
        this.links = links;
        this.learning = learning;
        this.certifications = certifications;
        this.desk = desk;
        this.records = records;
        this.proposals = proposals;
        this.consumers = consumers;
        this.book = book;
        this.filling = filling;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        filling.once(() -> agencies.list(null, 1).total() == 0, this::fill);
    }

    private void fill() {
        staff("Adam Admin", "adam@portal.example", Hat.ADMINISTRATOR);
        Actor olga = staff("Olga Officer", "olga@portal.example", Hat.ARC_OFFICER);
        staff("Oscar Officer", "oscar@portal.example", Hat.ARC_OFFICER);

        LocalDate today = Minnesota.today(clock);
        AgencyId lakes =
                agencies.create("Lake Superior Navigators", AgencyKind.NAVIGATOR, today.minusMonths(8), today.plusYears(2), olga);
        Actor carla = contact(lakes, "Carla Contact", "carla@lakes.example", ContactRole.AGENCY_ADMINISTRATOR, olga);
        contact(lakes, "Pia Privacy", "pia@lakes.example", ContactRole.PRIVACY_AND_SECURITY, olga);
        AgencyId prairie =
                agencies.create("Prairie Clinic Counselors", AgencyKind.CAC, today.minusMonths(3), today.plusYears(1), olga);
        Actor colin = contact(prairie, "Colin Contact", "colin@prairie.example", ContactRole.SIGNATURE_AUTHORITY, olga);
        agencies.create("Bluff Country Assisters", AgencyKind.NAVIGATOR, today.minusYears(2), today.minusDays(20), olga);

        Person ana = add(carla, "Ana", "Torres", "English; Spanish", true);
        Person ben = add(carla, "Ben", "Olson", "English", true);
        Person cleo = add(carla, "Cleo", "Vang", "English; Hmong", true);
        Person dan = add(carla, "Dan", "Warsame", "English; Somali", true);
        Person eva = add(carla, "Eva", "Lindqvist-Bartholomew-Nakamura", "English; Swedish; Japanese", true);
        Person gina = add(carla, "Gina", "Kowalski", "English; Polish", true);
        Person kim = add(carla, "Kim", "Schmidt", "English; German", true);
        Person lou = add(carla, "Lou", "Beaulieu", "English; French", true);
        add(carla, "Noor", "Hassan", "English; Oromo", false);
        Person hana = add(colin, "Hana", "Novak", "English; Czech", true);
        Person ivan = add(colin, "Ivan", "Little", "English; Ojibwe", true);
        Person mo = add(colin, "Mo", "Nguyen", "English; Vietnamese", true);
        add(colin, "Jo", "Peterson", "English", false);
        submit(carla);
        submit(colin);

        for (Person person : List.of(ana, ben, cleo, dan, gina, ivan, kim, lou, mo)) {
            certify(person, olga);
            learning.takeAssessment(person.learner(), PORTAL, 17);
        }
        learning.study(eva.learner(), PORTAL, 3);
        learning.takeAssessment(hana.learner(), "data-security-ethics", 9);
        learning.takeAssessment(hana.learner(), PORTAL, 13);

        desk.enroll(List.of(ana.id(), cleo.id(), dan.id(), kim.id(), lou.id(), mo.id()), olga);
        activate(Hat.ASSISTER, ana.id().value(), ana.email());
        activate(Hat.ASSISTER, dan.id().value(), dan.email());
        activate(Hat.ASSISTER, lou.id().value(), lou.email());
        activate(Hat.ASSISTER, mo.id().value(), mo.email());
        consumers.ofActive(ana.id(), olga);
        consumers.ofSuspended(dan.id());
        consumers.ofMoving(mo.id());
        consumers.alone();
        desk.close(kim.id(), "Moved out of state.", olga);
        rosters.stop(lou.id(), Rosters.Stop.PORTAL_ACCESS, carla);
        rosters.keep(lou.id(), null, row("Lou", "Beaulieu", "English; French", true), carla);
        move(mo, colin, carla);
        submit(carla);
        desk.reinstate(mo.id(), "Works for another agency now.", olga);
        rosters.stop(dan.id(), Rosters.Stop.PORTAL_ACCESS, carla);
        proposals.add(dan.id(), ana.id(), carla);
        desk.hold(gina.id(), "The name on the background study differs from the roster.", olga);
        add(carla, "Finn", "Unsent", "English; Finnish", true);
    }

    /** Somebody on a demo roster. */
    private record Person(PersonId id, String email, Actor learner) {}

    private Actor staff(String name, String email, Hat hat) {
        String office = hat == Hat.ARC_OFFICER ? "the Assister Resource Center" : "the marketplace";
        EmailAddress address = new EmailAddress(email);
        accounts.invite(
                List.of(new Invitation(address, name, hat, null, null, office, "the marketplace")), Actor.SYSTEM);
        UUID account = accounts.byEmail(address).orElseThrow().value();
        UUID subject = accounts.hats(accounts.byEmail(address).orElseThrow()).getFirst().subject();
        activate(hat, subject, email);
        return new Actor(account, hat, subject, null, name);
    }

    private Actor contact(AgencyId agency, String name, String email, ContactRole role, Actor officer) {
        EmailAddress address = new EmailAddress(email);
        UUID contact = agencies.inviteContact(agency, name, address, Set.of(role), officer).id();
        activate(Hat.AGENCY_CONTACT, contact, email);
        UUID account = accounts.byEmail(address).orElseThrow().value();
        return new Actor(account, Hat.AGENCY_CONTACT, contact, agency.value(), name);
    }

    private static String email(String first) {
        return first.toLowerCase(java.util.Locale.ROOT) + "@assisters.example";
    }

    private static Map<RosterColumn, String> row(String first, String last, String languages, boolean approved) {
        String name = first + " " + last;
        Map<RosterColumn, String> row = new EnumMap<>(RosterColumn.class);
        row.put(RosterColumn.FIRST_NAME, first);
        row.put(RosterColumn.LAST_NAME, last);
        row.put(RosterColumn.PHONE, "612-555-0123");
        row.put(RosterColumn.EMAIL, email(first));
        row.put(RosterColumn.STREET, "12 Made-up Street");
        row.put(RosterColumn.CITY, "Duluth");
        row.put(RosterColumn.STATE, "MN");
        row.put(RosterColumn.ZIP, "55802");
        row.put(RosterColumn.EMPLOYMENT, "Active");
        row.put(RosterColumn.PORTAL_ACCESS, approved ? "Yes" : "No");
        row.put(RosterColumn.DISPLAY_NAME, name);
        row.put(RosterColumn.PUBLIC_PHONE, "218-555-0100");
        row.put(RosterColumn.PUBLIC_EMAIL, "office@assisters.example");
        row.put(RosterColumn.BUSINESS_ADDRESS, "1 Made-up Avenue, Duluth, MN 55802");
        row.put(RosterColumn.LANGUAGES, languages);
        row.put(RosterColumn.COUNTIES, "Carlton; Lake; St. Louis");
        row.put(RosterColumn.IN_DIRECTORY, "Yes");
        return row;
    }

    private Person add(Actor contact, String first, String last, String languages, boolean approved) {
        String name = first + " " + last;
        if (rosters.keep(null, null, row(first, last, languages, approved), contact) instanceof Rosters.Kept.Done kept) {
            return new Person(kept.person(), email(first), new Actor(null, null, kept.person().value(), null, name));
        }
        throw new IllegalStateException("the demo's row of " + name + " is refused");
    }

    /** Leaves the one agency, and is drafted by the other one under the same Training ID. */
    private void move(Person person, Actor from, Actor to) {
        RosterRecord record = Objects.requireNonNull(records.of(List.of(person.id())).get(person.id()));
        rosters.stop(person.id(), Rosters.Stop.EMPLOYMENT, from);
        Map<RosterColumn, String> row = row(record.name().first(), record.name().last(), "English; Vietnamese", true);
        row.put(RosterColumn.TRAINING_ID, record.trainingIdIfAny().orElseThrow());
        if (!(rosters.keep(null, null, row, to) instanceof Rosters.Kept.Done)) {
            throw new IllegalStateException("the demo's move of " + person.email() + " is refused");
        }
    }

    private void submit(Actor contact) {
        rosters.submit(rosters.review(contact).version(), Set.of(), true, contact);
    }

    private void certify(Person person, Actor officer) {
        learning.takeAssessment(person.learner(), "data-security-ethics", 9);
        learning.takeAssessment(person.learner(), "core-curriculum", 10);
        certifications.recordBackground(
                person.id(), BackgroundResult.CLEARED, Minnesota.today(clock).minusDays(3), "", officer);
    }

    private void activate(Hat hat, UUID subject, String email) {
        @Nullable ActivationView link = accounts.activation(hat, subject).orElse(null);
        if (link == null) {
            throw new IllegalStateException("the demo's invitation of " + email + " has no link");
        }
        if (activations.look(links.token("activation", link.id(), link.expiresAt()))
                instanceof Activations.Link.Usable usable) {
            byte[] prepared = activations.prepare(usable.activation(), PASSWORD);
            String secret = activations.secret(prepared).text();
            book.keep(email, secret);
            activations.complete(prepared, book.codeOf(secret));
        }
    }
}
