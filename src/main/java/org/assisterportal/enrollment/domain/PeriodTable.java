package org.assisterportal.enrollment.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.assisterportal.application.Hand;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.document.ProofId;
import org.assisterportal.enrollment.CoverageBefore;
import org.assisterportal.enrollment.EventId;
import org.assisterportal.enrollment.Events;
import org.assisterportal.enrollment.LifeEvent;
import org.assisterportal.shared.Minnesota;
import org.assisterportal.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Events as they were reported; that one was taken back is a row of its own. */
@Component
class PeriodTable {
    private final JdbcClient jdbc;
    private final Clock clock;

    PeriodTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A reported event.
     *
     * @param people keys of those whom it concerned
     * @param signed whether something was signed because of it that counts or waits
     * @param proved whether its proof was accepted
     * @param proof what was asked for by the newest signature; null when nothing was
     */
    record Entry(Calendar.Period period, List<String> people, boolean signed, boolean proved, @Nullable ProofId proof) {
        boolean is(LifeEvent event, LocalDate happened, List<String> whom) {
            return period.event() == event && period.happened().equals(happened) && people.equals(whom);
        }
    }

    void report(Hand by, Calendar.Period period, List<String> people, @Nullable CoverageBefore before) {
        jdbc.sql(
                        """
                        INSERT INTO enrollment.period (id, consumer, event, happened_on, opens, closes, people, coverage_before, reported_at, by_account,
                                                       by_name, by_hat, authorization_number)
                        VALUES (:id, :consumer, :event, :on, :opens, :closes, :people, :before, :now, :account, :name, :hat, :number)
                        """)
                .param("id", period.id().value())
                .param("event", period.event().name())
                .param("on", period.happened())
                .param("opens", period.opens())
                .param("closes", period.closes())
                .param("people", String.join(",", people))
                .param("before", before == null ? null : before.name())
                .params(ByWhom.params(by, clock.instant()))
                .update();
    }

    void withdraw(Hand by, EventId event) {
        jdbc.sql(
                        """
                        INSERT INTO enrollment.period_withdrawn (period, consumer, at, by_account, by_name, by_hat, authorization_number)
                        VALUES (:period, :consumer, :now, :account, :name, :hat, :number)
                        """)
                .param("period", event.value())
                .params(ByWhom.params(by, clock.instant()))
                .update();
    }

    /** How many were reported whose time isn't over, those that were taken back among them. */
    int count(ConsumerId consumer, LocalDate today) {
        return jdbc.sql("SELECT count(*) FROM enrollment.period WHERE consumer = :consumer AND closes >= :today")
                .param("consumer", consumer.value())
                .param("today", today)
                .query(Integer.class)
                .single();
    }

    /** Those whose time isn't over, or whose proof is waited for, and that weren't taken back; the newest first. */
    List<Entry> standing(ConsumerId consumer, LocalDate today) {
        return jdbc.sql(
                        """
                        SELECT p.id, p.event, p.happened_on, p.opens, p.closes, p.people, s.proof, coalesce(s.counts, false) AS counts,
                               coalesce(s.proved, false) AS proved
                          FROM enrollment.period p
                          LEFT JOIN LATERAL (
                              SELECT (array_agg(e.proof ORDER BY a.number DESC))[1] AS proof,
                                     bool_or(o.outcome IS NULL OR o.outcome = 'PROVED') AS counts, bool_or(o.outcome = 'PROVED') AS proved,
                                     bool_or(e.proof IS NOT NULL AND o.outcome IS NULL) AS waits
                                FROM enrollment.act_event e JOIN enrollment.act a ON a.id = e.act
                                LEFT JOIN enrollment.act_outcome o ON o.act = e.act
                               WHERE e.period = p.id) s ON true
                         WHERE p.consumer = :consumer AND (p.closes >= :today OR s.waits)
                           AND NOT EXISTS (SELECT 1 FROM enrollment.period_withdrawn w WHERE w.period = p.id)
                         ORDER BY p.reported_at DESC, p.id LIMIT :most
                        """)
                .param("consumer", consumer.value())
                .param("today", today)
                .param("most", Events.MOST)
                .query((row, number) -> entry(row))
                .list();
    }

    /**
     * Somebody has a plan by an event: they are in a policy that began, or that somebody joined, because of it.
     *
     * @param from the first day of what was chosen
     */
    record Chosen(LifeEvent event, LocalDate happened, String person, LocalDate from) {}

    /**
     * Of what counts; the same event may have been reported several times, for different people. Whoever left before the first day, as a
     * change of mind lets them, has nothing by it.
     */
    List<Chosen> chosen(ConsumerId consumer) {
        return jdbc.sql(
                        """
                        SELECT p.event, p.happened_on, m.person, min(b.starts) AS starts
                          FROM enrollment.act_event e
                          JOIN enrollment.period p ON p.id = e.period
                          LEFT JOIN enrollment.act_outcome o ON o.act = e.act
                          JOIN enrollment.member b ON b.act = e.act
                          JOIN enrollment.member m ON m.policy = b.policy
                         WHERE e.consumer = :consumer AND (e.proof IS NULL OR o.outcome = 'PROVED')
                           AND NOT EXISTS (SELECT 1 FROM enrollment.ending x JOIN enrollment.act a ON a.id = x.act
                                            WHERE x.policy = m.policy AND x.person = m.person AND x.last_day < b.starts
                                              AND (a.signed_at AT TIME ZONE :zone)::date < b.starts
                                              AND NOT EXISTS (SELECT 1 FROM enrollment.unproved w WHERE w.act = x.act))
                         GROUP BY p.event, p.happened_on, m.person
                        """)
                .param("consumer", consumer.value())
                .param("zone", Minnesota.ZONE.getId())
                .query((row, number) -> new Chosen(LifeEvent.valueOf(row.getString("event")), day(row, "happened_on"), row.getString("person"), day(row, "starts")))
                .list();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        UUID proof = Sql.uuidOrNull(row, "proof");
        Calendar.Period period =
                new Calendar.Period(
                        new EventId(Sql.uuid(row, "id")), LifeEvent.valueOf(row.getString("event")), day(row, "happened_on"), day(row, "opens"),
                        day(row, "closes"));
        List<String> people = Arrays.stream(row.getString("people").split(",")).filter(key -> !key.isEmpty()).toList();
        return new Entry(period, people, row.getBoolean("counts"), row.getBoolean("proved"), proof == null ? null : new ProofId(proof));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, LocalDate.class));
    }
}
