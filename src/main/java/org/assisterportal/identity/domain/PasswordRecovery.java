package org.assisterportal.identity.domain;

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
    private static final String PURPOSE = "password-reset";
    private static final Duration LINK_WORKS = Duration.ofMinutes(30);
    private static final Duration ANSWERED = Duration.ofMillis(150);
    private static final int ASKED_BY_ONE = 3;
    private static final int ASKED_BY_ALL = 10;
    private static final int ASKED_A_NETWORK = 20;
    private static final Duration WINDOW = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Passwords passwords;
    private final TwoFactorSignIn signIn;
    private final Throttle throttle;
    private final SignedLinks links;
    private final Outbox outbox;
    private final Accounts accounts;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PasswordRecovery(
            JdbcClient jdbc, Passwords passwords, TwoFactorSignIn signIn, Throttle throttle, SignedLinks links,
            Outbox outbox, Accounts accounts, AuditLog audit, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.signIn = signIn;
        this.throttle = throttle;
        this.links = links;
        this.outbox = outbox;
        this.accounts = accounts;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Owner(UUID id, String name, String email) {
        Actor actor() {
            return new Actor(id, null, null, null, name);
        }
    }

    // What is done for an address that has an account takes longer: the answer comes after the same time for either.
    @Override
    public void ask(String email, String address, Collection<String> marks) {
        EvenTime.after(
                ANSWERED, () -> askNow(email.strip().toLowerCase(Locale.ROOT), Network.of(address), marks));
    }

    private void askNow(String key, String network, Collection<String> marks) {
        Optional<Owner> owner = Objects.requireNonNull(transaction.execute(status -> owner("a.email_key = :value", key)));
        boolean known = owner.flatMap(one -> signIn.mark(new AccountId(one.id()))).filter(marks::contains).isPresent();
        if (known ? often("recover-known", key, ASKED_BY_ONE) : oftenByStrangers(key, network)) {
            AuditLine line = AuditLine.of(Actor.SYSTEM, "password.reset-asked").with("term", audit.hashOf(key));
            audit.recordRefusal(line.refused("throttled"), network, 1);
            return;
        }
        transaction.executeWithoutResult(status -> owner("a.email_key = :value", key).ifPresent(this::mailLink));
    }

    private boolean oftenByStrangers(String key, String network) {
        return often("recover-address", network, ASKED_A_NETWORK)
                || often("recover-one", key + " " + network, ASKED_BY_ONE)
                || often("recover", key, ASKED_BY_ALL);
    }

    private boolean often(String what, String whose, int most) {
        return !throttle.tryOnce(what, whose, most, WINDOW).isZero();
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
        mail(owner, "password-reset", new Mail.Link(PURPOSE, "/recover", id, expires));
        audit.record(AuditLine.of(owner.actor(), "password.reset-asked").about(owner.id()));
    }

    @Override
    @Transactional(readOnly = true)
    public boolean usable(String token) {
        return openedBy(token).isPresent();
    }

    @Override
    public Changed reset(String token, String password, String code, String address) {
        return Objects.requireNonNull(transaction.execute(status -> opened(token)))
                .<Changed>map(
                        opened ->
                                refusal(opened.owner(), password, code, address)
                                        .orElseGet(() -> set(opened.owner(), password, opened.link())))
                .orElseGet(Changed.Gone::new);
    }

    @Override
    public Changed change(AccountId account, String present, String password, String code, String address) {
        Optional<Owner> owner =
                Objects.requireNonNull(transaction.execute(status -> owner("a.id = :value", account.value())));
        if (owner.isEmpty()) {
            return new Changed.Gone();
        }
        return switch (signIn.provePassword(account, present, address)) {
            case WAIT -> new Changed.Refused("present", "recover.wait");
            case WRONG, NONE -> new Changed.Refused("present", "recover.present.wrong");
            case RIGHT ->
                    refusal(owner.get(), password, code, address).orElseGet(() -> set(owner.get(), password, null));
        };
    }

    private Optional<Changed> refusal(Owner owner, String password, String code, String address) {
        Optional<String> weak =
                passwords.refusal(password, List.of(owner.name(), owner.email(), "assister portal", "marketplace"));
        if (weak.isPresent()) {
            return Optional.of(new Changed.Refused("password", weak.get()));
        }
        return switch (signIn.prove(new AccountId(owner.id()), code, address)) {
            case RIGHT -> Optional.empty();
            case WRONG -> Optional.of(new Changed.Refused("code", "recover.code.wrong"));
            case NONE -> Optional.of(new Changed.Refused("code", "sign-in.no-factor"));
            case WAIT -> Optional.of(new Changed.Refused("code", "recover.wait"));
        };
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

    private Optional<Opened> opened(String token) {
        return openedBy(token)
                .flatMap(
                        link ->
                                owner("a.id = (SELECT account FROM identity.password_reset WHERE id = :value)", link)
                                        .map(owner -> new Opened(link, owner)));
    }

    private Optional<UUID> openedBy(String token) {
        return links.open(PURPOSE, token)
                .filter(opened -> clock.instant().isBefore(opened.expires()))
                .map(SignedLinks.Opened::id)
                .filter(
                        id ->
                                jdbc.sql("SELECT count(*) FROM identity.password_reset WHERE id = :id AND used_at IS NULL")
                                                .param("id", id)
                                                .query(Integer.class)
                                                .single()
                                        == 1);
    }

    private Optional<Owner> owner(String where, Object value) {
        return jdbc.sql(
                        "SELECT a.id, a.name, a.email FROM identity.account a"
                                + " WHERE a.password_hash IS NOT NULL AND "
                                + where)
                .param("value", value)
                .query(
                        (row, number) ->
                                new Owner(Sql.uuid(row, "id"), row.getString("name"), row.getString("email")))
                .optional();
    }

    private void mail(Owner owner, String kind, Mail.@Nullable Link link) {
        outbox.queue(
                new Mail(
                        UUID.randomUUID(), kind, Mail.Sender.SYSTEM, new EmailAddress(owner.email()),
                        Map.of("name", owner.name()), link, owner.id()));
    }
}
