package org.assisterportal.identity.domain;

import java.time.Clock;
import java.util.UUID;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.identity.AccountKind;
import org.assisterportal.identity.AccountView;
import org.assisterportal.identity.Accounts;
import org.assisterportal.identity.Closing;
import org.assisterportal.identity.HatGrant;
import org.assisterportal.identity.LinkedAccounts;
import org.assisterportal.shared.AccountId;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.NotFound;
import org.assisterportal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Closes an account in one transaction: hat, credentials, links and sessions end together; the rows stay. */
@Component
class ClosingDesk implements Closing {
    private final JdbcClient jdbc;
    private final Proofs proofs;
    private final Accounts accounts;
    private final RecoveryCodes recoveryCodes;
    private final LinkedAccounts links;
    private final FactorMails mails;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ClosingDesk(
            JdbcClient jdbc, Proofs proofs, Accounts accounts, RecoveryCodes recoveryCodes, LinkedAccounts links,
            FactorMails mails, AuditLog audit, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.proofs = proofs;
        this.accounts = accounts;
        this.recoveryCodes = recoveryCodes;
        this.links = links;
        this.mails = mails;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Closed close(Actor consumer, String password, String code, String address) {
        return proofs.both(consumer.accountId(), password, code, address)
                .<Closed>map(why -> new Closed.Refused(why.field(), why.reason()))
                .orElseGet(
                        () -> {
                            transaction.executeWithoutResult(status -> closeNow(consumer));
                            return new Closed.Done();
                        });
    }

    private void closeNow(Actor consumer) {
        AccountId account = consumer.accountId();
        AccountView view = accounts.view(account);
        if (view.kind() != AccountKind.CONSUMER) {
            throw new NotFound();
        }
        // Pressed twice: it is closed already, as its person wants it.
        if (!isOpen(account.value())) {
            return;
        }
        audit.record(AuditLine.of(consumer, "account.closed").about(account.value()));
        links.unlink(consumer);
        // Whoever keeps what the hat was about ends it in this transaction, too.
        for (HatGrant hat : accounts.hats(account)) {
            accounts.endHat(hat.hat(), hat.subject(), consumer);
        }
        var now = Sql.time(clock.instant());
        recoveryCodes.drop(account);
        jdbc.sql(
                        "UPDATE identity.account SET closed_at = :now, password_hash = NULL, password_changed_at = NULL,"
                                + " totp_secret = NULL, totp_last_step = NULL WHERE id = :id")
                .param("now", now)
                .param("id", account.value())
                .update();
        jdbc.sql("UPDATE identity.password_reset SET used_at = :now WHERE account = :id AND used_at IS NULL")
                .param("now", now)
                .param("id", account.value())
                .update();
        jdbc.sql("UPDATE identity.address_change SET used_at = :now WHERE account = :id AND used_at IS NULL")
                .param("now", now)
                .param("id", account.value())
                .update();
        accounts.endSessions(account);
        mails.closed(view);
    }

    private boolean isOpen(UUID account) {
        return jdbc.sql("SELECT closed_at IS NULL FROM identity.account WHERE id = :id FOR UPDATE")
                .param("id", account)
                .query(Boolean.class)
                .single();
    }
}
