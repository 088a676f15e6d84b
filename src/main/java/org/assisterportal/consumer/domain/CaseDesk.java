package org.assisterportal.consumer.domain;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.consumer.Acting;
import org.assisterportal.consumer.CaseRow;
import org.assisterportal.consumer.Caseload;
import org.assisterportal.consumer.Casework;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.Consumers;
import org.assisterportal.consumer.Guard;
import org.assisterportal.consumer.Scope;
import org.assisterportal.policy.PolicyValues;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.NotFound;
import org.assisterportal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Work for one consumer, each step with its line in the record. */
@Component
class CaseDesk implements Casework {
    private static final int LATEST = 5;

    private final Guard guard;
    private final Consumers consumers;
    private final DiaryTable diary;
    private final PolicyValues policy;
    private final AuditLog audit;
    private final JdbcClient jdbc;

    CaseDesk(Guard guard, Consumers consumers, DiaryTable diary, PolicyValues policy, AuditLog audit, JdbcClient jdbc) {
        this.guard = guard;
        this.consumers = consumers;
        this.diary = diary;
        this.policy = policy;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public Guard.Decision begin(Actor assister, ConsumerId consumer) {
        Guard.Decision decision = guard.decide(assister, consumer, Scope.SEE);
        if (decision instanceof Guard.Decision.Granted granted) {
            audit.record(DiaryTable.line(granted.acting(), "consumer.case-opened").showing(List.of(consumer.value())));
        }
        return decision;
    }

    @Override
    @Transactional
    public CaseView show(Acting by) {
        return new CaseView(consumers.view(by), standing(by), diary.latest(by.consumer(), LATEST));
    }

    private CaseRow standing(Acting by) {
        return jdbc.sql(
                        CaseloadTable.ROW + " FROM consumer.caseload WHERE consumer ="
                                + " (SELECT consumer FROM consumer.authority WHERE authorization_id = :authorization)")
                .param("authorization", by.authorization())
                .query((row, number) -> CaseloadTable.row(row))
                .optional()
                .orElseThrow(NotFound::new);
    }

    @Override
    @Transactional
    public void asked(Actor assister, List<ConsumerId> named) {
        audit.record(
                AuditLine.of(assister, "portal.acting-asked")
                        .about(subject(assister))
                        .showing(named.stream().map(ConsumerId::value).toList()));
    }

    @Override
    @Transactional
    public void leave(Actor assister, ConsumerId consumer, Left how) {
        audit.record(
                AuditLine.of(assister, "consumer.case-left")
                        .about(consumer.value())
                        .with("how", how.name().toLowerCase(Locale.ROOT)));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Caseload.Ended> end(Actor assister, UUID authorization) {
        return jdbc.sql(
                        "SELECT number, ended_at FROM consumer.authorization_end"
                                + " WHERE authorization_id = :authorization AND assister = :me")
                .param("authorization", authorization)
                .param("me", subject(assister))
                .query((row, number) -> new Caseload.Ended(row.getLong("number"), Sql.instant(row, "ended_at")))
                .optional();
    }

    @Override
    public Duration idle() {
        return Duration.ofMinutes(policy.inForce("portal.acting-idle-minutes").number());
    }

    private static UUID subject(Actor assister) {
        UUID subject = assister.subject();
        if (subject == null) {
            throw new NotFound();
        }
        return subject;
    }
}
