package org.assisterportal.carrier.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.assisterportal.carrier.CarrierFiles.State;
import org.assisterportal.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What answers change. */
@Component
class AnswerTable {
    private final JdbcClient jdbc;

    AnswerTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when this carrier's very same answer was read before. */
    boolean insert(String issuer, byte[] sha256, Instant at) {
        return jdbc.sql("INSERT INTO carrier.answer (issuer, sha256, read_at) VALUES (:issuer, :sha256, :at) ON CONFLICT DO NOTHING")
                        .param("issuer", issuer)
                        .param("sha256", sha256)
                        .param("at", Sql.time(at))
                        .update()
                == 1;
    }

    /** When the file was put into the carrier's folder last; null while it is to be put there. */
    record File(@Nullable Instant deliveredAt) {}

    /** The carrier's interchange; held until the transaction ends, so that answers follow one another. */
    Optional<File> hold(String issuer, long control) {
        return jdbc.sql("SELECT delivered_at FROM carrier.interchange WHERE control = :control AND issuer = :issuer FOR UPDATE")
                .param("control", control)
                .param("issuer", issuer)
                .query((row, number) -> new File(Sql.instantOrNull(row, "delivered_at")))
                .optional();
    }

    /** A set of the interchange and how it stands. */
    record SetRow(long event, String policy, State state, @Nullable Instant answeredAt) {}

    List<SetRow> sets(long control) {
        return jdbc.sql("SELECT event, policy, state, answered_at FROM carrier.transaction_set WHERE interchange = :control ORDER BY event")
                .param("control", control)
                .query(
                        (row, number) ->
                                new SetRow(
                                        row.getLong("event"), row.getString("policy"), State.valueOf(row.getString("state")),
                                        Sql.instantOrNull(row, "answered_at")))
                .list();
    }

    void answer(Collection<Long> events, State state, Instant at) {
        jdbc.sql("UPDATE carrier.transaction_set SET state = :state, answered_at = :at WHERE event = ANY(:events::bigint[])")
                .param("state", state.name())
                .param("at", Sql.time(at))
                .param("events", List.copyOf(events).toArray(Long[]::new))
                .update();
    }

    void count(long control) {
        jdbc.sql(
                        """
                        UPDATE carrier.interchange SET (accepted, rejected) =
                            (SELECT count(*) FILTER (WHERE s.state = 'ACCEPTED'), count(*) FILTER (WHERE s.state = 'REJECTED')
                               FROM carrier.transaction_set s WHERE s.interchange = :control)
                         WHERE control = :control
                        """)
                .param("control", control)
                .update();
    }

    /** Whoever gets it is the only one who keeps what this carrier sent unfit, until the transaction ends. */
    void lock(String issuer) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('carrier answer ' || :issuer, 0))").param("issuer", issuer).query((row, number) -> number).single();
    }

    /** Whether it was kept since then that this file was put aside. */
    boolean isUnread(String issuer, String file, Instant since) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM carrier.unread WHERE issuer = :issuer AND file = :file AND at >= :since)")
                .param("issuer", issuer)
                .param("file", file)
                .param("since", Sql.time(since))
                .query(Boolean.class)
                .single();
    }

    /** Keeps that a file was put aside unread, and why. */
    void unread(String issuer, String file, Unfit why, Instant at) {
        jdbc.sql(
                        """
                        INSERT INTO carrier.unread (issuer, file, at, why, place, said, correct)
                        VALUES (:issuer, :file, :at, :why, :place, :said, :is) ON CONFLICT DO NOTHING
                        """)
                .param("issuer", issuer)
                .param("file", file)
                .param("at", Sql.time(at))
                .param("why", why.why())
                .param("place", why.place())
                .param("said", why.said())
                .param("is", why.is())
                .update();
    }
}
