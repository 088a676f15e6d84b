package org.assisterportal.identity.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.identity.AccountKind;
import org.assisterportal.identity.Accounts;
import org.assisterportal.identity.Network;
import org.assisterportal.identity.Recovery;
import org.assisterportal.notification.Mail;
import org.assisterportal.notification.Outbox;
import org.assisterportal.notification.SignedLinks;
import org.assisterportal.shared.AccountId;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** A mailed link stands in for the password only; the second factor is asked for all the same. */
@Component
class PasswordRecovery implements Recovery {
    private static final Duration LINK_WORKS = Duration.ofMinutes(30);
    // An account that was never set up, or is closed, has no password.
    private static final String OWNER =
            "SELECT id, kind, name, email, totp_secret IS NOT NULL AS factor FROM identity.account"
                    + " WHERE password_hash IS NOT NULL AND ";

    private final JdbcClient jdbc;
    private final Passwords passwords;
    private final TwoFactorSignIn signIn;
    private final Proofs proofs;
    private final AskedMails asked;
    private final SignedLinks links;
    private final Outbox outbox;
    private final Accounts accounts;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PasswordRecovery(
            JdbcClient jdbc, Passwords passwords, TwoFactorSignIn signIn, Proofs proofs, AskedMails asked, SignedLinks links,
            Outbox outbox, Accounts accounts, AuditLog audit, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.signIn = signIn;
        this.proofs = proofs;
        this.asked = asked;
        this.links = links;
        this.outbox = outbox;
        this.accounts = accounts;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Owner(UUID id, AccountKind kind, String name, String email, boolean factor) {
        Actor actor() {
            return new Actor(id, null, null, null, name);
        }
    }

    // What is done for an address that has an account takes longer: the answer comes after the same time for either.
    @Override
    public void ask(AccountKind kind, String email, String address, Collection<String> marks) {
        String key = email.strip().toLowerCase(Locale.ROOT);
        EvenTime.after(AskedMails.ANSWERED, () -> askNow(kind, key, Network.of(address), marks));
    }

    private void askNow(AccountKind kind, String key, String network, Collection<String> marks) {
        Optional<Owner> owner = Objects.requireNonNull(transaction.execute(status -> owner(kind, key)));
        boolean known = owner.flatMap(one -> signIn.mark(new AccountId(one.id()))).filter(marks::contains).isPresent();
        String what = kind == AccountKind.CONSUMER ? "consumer-recover" : "recover";
        if (asked.tooOften(what, key, network, known)) {
            AuditLine line = AuditLine.of(Actor.SYSTEM, "password.reset-asked").with("term", audit.hashOf(key));
            audit.recordRefusal(line.refused("throttled"), network, 1);
            return;
        }
        transaction.executeWithoutResult(status -> owner(kind, key).ifPresent(this::mailLink));
    }

    private void mailLink(Owner owner) {
        UUID id = UUID.randomUUID();
        Instant now = clock.instant();
        Instant expires = now.plus(LINK_WORKS);
        jdbc.sql(
                        "INSERT INTO identity.password_reset (id, account, created_at, expires_at)"
                                + " VALUES (:id, :account, :now, :expires)")
                .param("id", id)
                .param("account", owner.id())
                .param("now", Sql.time(now))
                .param("expires", Sql.time(expires))
                .update();
        String page = owner.kind() == AccountKind.CONSUMER ? "/account/recover" : "/recover";
        mail(owner, "password-reset", new Mail.Link(purpose(owner.kind()), page, id, expires));
        audit.record(AuditLine.of(owner.actor(), "password.reset-asked").about(owner.id()));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Form> form(AccountKind kind, String token) {
        return opened(kind, token).map(opened -> new Form(kind == AccountKind.WORK || opened.owner().factor()));
    }

    @Override
    public Changed reset(AccountKind kind, String token, String password, String code, String address) {
        return Objects.requireNonNull(transaction.execute(status -> opened(kind, token)))
                .<Changed>map(
                        opened ->
                                refusal(opened.owner(), password, code, address)
                                        .orElseGet(() -> set(opened.owner(), password, opened.link())))
                .orElseGet(Changed.Gone::new);
    }

    @Override
    public Changed change(AccountId account, String present, String password, String code, String address) {
        Optional<Owner> owner = Objects.requireNonNull(transaction.execute(status -> owner(account)));
        if (owner.isEmpty()) {
            return new Changed.Gone();
        }
        return proofs.password(account, present, address)
                .map(PasswordRecovery::refused)
                .or(() -> refusal(owner.get(), password, code, address))
                .orElseGet(() -> set(owner.get(), password, null));
    }

    private Optional<Changed> refusal(Owner owner, String password, String code, String address) {
        Optional<String> weak =
                passwords.refusal(password, List.of(owner.name(), owner.email(), "assister portal", "marketplace"));
        return weak.isPresent()
                ? Optional.of(new Changed.Refused("password", weak.get()))
                : proofs.code(new AccountId(owner.id()), code, address).map(PasswordRecovery::refused);
    }

    private static Changed refused(Proofs.Refused why) {
        return new Changed.Refused(why.field(), why.reason());
    }

    /** Both were proved; a link that was used meanwhile changes nothing any more. */
    private Changed set(Owner owner, String password, @Nullable UUID link) {
        String hash = passwords.hash(password);
        Changed changed = transaction.execute(status -> setNow(owner, hash, link));
        return Objects.requireNonNull(changed);
    }

    private Changed setNow(Owner owner, String hash, @Nullable UUID link) {
        if (link != null && !use(link)) {
            return new Changed.Gone();
        }
        jdbc.sql("UPDATE identity.account SET password_hash = :hash, password_changed_at = :now WHERE id = :id")
                .param("hash", hash)
                .param("now", Sql.time(clock.instant()))
                .param("id", owner.id())
                .update();
        accounts.endSessions(new AccountId(owner.id()));
        mail(owner, "password-changed", null);
        audit.record(AuditLine.of(owner.actor(), "password.changed").about(owner.id()));
        return new Changed.Done();
    }

    private boolean use(UUID link) {
        return jdbc.sql("UPDATE identity.password_reset SET used_at = :now WHERE id = :id AND used_at IS NULL")
                        .param("now", Sql.time(clock.instant()))
                        .param("id", link)
                        .update()
                == 1;
    }

    private record Opened(UUID link, Owner owner) {}

    private Optional<Opened> opened(AccountKind kind, String token) {
        return links.open(purpose(kind), token)
                .filter(opened -> clock.instant().isBefore(opened.expires()))
                .map(SignedLinks.Opened::id)
                .flatMap(link -> ofUnused(link).map(owner -> new Opened(link, owner)));
    }

    private static String purpose(AccountKind kind) {
        return kind == AccountKind.CONSUMER ? "consumer-password-reset" : "password-reset";
    }

    private Optional<Owner> ofUnused(UUID link) {
        return jdbc.sql("SELECT account FROM identity.password_reset WHERE id = :id AND used_at IS NULL")
                .param("id", link)
                .query(UUID.class)
                .optional()
                .flatMap(account -> owner(new AccountId(account)));
    }

    private Optional<Owner> owner(AccountKind kind, String emailKey) {
        return jdbc.sql(OWNER + "kind = :kind AND email_key = :key")
                .param("kind", kind.name())
                .param("key", emailKey)
                .query((row, number) -> owner(row))
                .optional();
    }

    private Optional<Owner> owner(AccountId account) {
        return jdbc.sql(OWNER + "id = :id").param("id", account.value()).query((row, number) -> owner(row)).optional();
    }

    private static Owner owner(ResultSet row) throws SQLException {
        return new Owner(
                Sql.uuid(row, "id"), AccountKind.valueOf(row.getString("kind")), row.getString("name"),
                row.getString("email"), row.getBoolean("factor"));
    }

    private void mail(Owner owner, String kind, Mail.@Nullable Link link) {
        outbox.queue(
                new Mail(
                        UUID.randomUUID(), FactorMails.kind(owner.kind(), kind), Mail.Sender.SYSTEM, new EmailAddress(owner.email()),
                        Map.of("name", owner.name()), link, owner.id()));
    }
}
