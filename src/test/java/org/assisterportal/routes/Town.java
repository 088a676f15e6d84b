package org.assisterportal.routes;

import org.assisterportal.Region;
import org.assisterportal.access.PortalAccess;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.agency.ContactRole;
import org.assisterportal.agency.Rosters;
import org.assisterportal.carrier.domain.CarrierHand;
import org.assisterportal.consumer.AuthorizationView.Method;
import org.assisterportal.consumer.Authorizations.Agreement;
import org.assisterportal.consumer.Authorizations.Given;
import org.assisterportal.consumer.Authorizations;
import org.assisterportal.consumer.Scope;
import org.assisterportal.consumer.domain.Handiwork;
import org.assisterportal.consumer.domain.Household;
import org.assisterportal.document.domain.Paperwork;
import org.assisterportal.enrollment.domain.Policyholder;
import org.assisterportal.identity.Accounts;
import org.assisterportal.identity.Invitation;
import org.assisterportal.identity.SignedIn;
import org.assisterportal.learning.Learning;
import org.assisterportal.learning.LearningPath;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.PersonId;
import org.assisterportal.shared.Sql;
import org.assisterportal.task.Tasks;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.transaction.support.TransactionTemplate;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import org.assisterportal.plan.ImportReport;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Everybody the route table speaks of, and the things they own; each call makes a town of its own.
 */
@TestComponent
public class Town {
    private static final String COURSE = "assister-portal";

    private final Region region;
    private final Household household;
    private final Accounts accounts;
    private final Rosters rosters;
    private final Learning learning;
    private final Tasks tasks;
    private final PortalAccess access;
    private final Authorizations authorizations;
    private final SessionRepository<? extends Session> sessions;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Handiwork handiwork;
    private final Paperwork paperwork;
    private final Policyholder policyholder;
    private final CarrierHand carrier;

    Town(
            Region region,
            Household household,
            Accounts accounts,
            Rosters rosters,
            Learning learning,
            Tasks tasks,
            PortalAccess access,
            Authorizations authorizations,
            SessionRepository<? extends Session> sessions,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock,
            Handiwork handiwork,
            Paperwork paperwork,
            Policyholder policyholder,
            CarrierHand carrier) {
        this.region = region;
        this.household = household;
        this.accounts = accounts;
        this.rosters = rosters;
        this.learning = learning;
        this.tasks = tasks;
        this.access = access;
        this.authorizations = authorizations;
        this.sessions = sessions;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.handiwork = handiwork;
        this.paperwork = paperwork;
        this.policyholder = policyholder;
        this.carrier = carrier;
    }

    /** One town. */
    public final class People {
        final Region.Office office = region.agency(AgencyKind.NAVIGATOR);
        final Actor officerActor = staff("Olga Officer", Hat.ARC_OFFICER);
        final Visitor officer = Visitor.wearing("an officer", officerActor, "ARC_OFFICER");
        final Visitor administrator =
                Visitor.wearing(
                        "an administrator",
                        staff("Adam Admin", Hat.ADMINISTRATOR),
                        "ADMINISTRATOR");
        final Visitor contact =
                Visitor.wearing(
                        "an authorized contact",
                        office.contact(),
                        "AGENCY_CONTACT",
                        "AGENCY_CONTACT(authorized)");
        final Visitor payer =
                Visitor.wearing(
                        "an unauthorized contact",
                        region.contact(office.id(), ContactRole.PAYMENT_COORDINATOR),
                        "AGENCY_CONTACT");
        final Visitor assister =
                Visitor.wearing(
                        "an assister with access", enrolled(), "ASSISTER", "ASSISTER(access)");
        final Visitor suspended = Visitor.wearing("a suspended assister", suspended(), "ASSISTER");
        final Visitor learner = Visitor.learner(learnerActor(office));
        final Visitor consumer = Visitor.consumer(region.consumer());
        final PersonId person = region.person(office);
        private @Nullable UUID helped;
        final UUID spareContact =
                subject(region.contact(office.id(), ContactRole.PRIVACY_AND_SECURITY));
        final UUID spareOfficer = subject(staff("Oscar Officer", Hat.ARC_OFFICER));

        public Visitor officer() {
            return officer;
        }

        public Visitor administrator() {
            return administrator;
        }

        public Visitor contact() {
            return contact;
        }

        /** A Payment Coordinator: a contact who isn't an authorized one. */
        public Visitor payer() {
            return payer;
        }

