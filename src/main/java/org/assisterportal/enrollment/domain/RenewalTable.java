package org.assisterportal.enrollment.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who was told that plans go on, who doesn't want it, and how it ended, as rows. */
@Component
class RenewalTable {
    private final JdbcClient jdbc;

    RenewalTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How far a consumer's renewal is. */
    record Row(boolean told, boolean declined, boolean done) {
        static final Row NONE = new Row(false, false, false);
    }

    Row find(ConsumerId consumer, int planYear) {
        return jdbc.sql("SELECT told_at, declined_at, done_at FROM enrollment.renewal WHERE consumer = :consumer AND plan_year = :year")
                .param("consumer", consumer.value())
                .param("year", planYear)
                .query(
                        (row, number) ->
                                new Row(row.getObject("told_at") != null, row.getObject("declined_at") != null, row.getObject("done_at") != null))
                .optional()
                .orElse(Row.NONE);
    }

    /** Consumers with plans of the year before whom nobody looked at since they signed for them. */
    List<ConsumerId> unseen(int planYear, int most) {
        return jdbc.sql(
                        """
                        SELECT DISTINCT p.consumer FROM enrollment.policy p JOIN enrollment.act a ON a.id = p.act
                          LEFT JOIN enrollment.act_outcome o ON o.act = a.id
                         WHERE p.plan_year = :before
                           AND NOT EXISTS (SELECT 1 FROM enrollment.renewal r
                                            WHERE r.consumer = p.consumer AND r.plan_year = :year AND r.looked_at >= greatest(a.signed_at, o.at))
                         LIMIT :most
                        """)
                .param("before", planYear - 1)
                .param("year", planYear)
                .param("most", most)
                .query((row, number) -> new ConsumerId(Sql.uuid(row, "consumer")))
                .list();
    }

    /** Those who were told, and whose plans are still to be renewed. */
    List<ConsumerId> due(int planYear, Instant now, int most) {
        return jdbc.sql(
                        "SELECT consumer FROM enrollment.renewal WHERE plan_year = :year AND done_at IS NULL AND next_try_at <= :now"
                                + " ORDER BY next_try_at LIMIT :most")
                .param("year", planYear)
                .param("now", Sql.time(now))
                .param("most", most)
                .query((row, number) -> new ConsumerId(Sql.uuid(row, "consumer")))
                .list();
    }

    /** Somebody was looked at, and was told where something goes on. */
    void seen(ConsumerId consumer, int planYear, boolean told, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO enrollment.renewal (consumer, plan_year, looked_at, told_at, next_try_at, done_at)
                        VALUES (:consumer, :year, :now, CASE WHEN :told THEN :now::timestamptz END, :now, CASE WHEN :told THEN NULL ELSE :now::timestamptz END)
                        ON CONFLICT (consumer, plan_year) DO UPDATE
                            SET looked_at = excluded.looked_at, told_at = coalesce(renewal.told_at, excluded.told_at),
                                done_at = CASE WHEN :told THEN NULL ELSE renewal.done_at END
                        """)
                .param("consumer", consumer.value())
                .param("year", planYear)
                .param("told", told)
                .param("now", Sql.time(now))
                .update();
    }

    void declined(ConsumerId consumer, int planYear, boolean declined, String by, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO enrollment.renewal AS r (consumer, plan_year, looked_at, next_try_at, declined_at, declined_by)
                        VALUES (:consumer, :year, :never, :now, CASE WHEN :declined THEN :now::timestamptz END, :by)
                        ON CONFLICT (consumer, plan_year) DO UPDATE SET declined_at = excluded.declined_at, declined_by = excluded.declined_by
                        """)
                .param("consumer", consumer.value())
                .param("year", planYear)
                .param("never", Sql.time(Instant.EPOCH))
                .param("declined", declined)
                .param("by", by)
                .param("now", Sql.time(now))
                .update();
    }

    void done(ConsumerId consumer, int planYear, Instant now) {
        jdbc.sql("UPDATE enrollment.renewal SET done_at = :now WHERE consumer = :consumer AND plan_year = :year")
                .param("consumer", consumer.value())
                .param("year", planYear)
                .param("now", Sql.time(now))
                .update();
    }

    void later(ConsumerId consumer, int planYear, Instant at) {
        jdbc.sql("UPDATE enrollment.renewal SET tries = tries + 1, next_try_at = :at WHERE consumer = :consumer AND plan_year = :year")
                .param("consumer", consumer.value())
                .param("year", planYear)
                .param("at", Sql.time(at))
                .update();
    }

    Optional<Integer> tries(ConsumerId consumer, int planYear) {
        return jdbc.sql("SELECT tries FROM enrollment.renewal WHERE consumer = :consumer AND plan_year = :year")
                .param("consumer", consumer.value())
                .param("year", planYear)
                .query(Integer.class)
                .optional();
    }
}
