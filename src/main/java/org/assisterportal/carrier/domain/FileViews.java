package org.assisterportal.carrier.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assisterportal.carrier.CarrierFiles.FileView;
import org.assisterportal.carrier.CarrierFiles.SetView;
import org.assisterportal.carrier.CarrierFiles.State;
import org.assisterportal.carrier.CarrierFiles.Unread;
import org.assisterportal.shared.PageOf;
import org.assisterportal.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files and sets as pages list them. */
@Component
class FileViews {
    private static final String FILE =
            "SELECT control, issuer, file, written_at, sets, members, delivered_at, deliveries, accepted, rejected FROM carrier.interchange";

    private final JdbcClient jdbc;

    FileViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<FileView> list(int page, int size) {
        return jdbc.sql(FILE + " ORDER BY written_at DESC, control DESC LIMIT " + size + " OFFSET " + (long) (page - 1) * size)
                .query((row, number) -> file(row))
                .list();
    }

    long counted() {
        return jdbc.sql("SELECT count(*) FROM (SELECT 1 FROM carrier.interchange LIMIT " + PageOf.COUNTED_TO + ") few").query(Long.class).single();
    }

    Optional<FileView> find(int control) {
        return jdbc.sql(FILE + " WHERE control = :control").param("control", control).query((row, number) -> file(row)).optional();
    }

    List<SetView> sets(int control, int page, int size) {
        return jdbc.sql(
                        """
                        SELECT event, policy, state, answered_at FROM carrier.transaction_set WHERE interchange = :control
                         ORDER BY state <> 'REJECTED', event LIMIT :size OFFSET :offset
                        """)
                .param("control", control)
                .param("size", size)
                .param("offset", (long) (page - 1) * size)
                .query(
                        (row, number) ->
                                new SetView(
                                        row.getLong("event"), row.getString("policy"), State.valueOf(row.getString("state")),
                                        Sql.instantOrNull(row, "answered_at")))
                .list();
    }

    /** False when it is to be delivered anyway. */
    boolean sendAgain(int control) {
        return jdbc.sql("UPDATE carrier.interchange SET delivered_at = NULL WHERE control = :control AND delivered_at IS NOT NULL")
                        .param("control", control)
                        .update()
                == 1;
    }

    Map<String, State> states(Collection<String> policies) {
        Map<String, State> states = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT DISTINCT ON (policy) policy, state FROM carrier.transaction_set
                         WHERE policy = ANY(:policies::text[]) ORDER BY policy, event DESC
                        """)
                .param("policies", Sql.texts(policies))
                .query(row -> {
                    states.put(row.getString("policy"), State.valueOf(row.getString("state")));
                });
        return states;
    }

    List<Unread> unread(String issuer, Instant from, @Nullable Instant to, int most) {
        return jdbc.sql(
                        """
                        SELECT file, max(at) AS at, why, place, said, correct FROM carrier.unread
                         WHERE issuer = :issuer AND at BETWEEN :from AND coalesce(:to, 'infinity'::timestamptz)
                         GROUP BY file, why, place, said, correct ORDER BY max(at) DESC, file LIMIT :most
                        """)
                .param("issuer", issuer)
                .param("from", Sql.time(from))
                .param("to", to == null ? null : Sql.time(to))
                .param("most", most)
                .query(
                        (row, number) ->
                                new Unread(
                                        row.getString("file"), Sql.instant(row, "at"), row.getString("why"), row.getString("place"), row.getString("said"),
                                        row.getString("correct")))
                .list();
    }

    private static FileView file(ResultSet row) throws SQLException {
        return new FileView(
                row.getInt("control"), row.getString("issuer"), row.getString("file"), Sql.instant(row, "written_at"), row.getInt("sets"),
                row.getInt("members"), Sql.instantOrNull(row, "delivered_at"), row.getInt("deliveries"), row.getInt("accepted"),
                row.getInt("rejected"));
    }
}
