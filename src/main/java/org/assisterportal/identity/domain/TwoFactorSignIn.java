package org.assisterportal.identity.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.identity.AccountKind;
import org.assisterportal.identity.Accounts;
import org.assisterportal.identity.HatGrant;
import org.assisterportal.identity.Network;
import org.assisterportal.identity.SignIn;
import org.assisterportal.identity.domain.Credentials.Known;
import org.assisterportal.shared.AccountId;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.SecretBox;
import org.assisterportal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Both factors, or a consumer's password alone; each try is counted before it is judged. */
@Component
class TwoFactorSignIn implements SignIn {
    private static final int LINES_AN_HOUR = 60;
    private static final int CODE_WAITS = 15;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Passwords passwords;
    private final RecoveryCodes recoveryCodes;
    private final SecretBox secrets;
    private final SignInTries tries;
    private final CodeMisses misses;
    private final FactorMails mails;
    private final Credentials credentials;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TwoFactorSignIn(
            JdbcClient jdbc, Accounts accounts, Passwords passwords, RecoveryCodes recoveryCodes, SecretBox secrets,
            SignInTries tries, CodeMisses misses, FactorMails mails, Credentials credentials, AuditLog audit,
            TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.accounts = accounts;
        this.passwords = passwords;
        this.recoveryCodes = recoveryCodes;
        this.secrets = secrets;
        this.tries = tries;
        this.misses = misses;
        this.mails = mails;
        this.credentials = credentials;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public First password(
            AccountKind kind, String email, String password, String address, Collection<String> marks) {
        String key = email.strip().toLowerCase(Locale.ROOT);
        // Read in a transaction of its own: hashing takes long, and holds no connection meanwhile.
        Optional<Known> account =
                Objects.requireNonNull(transaction.execute(status -> credentials.find(kind, key)));
        String what = kind == AccountKind.CONSUMER ? "consumer-password" : "password";
        boolean knownBrowser = account.flatMap(credentials::mark).filter(marks::contains).isPresent();
        int wait = knownBrowser ? tries.waitKnown(what, key) : tries.wait(what, key, address);
        if (wait > 0) {
            AuditLine line = AuditLine.of(Actor.SYSTEM, "signed-in").with("term", audit.hashOf(key));
            audit.recordRefusal(line.refused("throttled"), Network.of(address), 1);
            return new First.Wait(wait);
        }
        if (!judge(account, password, address)) {
            return new First.Wrong();
        }
        tries.right(what, key, knownBrowser);
        return new First.Proved(new AccountId(account.orElseThrow().id()));
    }

    private boolean judge(Optional<Known> known, String password, String address) {
        boolean right = passwords.matches(password, known.map(Known::hash).orElse(null));
        if (!right) {
            // One line for either: nobody can tell by the time whether there is such an account.
            AuditLine line = known.map(account -> account.line("signed-in")).orElseGet(() -> AuditLine.of(Actor.SYSTEM, "signed-in"));
            String whose = known.map(account -> account.id().toString()).orElseGet(() -> Network.of(address));
            audit.recordRefusal(
                    line.refused(known.isPresent() ? "password" : "unknown-address"), whose, LINES_AN_HOUR);
        }
        return right;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> mark(AccountId account) {
        return credentials.find(account).flatMap(credentials::mark);
    }

    @Override
    @Transactional
    public Optional<Second.Proved> passwordAlone(AccountId id) {
        return credentials
                .find(id)
                .filter(account -> account.kind() == AccountKind.CONSUMER && account.secret() == null)
                .map(
                        account -> {
                            audit.record(account.line("signed-in").with("factor", "none"));
                            return new Second.Proved(account.name(), wearable(id));
                        });
    }

    @Override
    @Transactional
    public Second secondFactor(AccountId id, String code, String address) {
        return switch (prove(id, code, address)) {
            case WAIT -> new Second.Wait(Math.max(CODE_WAITS, misses.minutesLeft(id)));
            case WRONG -> new Second.Wrong();
            case NONE -> new Second.NoFactor();
            case RIGHT -> {
                Known account = credentials.find(id).orElseThrow();
                audit.record(account.line("signed-in"));
                yield new Second.Proved(account.name(), wearable(id));
            }
        };
    }

    @Override
    public List<HatGrant> wearable(AccountId account) {
        return accounts.hats(account).stream().filter(hat -> hat.activatedAt() != null).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<HatGrant> wear(AccountId account, Hat hat, UUID subject, Instant proved) {
        boolean ended =
                jdbc.sql("SELECT sessions_ended_at > :proved FROM identity.account WHERE id = :id AND sessions_ended_at IS NOT NULL")
                        .param("proved", Sql.time(proved))
                        .param("id", account.value())
                        .query(Boolean.class)
                        .optional()
                        .orElse(false);
        return ended
                ? Optional.empty()
                : wearable(account).stream()
                        .filter(grant -> grant.hat() == hat && grant.subject().equals(subject))
                        .findFirst();
    }

    /** What became of a factor. */
    enum Proof {
        RIGHT,
        WRONG,
        /** The account has no second factor at present. */
        NONE,
        WAIT
    }

    /**
     * Judges the account's password for somebody signed in or with a mailed link, counted apart from the tries at
     * sign-in, which anybody can use up; holds no connection meanwhile.
     */
    Proof provePassword(AccountId id, String password, String address) {
        Optional<Known> account =
                Objects.requireNonNull(transaction.execute(status -> credentials.find(id)));
        if (tries.wait("own-password", id.toString(), address) > 0) {
            return Proof.WAIT;
        }
        if (!judge(account, password, address)) {
            return Proof.WRONG;
        }
        tries.right("own-password", id.toString(), false);
        return Proof.RIGHT;
    }

    /** Judges the second factor and counts the try; a code that was right is used up. */
    @Transactional
    Proof prove(AccountId id, String code, String address) {
        Known account = credentials.find(id).orElseThrow();
        if (account.secret() == null) {
            return Proof.NONE;
        }
        if (tries.wait("code", id.toString(), address) > 0) {
            audit.recordRefusal(account.line("signed-in").refused("throttled-code"), id.toString(), 1);
            return Proof.WAIT;
        }
        OptionalInt inARow = misses.tryOnce(id);
        if (inARow.isEmpty()) {
            audit.recordRefusal(account.line("signed-in").refused("throttled-code"), id.toString(), 1);
            return Proof.WAIT;
        }
        if (!codeAccepted(account, code)) {
            audit.recordRefusal(account.line("signed-in").refused("code"));
            if (inARow.getAsInt() == CodeMisses.MANY) {
                mails.codesWrong(accounts.view(id));
            }
            return Proof.WRONG;
        }
        tries.right("code", id.toString(), false);
        misses.end(id);
        return Proof.RIGHT;
    }

    private boolean codeAccepted(Known account, String code) {
        byte[] box = account.secret();
        if (box == null) {
            return false;
        }
        OptionalLong step = Authenticator.step(secrets.open(box), code, clock.instant());
        if (step.isEmpty()) {
            return recoveryCodes.use(new AccountId(account.id()), code);
        }
        // Each step counts once, in whichever process it arrives: a code that was watched can't be used again.
        return jdbc.sql(
                                "UPDATE identity.account SET totp_last_step = :step"
                                        + " WHERE id = :id AND (totp_last_step IS NULL OR totp_last_step < :step)")
                        .param("step", step.getAsLong())
                        .param("id", account.id())
                        .update()
                == 1;
    }
}
