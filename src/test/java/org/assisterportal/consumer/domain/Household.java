package org.assisterportal.consumer.domain;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.assisterportal.Region;
import org.assisterportal.access.AccessDesk;
import org.assisterportal.access.PortalAccess;
import org.assisterportal.consumer.AuthorizationView;
import org.assisterportal.consumer.AuthorizationView.Method;
import org.assisterportal.consumer.Authorizations;
import org.assisterportal.consumer.Authorizations.Agreement;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.HelperCard;
import org.assisterportal.consumer.Scope;
import org.assisterportal.identity.Accounts;
import org.assisterportal.identity.HatActivated;
import org.assisterportal.identity.SignedIn;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.PersonId;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.util.function.Supplier;

/** Makes consumers, active assisters and authorizations between them through the product's own acts. */
@TestComponent
public class Household {
    private final Region region;
    private final AccessDesk desk;
    private final PortalAccess access;
    private final Accounts accounts;
    private final Authorizations authorizations;
    private final ConsumerTable table;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Household(
            Region region, AccessDesk desk, PortalAccess access, Accounts accounts, Authorizations authorizations,
            ConsumerTable table, JdbcClient jdbc, ApplicationEventPublisher events, TransactionTemplate transaction,
            Clock clock) {
        this.region = region;
        this.desk = desk;
        this.access = access;
        this.accounts = accounts;
        this.authorizations = authorizations;
        this.table = table;
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
        var grant = java.util.Objects.requireNonNull(accounts.grants(Hat.ASSISTER, List.of(person.value())).get(person.value()));
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

    /** A consumer without an account of their own, as who is signed in. */
    public Actor consumer(String first, String last) {
        ConsumerId id = new ConsumerId(UUID.randomUUID());
        transaction.executeWithoutResult(
                status -> table.opened(id, null, first, last, Region.unique("consumer.") + "@example.org", "en"));
        return new Actor(id.value(), Hat.CONSUMER, id.value(), null, first + " " + last);
    }

    public AuthorizationView authorize(Actor consumer, Assister assister, Scope scope) {
        HelperCard card = authorizations.card(consumer, assister.person()).orElseThrow();
        String hash = authorizations.words(consumer, card, scope, Locale.ENGLISH).hash();
        var given =
                authorizations.give(
                        consumer,
                        new Agreement(assister.person(), scope, null, Method.REFERENCE_NUMBER, hash, Locale.ENGLISH));
        return ((Authorizations.Given.Done) given).authorization();
    }

    /** The roster's e-mail. */
    public String email(PersonId person) {
        return jdbcText("SELECT email_key FROM agency.person WHERE id = :id", person);
    }

    private String jdbcText(String query, PersonId person) {
        return inTransaction(() -> jdbc.sql(query).param("id", person.value()).query(String.class).single());
    }

    public <T> T inTransaction(Supplier<T> work) {
        return java.util.Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    /** Does the work as it is done in a request of this person. */
    public <T> T as(Actor actor, Supplier<T> work) {
        var before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(
                new SecurityContextImpl(new SignedIn(actor, "", java.util.Objects.requireNonNull(actor.hat()).authority(), clock.instant())));
        try {
            return work.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