        public Visitor consumer() {
            return consumer;
        }

        public Region.Office office() {
            return office;
        }

        public PersonId person() {
            return person;
        }

        List<Visitor> everybody() {
            return List.of(
                    Visitor.NOBODY,
                    learner,
                    consumer,
                    assister,
                    suspended,
                    contact,
                    payer,
                    officer,
                    administrator);
        }

        /** The value of a kind of id, the visitor's own where people have their own. */
        String value(String kind, Visitor visitor) {
            return switch (kind) {
                case "person" -> person.toString();
                case "agency" -> office.id().toString();
                case "contact" -> spareContact.toString();
                case "officer" -> spareOfficer.toString();
                case "submission" ->
                        rosters.submissions(1, office.contact()).rows().getFirst().id().toString();
                case "upload" -> upload().toString();
                case "mail" ->
                        one("SELECT id FROM notification.outbox ORDER BY queued_at DESC LIMIT 1")
                                .toString();
                case "line" -> one("SELECT id FROM audit.line ORDER BY at DESC LIMIT 1").toString();
                case "attempt" -> attempt(visitor).toString();
                case "graded" -> graded(visitor).toString();
                case "course" -> COURSE;
                case "closed" -> "core-curriculum";
                case "lesson" -> lesson();
                case "one" -> "1";
                case "question" -> "year";
                case "of-one" -> "person";
                case "member" -> "self";
                case "other" -> handiwork.member(applicant(visitor));
                case "helped" -> helped().toString();
                case "application" -> application(visitor).toString();
                case "signed" -> handiwork.signed(applicant(visitor)).toString();
                case "proof" -> paperwork.request(applicant(visitor)).toString();
                case "event" -> policyholder.born(applicant(visitor)).toString();
                case "exemption" -> policyholder.exempt(applicant(visitor)).toString();
                case "policy" -> policyholder.policy(applicant(visitor)).toString();
                case "file" -> file(visitor).toString();
                case "proof-looked-at" -> paperwork.lookedAt(officerActor).toString();
                case "proof-to-send" -> paperwork.unsent().toString();
                case "told-policy" -> carrier.sent(1).policy(0);
                case "carrier-file" -> String.valueOf(carrier.sent(1).control());
                case "session" -> session(visitor).toString();
                case "reset" -> reset().toString();
                case "task" -> task();
                case "request" -> request();
                case "mailed" -> mailed();
                case "token" -> "AAAAnoSuchTokenAAAA";
                case "help" -> "portal";
                case "text" -> "text.authorization";
                case "version" -> "2018-01-01";
                case "english" -> "en";
                case "catalog" -> catalog();
                case "import-report" -> report();
                case "helper" -> subject(java.util.Objects.requireNonNull(assister.actor())).toString();
                case "number" -> number();
                case "authorization" -> authorization(visitor).toString();
                case "unique" -> Region.unique("new.");
                case "diary-line" -> diaryLine(visitor).toString();
                case "left-over" -> leftOver(visitor).toString();
                default -> throw new AssertionError("no such kind of id: " + kind);
            };
        }

        /** A version of plans that nobody published, of a year that nothing else is about. */
        private String report() {
            String id = UUID.randomUUID().toString();
            ImportReport report = new ImportReport(2099, null, Map.of(), 0, List.of(), 0, List.of(), List.of(), 0);
            jdbc.sql("INSERT INTO plan.report (id, expires_at, content) VALUES (:id::uuid, now() + interval '1 day', :content)")
                    .param("id", id)
                    .param("content", JsonMapper.builder().build().writeValueAsString(report))
                    .update();
            return id;
        }

        private String catalog() {
            return jdbc.sql(
                            """
                            INSERT INTO plan.catalog (plan_year, number, state, fingerprint, source, plans, variants, benefits, rates, loaded_at, loaded_by)
                            SELECT 2099, coalesce(max(number), 0) + 1, 'LOADED', '', '', 0, 0, 0, 0, now(), 'Town' FROM plan.catalog WHERE plan_year = 2099
                            RETURNING id
                            """)
                    .query(String.class)
                    .single();
        }

        private String number() {
            PersonId helper = new PersonId(subject(java.util.Objects.requireNonNull(assister.actor())));
            return java.util.Objects.requireNonNull(
                    access.of(helper).orElseThrow().referenceNumber());
        }

