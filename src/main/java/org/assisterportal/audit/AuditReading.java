package org.assisterportal.audit;

import org.assisterportal.audit.AuditLog.AuditDetail;
import org.assisterportal.shared.Minnesota;
import org.assisterportal.shared.PageOf;
import org.assisterportal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads the record; callers hold the transaction and leave the line. */
@Component
class AuditReading {
    private static final int PAGE = 50;
    private static final int MOST_SHOWN = 500;
    private static final String LINE =
            "SELECT id, at, actor_name, hat, account, act, refused, subject, agency,"
                    + " cardinality(shown) AS shown_count, "
                    + Sql.pairsOf("facts")
                    + " AS facts FROM audit.line";

    private final JdbcClient jdbc;

    AuditReading(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    PageOf<AuditView> search(AuditSearch search) {
        Map<String, Object> values = new HashMap<>();
        String where = where(search, values);
        int number = Math.max(1, search.page());
        // Counting stops at ten thousand: beyond it, narrowing the search helps and an exact number
        // doesn't.
        long total =
                jdbc.sql(
                                "SELECT count(*) FROM (SELECT 1 FROM audit.line"
                                        + where
                                        + " LIMIT 10000) found")
                        .params(values)
                        .query(Long.class)
                        .single();
        List<AuditView> rows =
                jdbc.sql(
                                LINE
                                        + where
                                        + " ORDER BY at DESC, id LIMIT "
                                        + PAGE
                                        + " OFFSET "
                                        + (long) (number - 1) * PAGE)
                        .params(values)
                        .query((row, at) -> view(row))
                        .list();
        return new PageOf<>(rows, number, PAGE, total);
    }

    // Only what is asked for stands in the statement, so that each search can use its index.
    private static String where(AuditSearch search, Map<String, Object> values) {
        List<String> conditions = new ArrayList<>();
        if (search.from() != null) {
            conditions.add("at >= :from");
            values.put("from", Sql.time(Minnesota.startOf(search.from())));
        }
        if (search.to() != null) {
            conditions.add("at < :to");
            values.put("to", Sql.time(Minnesota.endOf(search.to())));
        }
        if (search.account() != null) {
            conditions.add("account = :account");
            values.put("account", search.account());
        }
        if (search.subject() != null) {
            conditions.add("(subject = :subject OR shown @> ARRAY[:subject::uuid])");
            values.put("subject", search.subject());
        }
        if (search.agency() != null) {
            conditions.add("agency = :agency");
            values.put("agency", search.agency());
        }
        if (search.act() != null) {
            conditions.add("act = :act");
            values.put("act", search.act());
        }
        if (search.refusedOnly()) {
            conditions.add("refused");
        }
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    Optional<AuditDetail> line(UUID id) {
        Optional<AuditView> view =
                jdbc.sql(LINE + " WHERE id = :id")
                        .param("id", id)
                        .query((row, at) -> view(row))
                        .optional();
        return view.map(
                line ->
                        new AuditDetail(
                                line,
                                jdbc.sql(
                                                "SELECT unnest(shown) FROM audit.line WHERE id ="
                                                    + " :id LIMIT "
                                                        + MOST_SHOWN)
                                        .param("id", id)
                                        .query(UUID.class)
                                        .list()));
    }

    /** Hops from act to act over the index instead of reading every line. */
    List<String> acts() {
        return jdbc.sql(
                        """
                        WITH RECURSIVE known(act) AS (
                            SELECT min(act) FROM audit.line
                            UNION ALL
                            SELECT (SELECT min(l.act) FROM audit.line l WHERE l.act > known.act)
                              FROM known WHERE known.act IS NOT NULL)
                        SELECT act FROM known WHERE act IS NOT NULL
                        """)
                .query(String.class)
                .list();
    }

    private static AuditView view(ResultSet row) throws SQLException {
        return new AuditView(
                Sql.uuid(row, "id"),
                Sql.instant(row, "at"),
                row.getString("actor_name"),
                Sql.textOrNull(row, "hat"),
                Sql.uuidOrNull(row, "account"),
                row.getString("act"),
                row.getBoolean("refused"),
                Sql.uuidOrNull(row, "subject"),
                Sql.uuidOrNull(row, "agency"),
                row.getInt("shown_count"),
                Sql.map(Sql.texts(row, "facts")));
    }
}
