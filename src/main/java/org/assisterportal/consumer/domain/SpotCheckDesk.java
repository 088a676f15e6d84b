package org.assisterportal.consumer.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.consumer.AuthorizationView;
import org.assisterportal.consumer.AuthorizationView.EndReason;
import org.assisterportal.consumer.AuthorizationView.Method;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.SpotChecks;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.AgencyId;
import org.assisterportal.shared.NotFound;
import org.assisterportal.shared.PageOf;
import org.assisterportal.shared.Sql;
import org.assisterportal.task.TaskConflicts;
import org.assisterportal.task.TaskView;
import org.assisterportal.task.Tasks;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The officers' look at authorizations by mail, and what they found. */
@Component
class SpotCheckDesk implements SpotChecks, TaskConflicts {
    private static final int PAGE = 25;

    private final AuthorizationTable table;
    private final ConsumerTable consumers;
    private final WhomToCall contacts;
    private final OfficerAffairs affairs;
    private final Ending ending;
    private final Tasks tasks;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    SpotCheckDesk(
            AuthorizationTable table, ConsumerTable consumers, WhomToCall contacts, OfficerAffairs affairs, Ending ending,
            Tasks tasks, AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.table = table;
        this.consumers = consumers;
        this.contacts = contacts;
        this.affairs = affairs;
        this.ending = ending;
        this.tasks = tasks;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional
    public PageOf<Line> list(int page, Actor officer) {
        affairs.officer(officer, "spot-check.list-shown");
        List<Line> rows =
                jdbc.sql(
                                """
                                SELECT g.id, g.number, g.assister_name, g.agency_name, g.given_at, e.ended_at, s.result,
                                       coalesce(r.flags, '{}') AS flags
                                  FROM (SELECT id, number, assister_name, agency_name, given_at
                                          FROM consumer.authorization_given WHERE method = 'MAILED_CODE'
                                         ORDER BY given_at DESC LIMIT :size OFFSET :offset) g
                                  LEFT JOIN consumer.authorization_end e ON e.authorization_id = g.id
                                  LEFT JOIN consumer.request r ON r.authorization_id = g.id
                                  LEFT JOIN consumer.spot_check s ON s.authorization_id = g.id
                                 ORDER BY g.given_at DESC
                                """)
                        .param("size", PAGE)
                        .param("offset", (page - 1) * PAGE)
                        .query((row, number) -> line(row))
                        .list();
        long counted =
                jdbc.sql(
                                "SELECT count(*) FROM (SELECT 1 FROM consumer.authorization_given WHERE method = 'MAILED_CODE'"
                                        + " LIMIT " + PageOf.COUNTED_TO + ") few")
                        .query(Long.class)
                        .single();
        audit.record(
                AuditLine.of(officer, "spot-check.list-shown").showing(rows.stream().map(Line::authorization).toList()));
        return PageOf.counted(rows, page, PAGE, rows.size(), counted);
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                Sql.uuid(row, "id"), row.getLong("number"), row.getString("assister_name"), row.getString("agency_name"),
                Sql.instant(row, "given_at"), Sql.instantOrNull(row, "ended_at"), Sql.texts(row, "flags"), result(row));
    }

    private static @Nullable Result result(ResultSet row) throws SQLException {
        String result = Sql.textOrNull(row, "result");
        return result == null ? null : Result.valueOf(result);
    }

    private record Found(
            List<String> flags, Instant askedAt, @Nullable Result result, @Nullable String note, @Nullable String officer,
            @Nullable Instant at) {}

