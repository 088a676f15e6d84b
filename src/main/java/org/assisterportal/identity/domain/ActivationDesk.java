package org.assisterportal.identity.domain;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.identity.Activations;
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
    private static final String SEPARATOR = "\n";

    private final JdbcClient jdbc;
    private final ActivationRows rows;
    private final SignedLinks links;
    private final Passwords passwords;
    private final RecoveryCodes recoveryCodes;
    private final SecretBox secrets;
    private final Inviting inviting;
    private final PolicyValues policy;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ActivationDesk(
            JdbcClient jdbc, ActivationRows rows, SignedLinks links, Passwords passwords, RecoveryCodes recoveryCodes,
            SecretBox secrets, Inviting inviting, PolicyValues policy, AuditLog audit,
            ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.links = links;
        this.passwords = passwords;
        this.recoveryCodes = recoveryCodes;
        this.secrets = secrets;
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

    private Link state(ActivationRows.Row row) {
        if (row.usedAt() != null) {
            return new Link.Used();
        }
        if (row.withdrawnAt() != null || row.hatEndedAt() != null) {
            return new Link.Withdrawn(row.invitedBy());
        }
        if (!clock.instant().isBefore(row.expiresAt())) {
            return new Link.Expired(row.invitedBy());
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
        String secret = Base64.getEncoder().encodeToString(Authenticator.newSecret(random));
        String prepared = String.join(SEPARATOR, activation.toString(), secret, passwords.hash(password));
        return secrets.close(prepared.getBytes(StandardCharsets.UTF_8));
    }

    private record Prepared(UUID activation, byte[] secret, String hash) {}

    private Prepared open(byte[] sealed) {
        String[] parts = new String(secrets.open(sealed), StandardCharsets.UTF_8).split(SEPARATOR, 3);
        return new Prepared(UUID.fromString(parts[0]), Base64.getDecoder().decode(parts[1]), parts[2]);
    }

    @Override
    @Transactional(readOnly = true)
    public Secret secret(byte[] sealed) {
        Prepared prepared = open(sealed);
        String account = rows.find(prepared.activation()).map(ActivationRows.Row::email).orElse("");
        String text = Authenticator.base32(prepared.secret());
        String label = URLEncoder.encode("Assister Portal:" + account, StandardCharsets.UTF_8).replace("+", "%20");
        return new Secret("otpauth://totp/" + label + "?secret=" + text + "&issuer=Assister%20Portal", text);
    }

    @Override
    @Transactional
    public Completed complete(byte[] sealed, String code) {
        Prepared prepared = open(sealed);
        Instant now = clock.instant();
        OptionalLong step = Authenticator.step(prepared.secret(), code, now);
        if (step.isEmpty()) {
            return new Completed.WrongCode();
        }
        Optional<ActivationRows.Row> taken = rows.take(prepared.activation(), now);
        if (taken.isEmpty() || taken.get().setUp()) {
            return new Completed.Gone();
        }
        AccountId account = new AccountId(taken.get().account());
        jdbc.sql(
                        "UPDATE identity.account SET password_hash = :hash, password_changed_at = :now,"
                                + " totp_secret = :secret, totp_last_step = :step WHERE id = :id")
                .param("hash", prepared.hash())
                .param("now", Sql.time(now))
                .param("secret", secrets.close(prepared.secret()))
                .param("step", step.getAsLong())
                .param("id", account.value())
                .update();
        List<String> codes = recoveryCodes.renew(account);
        Arrays.fill(prepared.secret(), (byte) 0);
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
            return new Completed.Gone();
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
