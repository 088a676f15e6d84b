package org.assisterportal.document.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.document.DocumentReviews.Extension;
import org.assisterportal.document.DocumentReviews.Line;
import org.assisterportal.document.DocumentReviews.Tab;
import org.assisterportal.document.ProofId;
import org.assisterportal.document.ProofKind;
import org.assisterportal.document.ProofRequest;
import org.assisterportal.document.ProofRequest.Decision;
import org.assisterportal.document.ProofRequest.Reason;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.PageOf;
import org.assisterportal.shared.Sql;
import org.assisterportal.shared.Waiting;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Decisions and the officers' lists as rows. */
@Component
class ReviewTable {
    static final int PAGE = 25;

    private final JdbcClient jdbc;

    ReviewTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A page of a list, with whose they are. */
    record Found(List<Row> rows) {
        record Row(ConsumerId consumer, Line line) {}

        List<ConsumerId> consumers() {
            return rows.stream().map(Row::consumer).toList();
        }

        /** Nothing of whom, where the officer leaves it to a colleague. */
        List<Line> lines(Set<ConsumerId> own) {
            return rows.stream()
                    .map(
                            row -> {
                                Line line = row.line();
                                boolean is = own.contains(row.consumer());
                                return new Line(line.id(), is ? "" : line.name(), line.kind(), line.planYear(), line.due(), line.since(), line.files(), is);
                            })
                    .toList();
        }
    }

    private static String which(Tab tab) {
        return switch (tab) {
            case WAITING -> " WHERE state = 'SENT'";
            case OVERDUE -> " WHERE state IN ('ASKED', 'NOT_ACCEPTED') AND due < :today";
            case ACCEPTED -> " WHERE state = 'ACCEPTED'";
        };
    }

    private static String order(Tab tab) {
        return switch (tab) {
            case WAITING -> " ORDER BY sent_at, id";
            case OVERDUE -> " ORDER BY due, id";
            case ACCEPTED -> " ORDER BY closed_at DESC, id";
        };
    }

    Found list(Tab tab, int page, LocalDate today) {
        String columns = "SELECT id, consumer, person_name, kind, plan_year, due, sent_at, closed_at, waiting, files FROM document.request";
        return new Found(
                jdbc.sql(columns + which(tab) + order(tab) + " LIMIT " + PAGE + " OFFSET " + (page - 1) * PAGE)
                        .param("today", today)
                        .query((row, number) -> row(row))
                        .list());
    }

    private static Found.Row row(ResultSet row) throws SQLException {
        Instant sent = Sql.instantOrNull(row, "sent_at");
        Instant closed = Sql.instantOrNull(row, "closed_at");
        int waiting = row.getInt("waiting");
        Line line =
                new Line(
                        new ProofId(Sql.uuid(row, "id")), row.getString("person_name"), ProofKind.valueOf(row.getString("kind")),
                        row.getObject("plan_year", Integer.class), Objects.requireNonNull(row.getObject("due", LocalDate.class)), sent == null ? closed : sent,
                        sent == null ? row.getInt("files") : waiting, false);
        return new Found.Row(new ConsumerId(Sql.uuid(row, "consumer")), line);
    }

    static Waiting.OnList waiting() {
        return new Waiting.OnList("document.request" + which(Tab.WAITING));
    }

    long counted(Tab tab, LocalDate today) {
        return jdbc.sql("SELECT count(*) FROM (SELECT 1 FROM document.request" + which(tab) + " LIMIT " + PageOf.COUNTED_TO + ") few")
                .param("today", today)
                .query(Long.class)
                .single();
    }

    List<Decision> decisions(ProofId id) {
        return jdbc.sql("SELECT at, reason, note, officer_name FROM document.review WHERE request = :id ORDER BY at DESC LIMIT 50")
                .param("id", id.value())
                .query(
                        (row, number) -> {
                            String reason = Sql.textOrNull(row, "reason");
                            return new Decision(
                                    Sql.instant(row, "at"), reason == null ? null : Reason.valueOf(reason), row.getString("note"),
                                    row.getString("officer_name"));
                        })
                .list();
    }

    @Nullable Extension extension(ProofId id) {
        return jdbc.sql("SELECT from_due, to_due, reason, officer_name, at FROM document.extension WHERE request = :id")
                .param("id", id.value())
                .query(
                        (row, number) ->
                                new Extension(
                                        Objects.requireNonNull(row.getObject("from_due", LocalDate.class)),
                                        Objects.requireNonNull(row.getObject("to_due", LocalDate.class)), row.getString("reason"),
                                        row.getString("officer_name"), Sql.instant(row, "at")))
                .optional()
                .orElse(null);
    }

    boolean isOverdue(ConsumerId consumer) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM document.request WHERE consumer = :consumer AND closed_at IS NULL AND overdue_at IS NOT NULL)")
                .param("consumer", consumer.value())
                .query(Boolean.class)
                .single();
    }

    void looked(UUID file, Instant at) {
        jdbc.sql("UPDATE document.file SET looked_at = :at WHERE id = :file AND looked_at IS NULL")
                .param("at", Sql.time(at))
                .param("file", file)
                .update();
    }

    /** A decision on every file that waits. */
    void decide(ProofId id, @Nullable Reason reason, String note, Actor officer, Instant at) {
        UUID review = UUID.randomUUID();
        jdbc.sql(
                        """
                        INSERT INTO document.review (id, request, accepted, reason, note, officer, officer_name, at)
                        VALUES (:review, :id, :accepted, :reason, :note, :officer, :name, :at)
                        """)
                .param("review", review)
                .param("id", id.value())
                .param("accepted", reason == null)
                .param("reason", reason == null ? null : reason.name())
                .param("note", note)
                .param("officer", officer.accountId().value())
                .param("name", officer.name())
                .param("at", Sql.time(at))
                .update();
        jdbc.sql("UPDATE document.file SET review = :review WHERE request = :id AND review IS NULL")
                .param("review", review)
                .param("id", id.value())
                .update();
    }

    void accepted(ProofId id, Instant at) {
        jdbc.sql(
                        "UPDATE document.request SET state = 'ACCEPTED', closed_at = :at, sent_at = NULL, waiting = 0, version = version + 1"
                                + " WHERE id = :id")
                .param("at", Sql.time(at))
                .param("id", id.value())
                .update();
    }

    void notAccepted(ProofId id, LocalDate due, int reminded) {
        jdbc.sql(
                        """
                        UPDATE document.request SET state = 'NOT_ACCEPTED', sent_at = NULL, waiting = 0, version = version + 1,
                               due = :due, reminded = :reminded, overdue_at = NULL
                         WHERE id = :id
                        """)
                .param("due", due)
                .param("reminded", reminded)
                .param("id", id.value())
                .update();
    }

    void extend(ProofRequest request, LocalDate due, int reminded, String reason, Actor officer, Instant at) {
        jdbc.sql(
                        """
                        INSERT INTO document.extension (request, from_due, to_due, reason, officer, officer_name, at)
                        VALUES (:id, :from, :due, :reason, :officer, :name, :at)
                        """)
                .param("id", request.id().value())
                .param("from", request.due())
                .param("due", due)
                .param("reason", reason)
                .param("officer", officer.accountId().value())
                .param("name", officer.name())
                .param("at", Sql.time(at))
                .update();
        jdbc.sql("UPDATE document.request SET due = :due, reminded = :reminded, overdue_at = NULL, version = version + 1 WHERE id = :id")
                .param("due", due)
                .param("reminded", reminded)
                .param("id", request.id().value())
                .update();
    }
}