    @Override
    @Transactional
    public Look show(UUID authorization, Actor officer) {
        affairs.officer(officer, "spot-check.shown");
        AuthorizationView view = mailed(authorization);
        ConsumerId consumer = table.consumerOf(authorization).orElseThrow(NotFound::new);
        AuditLine line = AuditLine.of(officer, "spot-check.shown").about(consumer.value()).with("authorization", view.number());
        if (affairs.concern(authorization, officer)) {
            audit.recordRefusal(line.refused("own"));
            return new Look.Own();
        }
        audit.record(line.showing(List.of(consumer.value())));
        WhomToCall.Person person = contacts.about(authorization);
        Found found = found(authorization);
        return new Look.Shown(
                new Check(
                        view, new AgencyId(person.agency()), person.email(), person.phone(), person.language(),
                        person.interpreter(), found.askedAt(), found.flags(), found.result(), found.note(), found.officer(),
                        found.at()));
    }

    private AuthorizationView mailed(UUID authorization) {
        return table.consumerOf(authorization)
                .flatMap(consumer -> table.one(consumer, authorization))
                .filter(view -> view.method() == Method.MAILED_CODE)
                .orElseThrow(NotFound::new);
    }

    private Found found(UUID authorization) {
        return jdbc.sql(
                        """
                        SELECT r.flags, r.asked_at, s.result, s.note, s.officer_name, s.at
                          FROM consumer.request r LEFT JOIN consumer.spot_check s ON s.authorization_id = r.authorization_id
                         WHERE r.authorization_id = :authorization
                        """)
                .param("authorization", authorization)
                .query(
                        (row, number) ->
                                new Found(
                                        Sql.texts(row, "flags"), Sql.instant(row, "asked_at"), result(row),
                                        Sql.textOrNull(row, "note"), Sql.textOrNull(row, "officer_name"),
                                        Sql.instantOrNull(row, "at")))
                .single();
    }

    @Override
    @Transactional
    public Outcome check(UUID authorization, Result result, String note, Actor officer) {
        affairs.officer(officer, "spot-check.done");
        AuthorizationView view = mailed(authorization);
        ConsumerId consumer = table.consumerOf(authorization).orElseThrow(NotFound::new);
        AuditLine line =
                AuditLine.of(officer, "spot-check.done")
                        .about(consumer.value())
                        .with("authorization", view.number())
                        .with("person", view.assister());
        if (affairs.concern(authorization, officer)) {
            audit.recordRefusal(line.refused("own"));
            return Outcome.OWN;
        }
        String written = note.strip();
        if (written.isEmpty() || written.length() > LONGEST_NOTE) {
            return Outcome.NO_NOTE;
        }
        consumers.lock(consumer);
        if (!insert(authorization, result, written, officer)) {
            audit.recordRefusal(line.refused("gone"));
            return Outcome.GONE;
        }
        audit.record(line.with("found", result));
        if (result == Result.STOPPED && table.now(consumer).filter(now -> now.authorization().equals(authorization)).isPresent()) {
            ending.end(consumer, EndReason.STAFF, officer);
        }
        tasks.closeAbout(SpotCheckDraw.KIND, authorization, written, officer);
        return Outcome.DONE;
    }

    @Override
    public boolean concern(TaskView task, Actor officer) {
        return task.kind().equals(SpotCheckDraw.KIND) && affairs.concern(task.subject(), officer);
    }

    /** The list of checks says what became of each: none is done by its task alone. */
    @Override
    public boolean recorded(TaskView task) {
        return !task.kind().equals(SpotCheckDraw.KIND)
                || jdbc.sql("SELECT EXISTS (SELECT 1 FROM consumer.spot_check WHERE authorization_id = :id)")
                        .param("id", task.subject())
                        .query(Boolean.class)
                        .single();
    }

    private boolean insert(UUID authorization, Result result, String note, Actor officer) {
        return jdbc.sql(
                                "INSERT INTO consumer.spot_check (authorization_id, result, note, officer, officer_name, at)"
                                        + " VALUES (:id, :result, :note, :officer, :name, :now) ON CONFLICT DO NOTHING")
                        .param("id", authorization)
                        .param("result", result.name())
                        .param("note", note)
                        .param("officer", officer.accountId().value())
                        .param("name", officer.name())
                        .param("now", Sql.time(clock.instant()))
                        .update()
                == 1;
    }
}