        /** The consumer's own permission for the assister, newly given; of others there is none. */
        private UUID authorization(Visitor visitor) {
            Actor actor = visitor.actor();
            if (actor == null || !actor.wears(Hat.CONSUMER)) {
                return UUID.randomUUID();
            }
            PersonId helper = new PersonId(subject(java.util.Objects.requireNonNull(assister.actor())));
            var card = authorizations.offer(actor, helper, true).orElseThrow().card();
            String hash = authorizations.words(actor, card, Scope.SEE, Locale.ENGLISH).hash();
            Agreement agreement =
                    new Agreement(helper, Scope.SEE, null, Method.REFERENCE_NUMBER, hash, Locale.ENGLISH);
            return authorizations.give(actor, agreement) instanceof Given.Done done
                    ? done.authorization().id()
                    : UUID.randomUUID();
        }

        /** A consumer who lets the assister with access apply. */
        private synchronized UUID helped() {
            UUID known = helped;
            if (known == null) {
                Actor maria = household.consumer("Maria", "Lopez");
                household.authorize(maria, household.known(java.util.Objects.requireNonNull(assister.actor()), office), Scope.APPLY);
                known = subject(maria);
                helped = known;
            }
            return known;
        }

        /** A draft of the consumer's own; for an assister, of whom they help. */
        private UUID application(Visitor visitor) {
            return handiwork.draft(applicant(visitor)).value();
        }

        /** A file that the visitor sent, or the consumer whom they help. */
        private UUID file(Visitor visitor) {
            Actor actor = visitor.actor();
            return actor != null && actor.equals(assister.actor())
                    ? paperwork.file(applicant(visitor), household.known(actor, office))
                    : paperwork.file(applicant(visitor));
        }

        private Actor applicant(Visitor visitor) {
            Actor actor = visitor.actor();
            return actor != null && actor.wears(Hat.CONSUMER)
                    ? actor
                    : new Actor(null, Hat.CONSUMER, helped(), null, "Maria Lopez");
        }

        private Actor enrolled() {
            return household.assister(office).actor();
        }

        private Actor suspended() {
            Actor actor = enrolled();
            rosters.stop(
                    new PersonId(subject(actor)), Rosters.Stop.PORTAL_ACCESS, office.contact());
            return actor;
        }

        /** A session of the visitor's own, beside the one with which they ask. */
        private UUID session(Visitor visitor) {
            Actor actor = visitor.actor();
            String authority = visitor.authority();
            return actor == null || authority == null
                    ? UUID.randomUUID()
                    : begin(sessions, new SignedIn(actor, null, authority, clock.instant()));
        }

        /** A lost authenticator that waits for a second officer. */
        private UUID reset() {
            UUID reset = UUID.randomUUID();
            jdbc.sql(
                            """
                            INSERT INTO identity.factor_reset
                                (id, account, checked, note, password_too, asked_by, asked_at, expires_at)
                            VALUES (:id, :account, 'IN_PERSON', 'Seen.', false, :by, :now, :now + interval '1 day')
                            """)
                    .param("id", reset)
                    .param("account", staff("Lotte Lost", Hat.ADMINISTRATOR).account())
                    .param("by", spareOfficer)
                    .param("now", Sql.time(clock.instant()))
                    .update();
            return reset;
        }

        private @Nullable String request;
        private @Nullable String mailed;

        /** A request of the assister's that waits for its consumer; an assister may start a few a day. */
        private String request() {
            String known = request;
            if (known == null) {
                String email = Region.unique("maria") + "@families.example";
                household.ask(actor(), "Maria", "Lopez", email, "en", Scope.APPLY);
                known = one("SELECT id FROM consumer.request WHERE email = '" + email + "'").toString();
                request = known;
            }
            return known;
        }

        /** An authorization that was given by mail. */
        private String mailed() {
            String known = mailed;
            if (known == null) {
                known = household.givenByMail(actor(), Region.unique("tom") + "@families.example").toString();
                mailed = known;
            }
            return known;
        }

        private Actor actor() {
            return java.util.Objects.requireNonNull(assister.actor());
        }

        /** An open task about something that nobody disputed. */
        private String task() {
            UUID subject = UUID.randomUUID();
            transaction.executeWithoutResult(
                    status ->
                            tasks.open(
                                    "disputed", subject, Map.of("authorization", "1"),
                                    LocalDate.of(2090, 1, 1), Actor.SYSTEM));
            return one("SELECT id FROM task.task WHERE subject = '" + subject + "'").toString();
        }

