package org.assisterportal.identity.domain;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.identity.AccountKind;
import org.assisterportal.identity.AccountView;
import org.assisterportal.identity.Accounts;
import org.assisterportal.identity.AddressChange;
import org.assisterportal.identity.AddressChanged;
import org.assisterportal.identity.HatGrant;
import org.assisterportal.policy.PolicyValues;
import org.assisterportal.shared.AccountId;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.Keys;
import org.assisterportal.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A code mailed to the new address proves it; tries and mails are counted, and the newest code alone counts. */
@Component
class AddressChangeDesk implements AddressChange {
    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Inviting inviting;
    private final Proofs proofs;
    private final Throttle throttle;
    private final AskedMails asked;
    private final FactorMails mails;
    private final PolicyValues policy;
    private final AuditLog audit;
    private final Keys keys;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    AddressChangeDesk(
            JdbcClient jdbc, Accounts accounts, Inviting inviting, Proofs proofs, Throttle throttle,
            AskedMails asked, FactorMails mails, PolicyValues policy, AuditLog audit, Keys keys, ApplicationEventPublisher events,
            TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.inviting = inviting;
        this.proofs = proofs;
        this.throttle = throttle;
        this.asked = asked;
        this.events = events;
        this.mails = mails;
        this.policy = policy;
        this.audit = audit;
        this.keys = keys;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Code(UUID id, byte[] hash) {}

    @Override
    public Outcome ask(AccountId account, EmailAddress to) {
        AtomicReference<@Nullable Outcome> outcome = new AtomicReference<>();
        EvenTime.after(AskedMails.ANSWERED, () -> outcome.set(askNow(account, to)));
        return Objects.requireNonNull(outcome.get());
    }

    @Override
    public Asked ask(AccountId account, EmailAddress to, String password, String code, String address) {
        return proofs.both(account, password, code, address)
                .<Asked>map(why -> new Asked.Refused(why.field(), why.reason()))
                .orElseGet(
                        () ->
                                switch (ask(account, to)) {
                                    case Outcome.Done done -> new Asked.Done();
                                    case Outcome.Refused refused -> new Asked.Refused("email", refused.reason());
                                });
    }

    private Outcome askNow(AccountId account, EmailAddress to) {
        int mailsAnHour = number("account.address-mails-an-hour");
        if (!throttle.tryOnce("address-change", account.toString(), mailsAnHour, Duration.ofHours(1)).isZero()) {
            return often(account);
        }
        if (asked.tooOften("address-change", to.key(), account.toString(), false)) {
            return often(account);
        }
        return Objects.<Outcome>requireNonNull(transaction.execute(status -> mailCode(account, to)));
    }

    private Outcome often(AccountId account) {
        AccountView view = Objects.requireNonNull(transaction.execute(status -> accounts.view(account)));
        audit.recordRefusal(line(view, "address-change.asked").refused("throttled"), account.toString(), 1);
        return new Outcome.Refused("identity.address.often");
    }

    private Outcome mailCode(AccountId account, EmailAddress to) {
        AccountView view = accounts.view(account);
        if (taken(account, to)) {
            if (view.kind() == AccountKind.WORK) {
                audit.recordRefusal(line(view, "address-change.asked").refused("taken"));
                return new Outcome.Refused("identity.address.taken");
            }
            mails.addressTaken(view, to);
            audit.record(line(view, "address-change.asked"));
            return new Outcome.Done();
        }
        UUID id = UUID.randomUUID();
        Instant now = clock.instant();
        int minutes = number("account.address-code-minutes");
        String code = String.format(Locale.ROOT, "%08d", random.nextInt(100_000_000));
        jdbc.sql(
                        "INSERT INTO identity.address_change (id, account, email, code_hash, asked_at, expires_at)"
                                + " VALUES (:id, :account, :email, :hash, :now, :expires)")
                .param("id", id)
                .param("account", account.value())
                .param("email", to.value())
                .param("hash", hash(id, code))
                .param("now", Sql.time(now))
                .param("expires", Sql.time(now.plus(Duration.ofMinutes(minutes))))
                .update();
        mails.addressCode(view, to, code, minutes);
        audit.record(line(view, "address-change.asked"));
        return new Outcome.Done();
    }

    @Override
    public Outcome confirm(AccountId account, EmailAddress to, String code) {
        return confirm(account, to, code, address -> Optional.empty());
    }

    @Override
    public Outcome confirm(
            AccountId account, EmailAddress to, String code, Function<EmailAddress, Optional<String>> also) {
        try {
            return Objects.<Outcome>requireNonNull(transaction.execute(status -> confirmNow(account, to, code, also)));
        } catch (DuplicateKeyException faster) {
            // Somebody else took the address in between; of this act nothing is left.
            return Objects.<Outcome>requireNonNull(
                    transaction.execute(status -> refused(accounts.view(account), "taken", "identity.address.taken")));
        }
    }

    private Outcome confirmNow(
            AccountId account, EmailAddress to, String code, Function<EmailAddress, Optional<String>> also) {
        AccountView view = accounts.view(account);
        Optional<Code> mailed = tried(account, to);
        boolean right =
                mailed.isPresent()
                        && MessageDigest.isEqual(mailed.get().hash(), hash(mailed.get().id(), code.replaceAll("[\\s-]", "")));
        if (!right) {
            return refused(view, "code", "identity.address.code");
        }
        if (taken(account, to)) {
            return refused(view, "taken", "identity.address.taken");
        }
        Optional<String> other = also.apply(to);
        if (other.isPresent()) {
            return refused(view, "not-allowed", other.get());
        }
        jdbc.sql("UPDATE identity.address_change SET used_at = :now WHERE id = :id")
                .param("now", Sql.time(clock.instant()))
                .param("id", mailed.get().id())
                .update();
        jdbc.sql("UPDATE identity.account SET email = :email, email_key = :key WHERE id = :id")
                .param("email", to.value())
                .param("key", to.key())
                .param("id", account.value())
                .update();
        dropOldLinks(account);
        events.publishEvent(new AddressChanged(account, view.kind(), to));
        mails.addressChanged(view);
        audit.record(line(view, "address.changed"));
        return new Outcome.Done();
    }

    private Outcome refused(AccountView view, String why, String reason) {
        audit.recordRefusal(line(view, "address.changed").refused(why));
        return new Outcome.Refused(reason);
    }

    /** Counts a try of the newest code for this address, if it may still be tried. */
    private Optional<Code> tried(AccountId account, EmailAddress to) {
        return jdbc.sql(
                        """
                        UPDATE identity.address_change SET tries = tries + 1
                         WHERE id = (SELECT id FROM identity.address_change WHERE account = :account
                                      ORDER BY asked_at DESC, id LIMIT 1)
                           AND lower(email) = :key AND used_at IS NULL AND expires_at > :now AND tries < :most
                        RETURNING id, code_hash
                        """)
                .param("account", account.value())
                .param("key", to.key())
                .param("now", Sql.time(clock.instant()))
                .param("most", number("account.address-code-tries"))
                .query((row, number) -> new Code(Sql.uuid(row, "id"), row.getBytes("code_hash")))
                .optional();
    }

    private boolean taken(AccountId account, EmailAddress to) {
        return jdbc.sql(
                        """
                        SELECT email_key <> :key AND identity.has_account(kind, :key) FROM identity.account WHERE id = :id
                        """)
                .param("key", to.key())
                .param("id", account.value())
                .query(Boolean.class)
                .single();
    }

    /** What was mailed to the old address opens nothing any more; invitations go out again to the new one. */
    private void dropOldLinks(AccountId account) {
        jdbc.sql("UPDATE identity.password_reset SET used_at = :now WHERE account = :account AND used_at IS NULL")
                .param("now", Sql.time(clock.instant()))
                .param("account", account.value())
                .update();
        for (HatGrant hat : accounts.hats(account)) {
            if (hat.activatedAt() == null) {
                inviting.resend(hat.hat(), hat.subject());
            }
        }
    }

    private byte[] hash(UUID id, String code) {
        return keys.hmac("address-code", id + ":" + code);
    }

    private int number(String code) {
        return policy.inForce(code).number();
    }

    private static AuditLine line(AccountView view, String act) {
        return AuditLine.of(new Actor(view.id().value(), null, null, null, view.name()), act).about(view.id().value());
    }
}
