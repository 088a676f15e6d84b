package org.assisterportal.identity.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.identity.AccountKind;
import org.assisterportal.identity.AccountView;
import org.assisterportal.identity.Accounts;
import org.assisterportal.identity.TermsOfUse;
import org.assisterportal.policy.PolicyTexts;
import org.assisterportal.policy.PolicyValues;
import org.assisterportal.shared.AccountId;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Acceptances of the terms, a row for each version. */
@Component
class TermsTable implements TermsOfUse {
    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final PolicyValues policy;
    private final PolicyTexts texts;
    private final AuditLog audit;
    private final Clock clock;

    TermsTable(JdbcClient jdbc, Accounts accounts, PolicyValues policy, PolicyTexts texts, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.policy = policy;
        this.texts = texts;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean due(AccountId account) {
        return !jdbc.sql("SELECT EXISTS (SELECT 1 FROM identity.terms_acceptance WHERE account = :account AND version >= :version)")
                .param("account", account.value())
                .param("version", inForce(accounts.view(account).kind()))
                .query(Boolean.class)
                .single();
    }

    @Override
    @Transactional(readOnly = true)
    public LocalDate inForce(AccountKind kind) {
        return kind == AccountKind.CONSUMER
                ? texts.inForce("text.consumer-terms", Locale.US).version()
                : policy.inForce("text.terms-of-use").effectiveFrom();
    }

    @Override
    @Transactional
    public boolean accept(AccountId account, LocalDate version) {
        AccountView view = accounts.view(account);
        if (!inForce(view.kind()).equals(version)) {
            return false;
        }
        int accepted =
                jdbc.sql(
                                "INSERT INTO identity.terms_acceptance (account, version, accepted_at)"
                                        + " VALUES (:account, :version, :now) ON CONFLICT DO NOTHING")
                        .param("account", account.value())
                        .param("version", version)
                        .param("now", Sql.time(clock.instant()))
                        .update();
        if (accepted > 0) {
            Actor person = new Actor(account.value(), null, null, null, view.name());
            audit.record(AuditLine.of(person, "terms.accepted").about(account.value()).with("version", version));
        }
        return true;
    }
}
