package org.assisterportal.consumer.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.assisterportal.Region;
import org.assisterportal.access.AccessDesk;
import org.assisterportal.access.PortalAccess;
import org.assisterportal.agency.RosterColumn;
import org.assisterportal.agency.Rosters;
import org.assisterportal.consumer.AuthorizationView;
import org.assisterportal.consumer.AuthorizationView.Method;
import org.assisterportal.consumer.Authorizations;
import org.assisterportal.consumer.Authorizations.Agreement;
import org.assisterportal.consumer.Authorizations.Given;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.HelperCard;
import org.assisterportal.consumer.MailedConfirmations;
import org.assisterportal.consumer.MailedConfirmations.Confirmation;
import org.assisterportal.consumer.MailedRequests;
import org.assisterportal.consumer.Place;
import org.assisterportal.consumer.Scope;
import org.assisterportal.embedded.Mailbox;
import org.assisterportal.identity.Accounts;
import org.assisterportal.identity.HatActivated;
import org.assisterportal.identity.HatGrant;
import org.assisterportal.identity.SignedIn;
import org.assisterportal.notification.Postman;
import org.assisterportal.notification.SignedLinks;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.PersonId;
import org.assisterportal.shared.Sql;
import org.assisterportal.task.TaskView;
import org.assisterportal.task.Tasks;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes consumers, active assisters and authorizations between them through the product's own acts. */
@TestComponent
public class Household {
    private final Region region;
    private final AccessDesk desk;
    private final PortalAccess access;
    private final Accounts accounts;
    private final Authorizations authorizations;
    private final ConsumerTable table;
    private final Rosters rosters;
    private final MailedRequests requests;
    private final MailedConfirmations confirmations;
    private final RequestMailing mailing;
    private final SignedLinks links;
    private final Ending ending;
    private final Postman postman;
    private final Mailbox mailbox;
    private final Tasks tasks;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Household(
            Region region, AccessDesk desk, PortalAccess access, Accounts accounts, Authorizations authorizations,
            ConsumerTable table, Rosters rosters, MailedRequests requests, MailedConfirmations confirmations,
            RequestMailing mailing, SignedLinks links, Ending ending, Postman postman, Mailbox mailbox, Tasks tasks, JdbcClient jdbc, ApplicationEventPublisher events, TransactionTemplate transaction,
            Clock clock) {
        this.region = region;
        this.desk = desk;
        this.access = access;
        this.accounts = accounts;
        this.authorizations = authorizations;
        this.table = table;
        this.rosters = rosters;
        this.requests = requests;
        this.confirmations = confirmations;
        this.mailing = mailing;
        this.links = links;
        this.ending = ending;
        this.postman = postman;
        this.mailbox = mailbox;
        this.tasks = tasks;
        this.jdbc = jdbc;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Somebody with access to the portal, as who is signed in. */
    public record Assister(PersonId person, Actor actor, Region.Office office, String referenceNumber) {}

    /** An assister of this office who has been enrolled and has activated the account. */
    public Assister assister(Region.Office office) {
        PersonId person = region.ready(office);
        desk.enroll(List.of(person), Region.officer());
        HatGrant grant =
                Objects.requireNonNull(accounts.grants(Hat.ASSISTER, List.of(person.value())).get(person.value()));
        transaction.executeWithoutResult(
                status -> {
                    jdbc.sql("UPDATE identity.hat SET activated_at = now() WHERE hat = 'ASSISTER' AND subject = :subject")
                            .param("subject", person.value())
                            .update();
                    events.publishEvent(new HatActivated(grant.account(), Hat.ASSISTER, person.value(), clock.instant()));
                });
        String number = access.of(person).orElseThrow().referenceNumber();
        return new Assister(person, grant.actor("Ana Torres"), office, number == null ? "" : number);
    }

    /** Somebody with access who was enrolled elsewhere. */
    public Assister known(Actor actor, Region.Office office) {
        PersonId person = new PersonId(Objects.requireNonNull(actor.subject()));
        String number = access.of(person).orElseThrow().referenceNumber();
        return new Assister(person, actor, office, number == null ? "" : number);
    }

    /** A consumer without an account of their own, as who is signed in. */
    public Actor consumer(String first, String last) {
        return consumer(first, last, Region.unique("consumer.") + "@example.org");
    }

    /** The same at this address. */
    public Actor consumer(String first, String last, String email) {
        ConsumerId id = new ConsumerId(UUID.randomUUID());
        transaction.executeWithoutResult(
                status -> table.opened(id, null, first, last, email, "en"));
        return new Actor(id.value(), Hat.CONSUMER, id.value(), null, first + " " + last);
    }

    public AuthorizationView authorize(Actor consumer, Assister assister, Scope scope) {
        return ((Given.Done) give(consumer, assister, scope, null)).authorization();
    }

    /** Ends whatever is in force; false when nothing is. */
    public boolean end(Actor consumer) {
        return authorizations.now(consumer).map(now -> authorizations.end(consumer, now.authorization().id())).orElse(false);
    }

    /** Agrees to the words as they are now. */
    public Given give(Actor consumer, Assister assister, Scope scope, @Nullable LocalDate until) {
        HelperCard card = authorizations.offer(consumer, assister.person(), true).orElseThrow().card();
        String hash = authorizations.words(consumer, card, scope, Locale.ENGLISH).hash();
        return authorizations.give(
                consumer,
                new Agreement(assister.person(), scope, until, Method.REFERENCE_NUMBER, hash, Locale.ENGLISH));
    }

    /** A request by mail, from the assister's own browser. */
    public MailedRequests.Asked ask(Actor assister, String first, String last, String email, String language, Scope scope) {
        Map<String, String> form =
                Map.of("first-name", first, "last-name", last, "email", email, "language", language, "scope", scope.name());
        return as(assister, () -> requests.ask(assister, form, new Place("192.0.2.1", "Assister's browser", List.of(), assister)));
    }

    /** Sends the mails of requests that wait. */
    public void sendRequests() {
        mailing.sweep();
    }

    /** What somebody finds in the newest mail of a request. */
    public record Mailed(String token, String code) {}

    /** Sends what waits, and reads the address' newest mail with a link. */
    public Mailed mailed(String email) {
        mailing.sweep();
        String text = newestMail(email, "/confirm/");
        return new Mailed(
                text.replaceAll("(?s).*/confirm/([A-Za-z0-9_-]+).*", "$1"),
                text.replaceAll("(?s).*(?:type this code there|escriba allí este código): ([A-Z0-9]{8}).*", "$1"));
    }

    /** An authorization that Maria Lopez gave by mail, on her phone; its id. */
    public UUID givenByMail(Actor assister, String email) {
        return givenByMail(assister, email, new Place("198.51.100.7", "Maria's phone", List.of(), null));
    }

    public UUID givenByMail(Actor assister, String email, Place place) {
        ask(assister, "Maria", "Lopez", email, "en", Scope.APPLY);
        Mailed mail = mailed(email);
        if (confirmations.look(mail.token(), Scope.APPLY, Locale.ENGLISH, place) instanceof MailedConfirmations.Look.Open open) {
            confirmations.confirm(
                    mail.token(), new Confirmation(mail.code(), Scope.APPLY, open.words().hash(), Locale.ENGLISH), place);
        }
        return authorizations.history(without(email)).getFirst().id();
    }

    /** Confirms the address' newest request as its mail would let somebody, which isn't delivered for it. */
    public MailedConfirmations.Confirmed confirm(String email) {
        mailing.sweep();
        Place place = new Place("198.51.100.7", "Maria's phone", List.of(), null);
        SignedLinks.Opened link =
                inTransaction(
                        () ->
                                jdbc.sql("SELECT id, expires_at FROM consumer.request WHERE email = :email ORDER BY asked_at DESC LIMIT 1")
                                        .param("email", email)
                                        .query((row, number) -> new SignedLinks.Opened(Sql.uuid(row, "id"), Sql.instant(row, "expires_at")))
                                        .single());
        String token = links.token(ConsumerMails.REQUEST, link.id(), link.expires());
        String code = links.code(ConsumerMails.REQUEST, link.id(), links.open(ConsumerMails.REQUEST, token).orElseThrow().expires());
        return confirmations.look(token, Scope.APPLY, Locale.ENGLISH, place) instanceof MailedConfirmations.Look.Open open
                ? confirmations.confirm(token, new Confirmation(code, Scope.APPLY, open.words().hash(), Locale.ENGLISH), place)
                : new MailedConfirmations.Confirmed.Closed(MailedConfirmations.Why.EXPIRED);
    }

    /** The text of the address' newest mail with these words; empty when there is none. */
    public String newestMail(String email, String words) {
        mailing.sweep();
        postman.deliverAll();
        return mailbox.newest(email, 10).stream()
                .map(Mailbox.Received::text)
                .filter(text -> text.contains(words))
                .findFirst()
                .orElse("");
    }

    /** What time does: reminders, and ends of what is over. */
    public void whatIsDue() {
        mailing.remind();
        ending.sweep();
        mailing.purge();
    }

    /** The consumer without an account at this address. */
    public Actor without(String email) {
        UUID id =
                inTransaction(
                        () ->
                                jdbc.sql("SELECT id FROM consumer.consumer WHERE email = :email AND closed_at IS NULL")
                                        .param("email", email)
                                        .query(UUID.class)
                                        .single());
        return new Actor(null, Hat.CONSUMER, id, null, "Maria Lopez");
    }

    /** Portal Access No, at once. */
    public void stop(Assister assister) {
        rosters.stop(assister.person(), Rosters.Stop.PORTAL_ACCESS, assister.office().contact());
    }

    /** The agency proposes somebody to the consumers of one of its people. */
    public void propose(Assister instead, Assister proposed) {
        transaction.executeWithoutResult(
                status ->
                        jdbc.sql("INSERT INTO consumer.proposal VALUES (:instead, :agency, :proposed, 'Carla Contact', now())")
                                .param("instead", instead.person().value())
                                .param("agency", instead.office().id().value())
                                .param("proposed", proposed.person().value())
                                .update());
    }

    /** Approved again by the agency, and reinstated by the ARC. */
    public void bringBack(Assister assister) {
        rosters.keep(assister.person(), null, Region.row(email(assister.person())), assister.office().contact());
        region.submit(assister.office().contact());
        desk.reinstate(assister.person(), "Approved again", Region.officer());
    }

    /** Leaves the office, and is taken over by another one. */
    public Assister move(Assister assister, Region.Office to) {
        rosters.stop(assister.person(), Rosters.Stop.EMPLOYMENT, assister.office().contact());
        Map<RosterColumn, String> row = Region.row(email(assister.person()));
        row.put(RosterColumn.TRAINING_ID, access.of(assister.person()).orElseThrow().roster().trainingIdIfAny().orElseThrow());
        rosters.keep(null, null, row, to.contact());
        region.submit(to.contact());
        desk.reinstate(assister.person(), "Works for another agency", Region.officer());
        return new Assister(assister.person(), assister.actor(), to, assister.referenceNumber());
    }

    /** Another public phone, and the rest of the Public-Facing Information as it is. */
    public Map<RosterColumn, String> publicInformation(Assister assister) {
        Map<RosterColumn, String> row = Region.row(email(assister.person()));
        row.put(RosterColumn.PUBLIC_PHONE, "612-555-0199");
        return row;
    }

    /** The open task of this kind and subject. */
    public TaskView task(String kind, UUID subject) {
        UUID id =
                inTransaction(
                        () ->
                                jdbc.sql("SELECT id FROM task.task WHERE kind = :kind AND subject = :subject AND done_at IS NULL")
                                        .param("kind", kind)
                                        .param("subject", subject)
                                        .query(UUID.class)
                                        .single());
        return tasks.find(id, Region.officer()).orElseThrow();
    }

    /** The roster's e-mail. */
    public String email(PersonId person) {
        return inTransaction(
                () ->
                        jdbc.sql("SELECT email_key FROM agency.person WHERE id = :id")
                                .param("id", person.value())
                                .query(String.class)
                                .single());
    }

    public <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    /** Does the work as it is done in a request of this person. */
    public <T> T as(Actor actor, Supplier<T> work) {
        var before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(
                new SecurityContextImpl(
                        new SignedIn(actor, "", Objects.requireNonNull(actor.hat()).authority(), clock.instant())));
        try {
            return work.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
