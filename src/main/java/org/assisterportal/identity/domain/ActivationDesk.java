package org.assisterportal.identity.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.identity.Activations;
import org.assisterportal.identity.AuthenticatorSecret;
import org.assisterportal.identity.HatActivated;
import org.assisterportal.identity.HatGrant;
import org.assisterportal.notification.SignedLinks;
import org.assisterportal.policy.PolicyValues;
import org.assisterportal.shared.AccountId;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Sql;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Activation: the link's states, the new account's credentials, and the hat put on, each once. */
@Component
class ActivationDesk implements Activations {
    private final JdbcClient jdbc;
    private final ActivationRows rows;
    private final SignedLinks links;
    private final Passwords passwords;
    private final NewAuthenticator authenticators;
    private final Inviting inviting;
    private final PolicyValues policy;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ActivationDesk(
            JdbcClient jdbc, ActivationRows rows, SignedLinks links, Passwords passwords,
            NewAuthenticator authenticators, Inviting inviting, PolicyValues policy, AuditLog audit,
            ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.links = links;
        this.passwords = passwords;
        this.authenticators = authenticators;
        this.inviting = inviting;
        this.policy = policy;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Link look(String token) {
        return links.open(Inviting.PURPOSE, token)
                .flatMap(opened -> rows.find(opened.id()))
                .map(this::state)
                .orElseGet(Link.Unknown::new);
    }

    @Override
    @Transactional
    public void shown(String token, List<UUID> contacts) {
        links.open(Inviting.PURPOSE, token)
                .flatMap(opened -> rows.find(opened.id()))
                .ifPresent(
                        row -> {
                            Actor holder = new Actor(row.account(), null, null, row.agency(), row.name());
                            audit.record(
                                    AuditLine.of(holder, "activation.shown")
                                            .about(row.subject())
                                            .showing(contacts)
                                            .with("activation", row.id())
                                            .with("state", state(row).getClass().getSimpleName()));
                        });
    }

    private Link state(ActivationRows.Row row) {
        if (row.usedAt() != null) {
            return new Link.Used();
        }
        if (row.withdrawnAt() != null || row.hatEndedAt() != null) {
            return new Link.Withdrawn(row.invitedBy(), row.agency(), row.subject());
        }
        if (!clock.instant().isBefore(row.expiresAt())) {
            return new Link.Expired(row.invitedBy(), row.agency(), row.subject());
        }
        return new Link.Usable(row.id(), row.name(), row.hat(), row.organization(), row.invitedBy(), row.setUp());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> passwordRefusal(UUID activation, String password) {
        return rows.find(activation)
                .map(row -> List.of(row.name(), row.email(), row.organization(), "assister portal", "marketplace"))
                .flatMap(context -> passwords.refusal(password, context));
    }

    @Override
    public byte[] prepare(UUID activation, String password) {
        return authenticators.prepare(activation, passwords.hash(password));
    }

    @Override
    @Transactional(readOnly = true)
    public AuthenticatorSecret secret(byte[] sealed) {
        NewAuthenticator.Prepared prepared = authenticators.open(sealed);
        return authenticators.shown(prepared, rows.find(prepared.owner()).map(ActivationRows.Row::email).orElse(""));
    }

    @Override
    @Transactional
    public Completed complete(byte[] sealed, String code) {
        NewAuthenticator.Prepared prepared = authenticators.open(sealed);
        Instant now = clock.instant();
        OptionalLong step = authenticators.step(prepared, code);
        if (step.isEmpty()) {
            return new Completed.WrongCode();
        }
        Optional<ActivationRows.Row> row = rows.find(prepared.owner());
        // An account that another link set up meanwhile keeps its password, and this link for its signed-in person.
        Optional<ActivationRows.Row> taken = row.filter(found -> !found.setUp()).flatMap(found -> rows.take(found.id(), now));
        if (taken.isEmpty()) {
            return new Completed.Gone(rows.find(prepared.owner()).map(this::state).orElseGet(Link.Unknown::new));
        }
        AccountId account = new AccountId(taken.get().account());
        jdbc.sql("UPDATE identity.account SET password_hash = :hash, password_changed_at = :now WHERE id = :id")
                .param("hash", prepared.more())
                .param("now", Sql.time(now))
                .param("id", account.value())
                .update();
        List<String> codes = authenticators.keep(account, prepared, step.getAsLong());
        return new Completed.Done(activate(taken.get(), now), taken.get().name(), codes);
    }

    @Override
    @Transactional
    public Completed accept(String token, AccountId signedIn) {
        Instant now = clock.instant();
        Optional<ActivationRows.Row> mine =
                links.open(Inviting.PURPOSE, token)
                        .flatMap(opened -> rows.find(opened.id()))
                        .filter(row -> row.account().equals(signedIn.value()))
                        .flatMap(row -> rows.take(row.id(), now));
        if (mine.isEmpty()) {
            return new Completed.Gone(look(token));
        }
        return new Completed.Done(activate(mine.get(), now), mine.get().name(), List.of());
    }

    private HatGrant activate(ActivationRows.Row row, Instant now) {
        rows.activate(row.hatId(), now);
        AccountId account = new AccountId(row.account());
        jdbc.sql(
                        "INSERT INTO identity.terms_acceptance (account, version, accepted_at)"
                                + " VALUES (:account, :version, :now) ON CONFLICT DO NOTHING")
                .param("account", row.account())
                .param("version", policy.inForce("text.terms-of-use").effectiveFrom())
                .param("now", Sql.time(now))
                .update();
        Actor person = new Actor(row.account(), row.hat(), row.subject(), row.agency(), row.name());
        audit.record(AuditLine.of(person, "hat.activated").about(row.subject()).with("hat", row.hat()));
        events.publishEvent(new HatActivated(account, row.hat(), row.subject(), now));
        return new HatGrant(account, row.hat(), row.subject(), row.agency(), row.organization(), now);
    }

    @Override
    @Transactional
    public void mailAgain(String token) {
        links.open(Inviting.PURPOSE, token)
                .flatMap(opened -> rows.find(opened.id()))
                .filter(row -> state(row) instanceof Link.Expired)
                .filter(row -> rows.isNewest(row.id(), row.hatId()))
                .ifPresent(
                        row -> {
                            inviting.resend(row.hat(), row.subject());
                            Actor person = new Actor(row.account(), null, null, row.agency(), row.name());
                            audit.record(
                                    AuditLine.of(person, "activation.resent")
                                            .about(row.subject())
                                            .with("hat", row.hat()));
                        });
    }
}
