package org.assisterportal.identity.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.identity.AccountKind;
import org.assisterportal.identity.AccountView;
import org.assisterportal.identity.Accounts;
import org.assisterportal.identity.AuthenticatorSecret;
import org.assisterportal.identity.OwnFactor;
import org.assisterportal.shared.AccountId;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The present factors are proved first; the new authenticator replaces the old one only with a code of its own. */
@Component
class OwnFactorDesk implements OwnFactor {
    private static final Duration PROOFS_HOLD = Duration.ofMinutes(10);

    private final NewAuthenticator authenticators;
    private final RecoveryCodes recoveryCodes;
    private final TwoFactorSignIn signIn;
    private final Proofs proofs;
    private final Accounts accounts;
    private final FactorMails mails;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    OwnFactorDesk(
            NewAuthenticator authenticators, RecoveryCodes recoveryCodes, TwoFactorSignIn signIn, Proofs proofs,
            Accounts accounts, FactorMails mails, AuditLog audit, JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.authenticators = authenticators;
        this.recoveryCodes = recoveryCodes;
        this.signIn = signIn;
        this.proofs = proofs;
        this.accounts = accounts;
        this.mails = mails;
        this.audit = audit;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Begun begin(AccountId account, String password, String code, String address) {
        // Read before the proofs: whoever proved the password alone replaces no authenticator that came meanwhile.
        boolean factor = accounts.view(account).factor();
        return proofs.both(account, password, code, address)
                .<Begun>map(why -> new Begun.Refused(why.field(), why.reason()))
                .orElseGet(
                        () ->
                                new Begun.Ready(
                                        authenticators.prepare(
                                                account.value(), clock.instant().getEpochSecond() + " " + factor)));
    }

    @Override
    @Transactional(readOnly = true)
    public AuthenticatorSecret secret(AccountId account, byte[] prepared) {
        return authenticators.shown(authenticators.open(prepared), accounts.view(account).email());
    }

    @Override
    @Transactional
    public Completed complete(AccountId account, byte[] sealed, String code) {
        NewAuthenticator.Prepared prepared = authenticators.open(sealed);
        String[] more = prepared.more().split(" ");
        Instant proved = Instant.ofEpochSecond(Long.parseLong(more[0]));
        if (!prepared.owner().equals(account.value())
                || proved.plus(PROOFS_HOLD).isBefore(clock.instant())
                || hasFactor(account) != Boolean.parseBoolean(more[1])) {
            return new Completed.Gone();
        }
        OptionalLong step = authenticators.step(prepared, code);
        if (step.isEmpty()) {
            return new Completed.Refused("sign-in.wrong-code");
        }
        List<String> codes = authenticators.keep(account, prepared, step.getAsLong());
        accounts.endSessions(account);
        AccountView view = accounts.view(account);
        mails.changed(view);
        audit.record(line(view, "factor.changed"));
        return new Completed.Done(codes);
    }

    // An ARC reset that was approved meanwhile took the authenticator whose code was proved.
    private boolean hasFactor(AccountId account) {
        return jdbc.sql("SELECT totp_secret IS NOT NULL FROM identity.account WHERE id = :id FOR UPDATE")
                .param("id", account.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public Removed remove(AccountId account, String password, String code, String address) {
        // Looked at before the proofs: a password alone takes away no app that was connected meanwhile.
        if (!accounts.view(account).factor()) {
            return new Removed.Done();
        }
        return proofs.both(account, password, code, address)
                .<Removed>map(why -> new Removed.Refused(why.field(), why.reason()))
                .orElseGet(() -> Objects.<Removed>requireNonNull(transaction.execute(status -> removeNow(account))));
    }

    private Removed removeNow(AccountId account) {
        boolean had = hasFactor(account);
        AccountView view = accounts.view(account);
        if (view.kind() != AccountKind.CONSUMER) {
            throw new NotFound();
        }
        if (had) {
            jdbc.sql("UPDATE identity.account SET totp_secret = NULL, totp_last_step = NULL WHERE id = :id")
                    .param("id", account.value())
                    .update();
            recoveryCodes.drop(account);
            accounts.endSessions(account);
            mails.removed(view);
            audit.record(line(view, "factor.removed"));
        }
        return new Removed.Done();
    }

    @Override
    public Completed renewCodes(AccountId account, String code, String address) {
        return switch (signIn.prove(account, code, address)) {
            case WAIT -> new Completed.Refused("recover.wait");
            case WRONG -> new Completed.Refused("recover.code.wrong");
            case NONE -> new Completed.Refused("sign-in.no-factor");
            case RIGHT -> Objects.<Completed>requireNonNull(transaction.execute(status -> renew(account)));
        };
    }

    private Completed renew(AccountId account) {
        AccountView view = accounts.view(account);
        List<String> codes = recoveryCodes.renew(account);
        mails.codesRenewed(view);
        audit.record(line(view, "recovery-codes.renewed"));
        return new Completed.Done(codes);
    }

    private static AuditLine line(AccountView view, String act) {
        Actor person = new Actor(view.id().value(), null, null, null, view.name());
        return AuditLine.of(person, act).about(view.id().value());
    }
}
