package org.assisterportal.consumer.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.consumer.AuthorizationView;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.Disputes;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.AgencyId;
import org.assisterportal.shared.Sql;
import org.assisterportal.task.TaskConflicts;
import org.assisterportal.task.TaskView;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Disputes as officers read them; nobody looks into one that concerns themselves. */
@Component
class DisputeDesk implements Disputes, TaskConflicts {
    private static final int MOST_SAID = 20;

    private final AuthorizationTable table;
    private final ConsumerTable consumers;
    private final DiaryTable diary;
    private final WhomToCall contacts;
    private final OfficerAffairs affairs;
    private final AuditLog audit;
    private final JdbcClient jdbc;

    DisputeDesk(
            AuthorizationTable table, ConsumerTable consumers, DiaryTable diary, WhomToCall contacts, OfficerAffairs affairs,
            AuditLog audit, JdbcClient jdbc) {
        this.table = table;
        this.consumers = consumers;
        this.diary = diary;
        this.contacts = contacts;
        this.affairs = affairs;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public Look of(UUID authorization, Actor officer) {
        affairs.officer(officer, "dispute.shown");
        ConsumerId consumer = table.consumerOf(authorization).orElse(null);
        if (consumer == null) {
            return new Look.None();
        }
        AuthorizationView view = table.one(consumer, authorization).orElseThrow();
        AuditLine line = AuditLine.of(officer, "dispute.shown").about(consumer.value()).with("authorization", view.number());
        if (affairs.concern(authorization, officer)) {
            audit.recordRefusal(line.refused("own"));
            return new Look.Own();
        }
        List<Said> said = said(authorization);
        if (said.isEmpty()) {
            return new Look.None();
        }
        audit.record(line.showing(List.of(consumer.value())));
        WhomToCall.Person person = contacts.about(authorization);
        return new Look.Shown(
                new Disputed(
                        view, new AgencyId(person.agency()), consumer.value(), person.email(), person.phone(),
                        person.language(), person.interpreter(), said));
    }

    private List<Said> said(UUID authorization) {
        return jdbc.sql(
                        """
                        SELECT d.at, d.said, y.act, y.facts, y.at AS done
                          FROM consumer.dispute d LEFT JOIN consumer.diary y ON y.id = d.line
                         WHERE d.authorization_id = :authorization ORDER BY d.at DESC LIMIT
                        """ + " " + MOST_SAID)
                .param("authorization", authorization)
                .query(
                        (row, number) ->
                                new Said(
                                        Sql.instant(row, "at"), row.getString("said"), Sql.textOrNull(row, "act"),
                                        Sql.texts(row, "facts"), Sql.instantOrNull(row, "done")))
                .list();
    }

    @Override
    public void closing(TaskView task) {
        consumerOf(task).ifPresent(consumers::lock);
    }

    @Override
    public void closed(TaskView task, Actor officer) {
        consumerOf(task)
                .ifPresent(
                        consumer ->
                                diary.note(
                                        consumer, "authorization.looked-into",
                                        List.of(task.facts().getOrDefault("authorization", "")), officer));
    }

    private Optional<ConsumerId> consumerOf(TaskView task) {
        return task.kind().equals(TASK) ? table.consumerOf(task.subject()) : Optional.empty();
    }

    @Override
    public boolean concern(TaskView task, Actor officer) {
        return task.kind().equals(TASK) && affairs.concern(task.subject(), officer);
    }
}
