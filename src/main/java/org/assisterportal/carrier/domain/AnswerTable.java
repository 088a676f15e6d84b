package org.assisterportal.carrier.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.assisterportal.carrier.CarrierFiles.State;
import org.assisterportal.shared.Sql;
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

    /** How many sets the carrier's interchange has; held until the transaction ends, so that answers follow one another. */
    Optional<Integer> hold(String issuer, long control) {
        return jdbc.sql("SELECT sets FROM carrier.interchange WHERE control = :control AND issuer = :issuer FOR UPDATE")
                .param("control", control)
                .param("issuer", issuer)
                .query(Integer.class)
                .optional();
    }

    /** The policy of the set; nothing where the interchange has no such set. */
    Optional<String> answer(long control, long event, State state, Instant at) {
        return jdbc.sql(
                        """
                        UPDATE carrier.transaction_set SET state = :state, answered_at = :at
                         WHERE event = :event AND interchange = :control RETURNING policy
                        """)
                .param("state", state.name())
                .param("at", Sql.time(at))
                .param("event", event)
                .param("control", control)
                .query(String.class)
                .optional();
    }

    /** All sets of the interchange but these; how many. */
    int answerOthers(long control, Collection<Long> named, State state, Instant at) {
        return jdbc.sql(
                        """
                        UPDATE carrier.transaction_set SET state = :state, answered_at = :at
                         WHERE interchange = :control AND NOT event = ANY(:named::bigint[])
                        """)
                .param("state", state.name())
                .param("at", Sql.time(at))
                .param("control", control)
                .param("named", List.copyOf(named).toArray(Long[]::new))
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
}
