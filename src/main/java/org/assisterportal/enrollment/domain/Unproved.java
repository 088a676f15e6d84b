package org.assisterportal.enrollment.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.document.ProofId;
import org.assisterportal.document.Proofs;
import org.assisterportal.enrollment.Enrolled.Waits;
import org.assisterportal.enrollment.EventId;
import org.assisterportal.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Acts that rest on an event, what has to prove it, and what became of them: only a proved one counts. */
@Component
class Unproved {
    /** What became of an act. */
    enum Outcome {
        PROVED,
        LAPSED,
        TAKEN_BACK
    }

    private final JdbcClient jdbc;
    private final Proofs proofs;
    private final Clock clock;

    Unproved(JdbcClient jdbc, Proofs proofs, Clock clock) {
        this.jdbc = jdbc;
        this.proofs = proofs;
        this.clock = clock;
    }

    /** An act rests on an event; a proof where it has to be proved, and then it waits from now on. */
    void rests(UUID act, ConsumerId consumer, EventId event, @Nullable ProofId proof) {
        jdbc.sql("INSERT INTO enrollment.act_event (act, consumer, period, proof) VALUES (:act, :consumer, :period, :proof)")
                .param("act", act)
                .param("consumer", consumer.value())
                .param("period", event.value())
                .param("proof", proof == null ? null : proof.value())
                .update();
    }

    void settle(UUID act, ConsumerId consumer, Outcome outcome, String by) {
        jdbc.sql("INSERT INTO enrollment.act_outcome (act, consumer, outcome, at, by_name) VALUES (:act, :consumer, :outcome, :at, :by)")
                .param("act", act)
                .param("consumer", consumer.value())
                .param("outcome", outcome.name())
                .param("at", Sql.time(clock.instant()))
                .param("by", by)
                .update();
    }

    /** An act that waits. */
    record Waiting(UUID act, long number, ProofId proof) {}

    /** What waits for this proof. */
    List<Waiting> waiting(ProofId proof) {
        return waiting("u.proof = :id", proof.value());
    }

    /** What waits in a policy. */
    Optional<Waiting> in(UUID policy) {
        return waiting(
                        "(EXISTS (SELECT 1 FROM enrollment.policy p WHERE p.id = :id AND p.act = u.act)"
                                + " OR EXISTS (SELECT 1 FROM enrollment.member m WHERE m.policy = :id AND m.act = u.act)"
                                + " OR EXISTS (SELECT 1 FROM enrollment.ending e WHERE e.policy = :id AND e.act = u.act)"
                                + " OR EXISTS (SELECT 1 FROM enrollment.amount c WHERE c.policy = :id AND c.act = u.act))",
                        policy)
                .stream()
                .findFirst();
    }

    private List<Waiting> waiting(String where, UUID id) {
        return jdbc.sql(
                        "SELECT u.act, a.number, u.proof FROM enrollment.unproved u JOIN enrollment.act a ON a.id = u.act WHERE u.outcome IS NULL AND "
                                + where
                                + " ORDER BY a.number")
                .param("id", id)
                .query((row, number) -> new Waiting(Sql.uuid(row, "act"), row.getLong("number"), new ProofId(Sql.uuid(row, "proof"))))
                .list();
    }

    boolean isWaiting(long act) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT 1 FROM enrollment.unproved u JOIN enrollment.act a ON a.id = u.act WHERE u.outcome IS NULL AND a.number = :number)")
                .param("number", act)
                .query(Boolean.class)
                .single();
    }

    /** Of these policies, those in which something waits. */
    Map<UUID, Waits> of(ConsumerId consumer, Collection<UUID> policies) {
        if (policies.isEmpty()) {
            return Map.of();
        }
        List<Row> rows =
                jdbc.sql(
                                """
                                SELECT p.id, u.proof, u.act = p.act AS begins,
                                       ARRAY(SELECT m.first_name || ' ' || m.last_name FROM enrollment.member m
                                              WHERE m.policy = p.id AND m.act = u.act AND m.act <> p.act ORDER BY m.place) AS joins,
                                       ARRAY(SELECT m.person FROM enrollment.member m
                                              WHERE m.policy = p.id AND m.act = u.act AND m.act <> p.act ORDER BY m.place) AS joining,
                                       ARRAY(SELECT m.first_name || ' ' || m.last_name FROM enrollment.ending e
                                               JOIN enrollment.member m ON m.policy = e.policy AND m.person = e.person
                                              WHERE e.policy = p.id AND e.act = u.act ORDER BY m.place) AS leaves,
                                       (SELECT max(e.last_day) FROM enrollment.ending e WHERE e.policy = p.id AND e.act = u.act) AS last_day,
                                       EXISTS (SELECT 1 FROM enrollment.amount c WHERE c.policy = p.id AND c.act = u.act) AS costs
                                  FROM enrollment.unproved u JOIN enrollment.policy p ON p.consumer = u.consumer
                                 WHERE u.consumer = :consumer AND u.outcome IS NULL AND p.id = ANY(:ids::uuid[])
                                """)
                        .param("consumer", consumer.value())
                        .param("ids", Sql.ids(policies))
                        .query((row, number) -> row(row))
                        .list();
        List<Row> touched = new ArrayList<>(rows);
        touched.removeIf(row -> !row.costs() && row.joins().isEmpty() && row.leaves().isEmpty());
        Map<ProofId, Proofs.Asked> asked = proofs.of(touched.stream().map(Row::proof).toList());
        Map<UUID, Waits> found = new HashMap<>();
        for (Row row : touched) {
            Proofs.Asked one = asked.get(row.proof());
            if (one != null) {
                found.put(
                        row.policy(),
                        new Waits(row.proof(), one.kind(), one.state(), one.due(), row.begins(), row.joins(), row.joining(), row.leaves(), row.lastDay()));
            }
        }
        return found;
    }

    private record Row(UUID policy, ProofId proof, boolean begins, List<String> joins, List<String> joining, List<String> leaves, @Nullable LocalDate lastDay, boolean costs) {}

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                Sql.uuid(row, "id"), new ProofId(Sql.uuid(row, "proof")), row.getBoolean("begins"), Sql.texts(row, "joins"), Sql.texts(row, "joining"),
                Sql.texts(row, "leaves"),
                row.getObject("last_day", LocalDate.class), row.getBoolean("costs"));
    }
}
