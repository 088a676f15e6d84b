package org.assisterportal.identity.domain;

import java.time.Clock;
import java.time.LocalDate;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.identity.Accounts;
import org.assisterportal.identity.TermsOfUse;
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
    private static final String TEXT = "text.terms-of-use";

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final PolicyValues policy;
    private final AuditLog audit;
    private final Clock clock;

    TermsTable(JdbcClient jdbc, Accounts accounts, PolicyValues policy, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.policy = policy;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean due(AccountId account) {
        return !jdbc.sql("SELECT EXISTS (SELECT 1 FROM identity.terms_acceptance WHERE account = :account AND version >= :version)")
                .param("account", account.value())
                .param("version", policy.inForce(TEXT).effectiveFrom())
                .query(Boolean.class)
                .single();
    }

    @Override
    @Transactional
    public boolean accept(AccountId account, LocalDate version) {
        if (!policy.inForce(TEXT).effectiveFrom().equals(version)) {
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
            Actor person = new Actor(account.value(), null, null, null, accounts.view(account).name());
            audit.record(AuditLine.of(person, "terms.accepted").about(account.value()).with("version", version));
        }
        return true;
    }
}
