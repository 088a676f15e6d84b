package org.assisterportal.task.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.NotFound;
import org.assisterportal.shared.PageOf;
import org.assisterportal.shared.Sql;
import org.assisterportal.shared.Waiting;
import org.assisterportal.task.TaskConflicts;
import org.assisterportal.task.TaskView;
import org.assisterportal.task.Tasks;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tasks as rows. */
@Component
class TaskTable implements Tasks {
    private static final int PAGE = 25;
    private static final String VIEW =
            "SELECT id, kind, subject, " + Sql.pairsOf("facts") + " AS facts, opened_at, due, owner, owner_name, done_at,"
                    + " done_by, result FROM task.task";

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock clock;
    private final ObjectProvider<TaskConflicts> conflicts;

    TaskTable(JdbcClient jdbc, AuditLog audit, Clock clock, ObjectProvider<TaskConflicts> conflicts) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
        this.conflicts = conflicts;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void open(String kind, UUID subject, Map<String, String> facts, LocalDate due, Actor by) {
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        """
                        INSERT INTO task.task (id, kind, subject, facts, opened_at, due)
                        VALUES (:id, :kind, :subject, jsonb_object(:facts::text[]), :now, :due)
                        ON CONFLICT DO NOTHING
                        """)
                .param("id", id)
                .param("kind", kind)
                .param("subject", subject)
                .param("facts", Sql.pairs(facts))
                .param("now", Sql.time(clock.instant()))
                .param("due", due)
                .update();
        audit.record(AuditLine.of(by, "task.opened").about(subject).with("kind", kind));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Instant> openSince(String kind, UUID subject) {
        return jdbc.sql("SELECT opened_at FROM task.task WHERE kind = :kind AND subject = :subject AND done_at IS NULL")
                .param("kind", kind)
                .param("subject", subject)
                .query((row, number) -> Sql.instant(row, "opened_at"))
                .optional();
    }

    @Override
    @Transactional
    public PageOf<TaskView> list(boolean done, int page, Actor officer) {
        officer(officer);
        String which = done ? " WHERE done_at IS NOT NULL" : " WHERE done_at IS NULL";
        List<TaskView> rows =
                jdbc.sql(
                                VIEW + which + (done ? " ORDER BY done_at DESC, id" : " ORDER BY due, id")
                                        + " LIMIT " + PAGE + " OFFSET " + (page - 1) * PAGE)
                        .query((row, number) -> view(row))
                        .list();
        audit.record(
                AuditLine.of(officer, "task.list-shown")
                        .showing(rows.stream().map(TaskView::subject).distinct().toList())
                        .with("tasks", rows.size()));
        return PageOf.counted(rows, page, PAGE, rows.size(), counted(which));
    }

    @Override
    @Transactional
    public Optional<TaskView> find(UUID id, Actor officer) {
        officer(officer);
        Optional<TaskView> found = one(id);
        found.ifPresent(task -> audit.record(AuditLine.of(officer, "task.shown").about(task.subject()).with("kind", task.kind())));
        return found;
    }

    @Override
    public Waiting.OnList openOnes() {
        return new Waiting.OnList("task.task WHERE done_at IS NULL");
    }

    @Override
    @Transactional
    public Outcome take(UUID id, Actor officer) {
        return update("owner = :account, owner_name = :name", "", id, "", officer, "task.taken");
    }

    @Override
    @Transactional
    public Outcome handBack(UUID id, Actor officer) {
        return update("owner = NULL, owner_name = NULL", " AND owner = :account", id, "", officer, "task.handed-back");
    }

    @Override
    @Transactional
    public Outcome close(UUID id, String result, Actor officer) {
        officer(officer);
        TaskView task = one(id).orElseThrow(NotFound::new);
        String found = result.strip();
        if (found.isEmpty() || found.length() > LONGEST_RESULT) {
            return Outcome.NO_RESULT;
        }
        if (conflicts.stream().anyMatch(known -> !known.recorded(task))) {
            audit.recordRefusal(AuditLine.of(officer, "task.closed").about(task.subject()).with("task", id).refused("not-recorded"));
            return Outcome.NOT_RECORDED;
        }
        conflicts.forEach(known -> known.closing(task));
        Outcome outcome = update(
                "owner = coalesce(owner, :account), owner_name = coalesce(owner_name, :name), done_at = :now, done_by = :name,"
                        + " result = :result",
                "", id, found, officer, "task.closed");
        if (outcome == Outcome.DONE) {
            conflicts.forEach(known -> known.closed(task, officer));
        }
        return outcome;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void closeAbout(String kind, UUID subject, String result, Actor officer) {
        jdbc.sql("SELECT id FROM task.task WHERE kind = :kind AND subject = :subject AND done_at IS NULL")
                .param("kind", kind)
                .param("subject", subject)
                .query(UUID.class)
                .optional()
                .ifPresent(id -> close(id, result, officer));
    }

    private Outcome update(String what, String which, UUID id, String result, Actor officer, String act) {
        officer(officer);
        TaskView task = one(id).orElseThrow(NotFound::new);
        AuditLine line = AuditLine.of(officer, act).about(task.subject()).with("task", id);
        if (conflicts.stream().anyMatch(known -> known.concern(task, officer))) {
            audit.recordRefusal(line.refused("own"));
            return Outcome.OWN;
        }
        int updated =
                jdbc.sql("UPDATE task.task SET " + what + " WHERE id = :id AND done_at IS NULL" + which)
                        .param("id", id)
                        .param("account", officer.accountId().value())
                        .param("name", officer.name())
                        .param("now", Sql.time(clock.instant()))
                        .param("result", result)
                        .update();
        if (updated == 0) {
            audit.recordRefusal(line.refused("gone"));
            return Outcome.GONE;
        }
        audit.record(line);
        return Outcome.DONE;
    }

    private Optional<TaskView> one(UUID id) {
        return jdbc.sql(VIEW + " WHERE id = :id").param("id", id).query((row, number) -> view(row)).optional();
    }

    private long counted(String which) {
        return jdbc.sql("SELECT count(*) FROM (SELECT 1 FROM task.task" + which + " LIMIT " + PageOf.COUNTED_TO + ") few")
                .query(Long.class)
                .single();
    }

    private void officer(Actor who) {
        if (!who.wears(Hat.ARC_OFFICER)) {
            audit.recordRefusal(AuditLine.of(who, "task.list-shown").refused("not-officer"));
            throw new NotFound();
        }
    }

    private static TaskView view(ResultSet row) throws SQLException {
        return new TaskView(
                Sql.uuid(row, "id"),
                row.getString("kind"),
                Sql.uuid(row, "subject"),
                Sql.map(Sql.texts(row, "facts")),
                Sql.instant(row, "opened_at"),
                row.getObject("due", LocalDate.class),
                Sql.uuidOrNull(row, "owner"),
                Sql.textOrNull(row, "owner_name"),
                Sql.instantOrNull(row, "done_at"),
                Sql.textOrNull(row, "done_by"),
                Sql.textOrNull(row, "result"));
    }
}
