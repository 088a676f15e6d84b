package org.assisterportal.carrier.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assisterportal.enrollment.CarrierEvent;
import org.assisterportal.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Interchanges and their sets as rows. */
@Component
class InterchangeTable {
    private static final int CHUNK = 500;
    private static final String COLUMNS = "control, issuer, file, written_at, sets, members, bytes, sha256, delivered_at, deliveries";

    private final JdbcClient jdbc;

    InterchangeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A file that was written. */
    record Row(
            int control, String issuer, String file, Instant writtenAt, int sets, int members, long bytes, byte[] sha256,
            @Nullable Instant deliveredAt, int deliveries) {}

    /** Whoever gets it is the only one who writes a file for this carrier, until the transaction ends. */
    boolean lock(String issuer) {
        return jdbc.sql("SELECT pg_try_advisory_xact_lock(hashtextextended('carrier file ' || :issuer, 0))")
                .param("issuer", issuer)
                .query(Boolean.class)
                .single();
    }

    int nextControl() {
        return jdbc.sql("SELECT nextval('carrier.control')").query(Integer.class).single();
    }

    void insert(Row row) {
        jdbc.sql(
                        """
                        INSERT INTO carrier.interchange (control, issuer, file, written_at, sets, members, bytes, sha256)
                        VALUES (:control, :issuer, :file, :at, :sets, :members, :bytes, :sha256)
                        """)
                .param("control", row.control())
                .param("issuer", row.issuer())
                .param("file", row.file())
                .param("at", Sql.time(row.writtenAt()))
                .param("sets", row.sets())
                .param("members", row.members())
                .param("bytes", row.bytes())
                .param("sha256", row.sha256())
                .update();
    }

    /** Collects sets and writes many in one statement. */
    final class Sets {
        private final int control;
        private final List<Long> events = new ArrayList<>();
        private final List<String> policies = new ArrayList<>();

        private Sets(int control) {
            this.control = control;
        }

        void add(CarrierEvent event) {
            events.add(event.number());
            policies.add(event.policy());
            if (events.size() == CHUNK) {
                write();
            }
        }

        void write() {
            insertSets(control, events, policies);
            events.clear();
            policies.clear();
        }
    }

    private void insertSets(int control, List<Long> events, List<String> policies) {
        jdbc.sql(
                        """
                        INSERT INTO carrier.transaction_set (event, interchange, policy)
                        SELECT e, :control, p FROM unnest(:events::bigint[], :policies::text[]) AS t(e, p)
                        """)
                .param("control", control)
                .param("events", events.toArray(Long[]::new))
                .param("policies", Sql.texts(policies))
                .update();
    }

    Sets sets(int control) {
        return new Sets(control);
    }

    /** An event that no file can say. */
    void setAside(CarrierEvent event, Segments.Misfit why, Instant at) {
        jdbc.sql(
                        """
                        INSERT INTO carrier.set_aside (event, issuer, policy, segment, element, at)
                        VALUES (:event, :issuer, :policy, :segment, :element, :at)
                        """)
                .param("event", event.number())
                .param("issuer", event.issuer())
                .param("policy", event.policy())
                .param("segment", why.tag())
                .param("element", why.element())
                .param("at", Sql.time(at))
                .update();
    }

    /** Those that aren't in their carrier's folder yet. */
    List<Integer> undelivered(int most) {
        return jdbc.sql("SELECT control FROM carrier.interchange WHERE delivered_at IS NULL ORDER BY control LIMIT :most")
                .param("most", most)
                .query(Integer.class)
                .list();
    }

    /** One that is still to be delivered, held until the transaction ends; nothing while another process delivers it. */
    Optional<Row> hold(int control) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM carrier.interchange WHERE control = :control AND delivered_at IS NULL FOR UPDATE SKIP LOCKED")
                .param("control", control)
                .query((row, number) -> row(row))
                .optional();
    }

    void delivered(int control, Instant at) {
        jdbc.sql("UPDATE carrier.interchange SET delivered_at = :at, deliveries = deliveries + 1 WHERE control = :control")
                .param("at", Sql.time(at))
                .param("control", control)
                .update();
    }

    Optional<Row> find(int control) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM carrier.interchange WHERE control = :control")
                .param("control", control)
                .query((row, number) -> row(row))
                .optional();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getInt("control"), row.getString("issuer"), row.getString("file"), Sql.instant(row, "written_at"), row.getInt("sets"),
                row.getInt("members"), row.getLong("bytes"), row.getBytes("sha256"), Sql.instantOrNull(row, "delivered_at"), row.getInt("deliveries"));
    }
}