        /** A line that an assister left in the consumer's own diary. */
        private UUID diaryLine(Visitor visitor) {
            Actor actor = visitor.actor();
            if (actor == null || !actor.wears(Hat.CONSUMER)) {
                return UUID.randomUUID();
            }
            Household.Assister ana = household.assister(office);
            household.authorize(actor, ana, Scope.APPLY);
            return handiwork.look(ana, actor);
        }

        /** What an assister had typed for the consumer when the authority ended. */
        private UUID leftOver(Visitor visitor) {
            UUID left = UUID.randomUUID();
            Actor actor = visitor.actor();
            if (actor != null && actor.wears(Hat.CONSUMER)) {
                handiwork.leave(left, actor, java.util.Map.of("phone", "612-555-0177"));
            }
            return left;
        }

        UUID upload() {
            byte[] file =
                    rosters.export(office.contact())
                            .replaceFirst("Duluth", "Ely")
                            .getBytes(StandardCharsets.UTF_8);
            rosters.upload("roster.csv", file, office.contact());
            return rosters.preview(1, office.contact()).orElseThrow().id();
        }

        private UUID attempt(Visitor visitor) {
            Actor actor = visitor.actor();
            if (actor == null
                    || actor.subject() == null
                    || visitor.called().contains("AGENCY_CONTACT")
                    || visitor.called().contains("CONSUMER")
                    || isStaff(actor)) {
                return UUID.randomUUID();
            }
            region.pass(new PersonId(subject(actor)), COURSE, 1, 20);
            return ((Learning.AttemptStart.Started) learning.start(actor, COURSE)).attempt();
        }

        private UUID graded(Visitor visitor) {
            UUID attempt = attempt(visitor);
            Actor actor = visitor.actor();
            if (actor != null
                    && (visitor == learner || visitor == assister || visitor == suspended)) {
                learning.submit(actor, attempt);
            }
            return attempt;
        }
    }

    private static <S extends Session> UUID begin(SessionRepository<S> sessions, SignedIn who) {
        S session = sessions.createSession();
        session.setAttribute("SPRING_SECURITY_CONTEXT", new SecurityContextImpl(who));
        sessions.save(session);
        return who.handle();
    }

    public People people() {
        return new People();
    }

    /** A contact of another agency. */
    Visitor strangerContact() {
        return Visitor.wearing(
                "another agency's contact",
                region.agency(AgencyKind.NAVIGATOR).contact(),
                "AGENCY_CONTACT",
                "AGENCY_CONTACT(authorized)");
    }

    /** Somebody else's assister, with access. */
    Visitor strangerAssister() {
        return Visitor.wearing(
                "another assister",
                household.assister(region.agency(AgencyKind.NAVIGATOR)).actor(),
                "ASSISTER",
                "ASSISTER(access)");
    }

    Visitor strangerConsumer() {
        return Visitor.consumer(region.consumer());
    }

    Visitor strangerLearner() {
        return Visitor.learner(learnerActor(region.agency(AgencyKind.NAVIGATOR)));
    }

    private Actor learnerActor(Region.Office office) {
        return new Actor(null, null, region.person(office).value(), null, "Lena Learner");
    }

    private Actor staff(String name, Hat hat) {
        EmailAddress email = new EmailAddress(Region.unique("staff.") + "@example.org");
        Invitation invitation =
                new Invitation(email, name, hat, null, null, "the marketplace", "the marketplace");
        transaction.executeWithoutResult(
                status -> accounts.invite(List.of(invitation), Actor.SYSTEM));
        UUID account = accounts.byEmail(email).orElseThrow().value();
        return new Actor(account, hat, account, null, name);
    }

    private String lesson() {
        Actor someone = learnerActor(region.agency(AgencyKind.CAC));
        if (learning.path(someone) instanceof LearningPath.Open open) {
            return open.courses().stream()
                    .filter(course -> course.code().equals(COURSE))
                    .findFirst()
                    .orElseThrow()
                    .lessons()
                    .getFirst()
                    .slug();
        }
        throw new AssertionError("the courses are closed");
    }

    private UUID one(String sql) {
        return jdbc.sql(sql).query(UUID.class).single();
    }

    private static boolean isStaff(Actor actor) {
        return actor.hat() == Hat.ARC_OFFICER || actor.hat() == Hat.ADMINISTRATOR;
    }

    private static UUID subject(Actor actor) {
        return java.util.Objects.requireNonNull(actor.subject());
    }
}
