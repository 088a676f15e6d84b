package org.assisterportal.identity.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.identity.AccountView;
import org.assisterportal.identity.Accounts;
import org.assisterportal.identity.AuthenticatorSecret;
import org.assisterportal.identity.FactorLink;
import org.assisterportal.notification.SignedLinks;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The person's side of an approved reset. */
@Component
class FactorLinkDesk implements FactorLink {
    private final FactorResetRows rows;
    private final NewAuthenticator authenticators;
    private final Passwords passwords;
    private final TwoFactorSignIn signIn;
    private final Accounts accounts;
    private final FactorMails mails;
    private final SignedLinks links;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FactorLinkDesk(
            FactorResetRows rows, NewAuthenticator authenticators, Passwords passwords, TwoFactorSignIn signIn,
            Accounts accounts, FactorMails mails, SignedLinks links, AuditLog audit, JdbcClient jdbc,
            TransactionTemplate transaction, Clock clock) {
        this.rows = rows;
        this.authenticators = authenticators;
        this.passwords = passwords;
        this.signIn = signIn;
        this.accounts = accounts;
        this.mails = mails;
        this.links = links;
        this.audit = audit;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Link look(String token) {
        return row(token).map(this::state).orElseGet(Link.Unknown::new);
    }

    private Optional<FactorResetRows.Row> row(String token) {
        return links.open(FactorMails.LINK, token).flatMap(opened -> rows.find(opened.id()));
    }

    private Link state(FactorResetRows.Row row) {
        if (row.completedAt() != null) {
            return new Link.Used();
        }
        Instant until = row.linkExpiresAt();
        if (until == null || !clock.instant().isBefore(until)) {
            return new Link.Expired();
        }
        return new Link.Usable(row.name(), row.passwordToo());
    }

    @Override
    public Begun begin(String token, String password, String address) {
        // Hashing takes long, and holds no connection meanwhile.
        Optional<FactorResetRows.Row> usable =
                Objects.requireNonNull(transaction.execute(status -> row(token)))
                        .filter(row -> state(row) instanceof Link.Usable);
        if (usable.isEmpty()) {
            return new Begun.Gone();
        }
        FactorResetRows.Row row = usable.get();
        if (row.passwordToo()) {
            return passwords.refusal(password, List.of(row.name(), row.email(), "assister portal", "marketplace"))
                    .<Begun>map(Begun.Refused::new)
                    .orElseGet(() -> new Begun.Ready(authenticators.prepare(row.id(), passwords.hash(password))));
        }
        return switch (signIn.provePassword(row.account(), password, address)) {
            case RIGHT -> new Begun.Ready(authenticators.prepare(row.id(), ""));
            case WRONG, NONE -> new Begun.Refused("factor.password.wrong");
            case WAIT -> new Begun.Refused("recover.wait");
        };
    }

    @Override
    @Transactional(readOnly = true)
    public AuthenticatorSecret secret(byte[] sealed) {
        NewAuthenticator.Prepared prepared = authenticators.open(sealed);
        return authenticators.shown(prepared, rows.find(prepared.owner()).map(FactorResetRows.Row::email).orElse(""));
    }

    @Override
    @Transactional
    public Completed complete(byte[] sealed, String code) {
        NewAuthenticator.Prepared prepared = authenticators.open(sealed);
        OptionalLong step = authenticators.step(prepared, code);
        if (step.isEmpty()) {
            return new Completed.WrongCode();
        }
        Instant now = clock.instant();
        if (!rows.complete(prepared.owner(), now)) {
            return new Completed.Gone();
        }
        FactorResetRows.Row row = rows.find(prepared.owner()).orElseThrow();
        if (!prepared.more().isEmpty()) {
            jdbc.sql("UPDATE identity.account SET password_hash = :hash, password_changed_at = :now WHERE id = :id")
                    .param("hash", prepared.more())
                    .param("now", Sql.time(now))
                    .param("id", row.account().value())
                    .update();
        }
        List<String> codes = authenticators.keep(row.account(), prepared, step.getAsLong());
        AccountView account = accounts.view(row.account());
        mails.changed(account);
        Actor person = new Actor(row.account().value(), null, null, null, row.name());
        audit.record(
                AuditLine.of(person, "factor-reset.completed").about(row.account().value()).with("reset", row.id()));
        return new Completed.Done(row.account(), account.name(), codes);
    }
}
