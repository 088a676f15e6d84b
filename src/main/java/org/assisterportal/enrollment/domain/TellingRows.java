package org.assisterportal.enrollment.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.assisterportal.application.Kin;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.eligibility.Money;
import org.assisterportal.enrollment.CarrierEvent.Reason;
import org.assisterportal.enrollment.Enrolled;
import org.assisterportal.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The list of acts that carriers aren't told of yet, and what of policies they are told. */
@Component
class TellingRows {
    private final PolicyReading policies;
    private final JdbcClient jdbc;
    private final Clock clock;

    TellingRows(PolicyReading policies, JdbcClient jdbc, Clock clock) {
        this.policies = policies;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Puts an act on the list of those that carriers have to be told of. */
    void due(UUID act, ConsumerId consumer) {
        jdbc.sql("INSERT INTO enrollment.telling_due (act, consumer, next_try_at) VALUES (:act, :consumer, :now)")
                .param("act", act)
                .param("consumer", consumer.value())
                .param("now", Sql.time(clock.instant()))
                .update();
    }

    /** An act that carriers aren't told of yet. */
    record Due(UUID act, ConsumerId consumer, int tries) {}

    List<Due> due(Instant now, int most) {
        return jdbc.sql("SELECT act, consumer, tries FROM enrollment.telling_due WHERE next_try_at <= :now ORDER BY next_try_at LIMIT :most")
                .param("now", Sql.time(now))
                .param("most", most)
                .query((row, number) -> new Due(Sql.uuid(row, "act"), new ConsumerId(Sql.uuid(row, "consumer")), row.getInt("tries")))
                .list();
    }

    /** Takes it off the list in the transaction that makes the events; false when another one did. */
    boolean take(UUID act) {
        return jdbc.sql("DELETE FROM enrollment.telling_due WHERE act = :act").param("act", act).update() == 1;
    }

    void later(UUID act, Instant at) {
        jdbc.sql("UPDATE enrollment.telling_due SET tries = tries + 1, next_try_at = :at WHERE act = :act")
                .param("at", Sql.time(at))
                .param("act", act)
                .update();
    }

    /**
     * What carriers are told of a policy because of an act.
     *
     * @param begun whether the policy began by it
     * @param reason why the act could be signed, or the policy begin
     * @param former the policy that goes on in it; null for none
     */
    record Told(UUID policy, @Nullable UUID former, ConsumerId consumer, boolean begun, Reason reason, Instant at, int ratingArea, String fips, Enrolled enrolled) {}

    List<Told> told(UUID act) {
        Map<UUID, PolicyReading.Row> rows = new LinkedHashMap<>();
        policies.ofAct(act).forEach(row -> rows.put(row.id(), row));
        return jdbc.sql(
                        """
                        SELECT p.id, p.former, p.consumer, p.act = :act AS begun, CASE WHEN p.act = :act THEN p.reason ELSE a.reason END AS reason, a.signed_at, p.rating_area, p.fips
                          FROM enrollment.policy p, enrollment.act a WHERE a.id = :act AND p.id = ANY(:ids::uuid[]) ORDER BY p.number
                        """)
                .param("act", act)
                .param("ids", Sql.ids(rows.keySet()))
                .query(
                        (row, number) ->
                                new Told(
                                        Sql.uuid(row, "id"), Sql.uuidOrNull(row, "former"), new ConsumerId(Sql.uuid(row, "consumer")), row.getBoolean("begun"),
                                        row.getString("reason") == null ? Reason.REPRICED : Reason.valueOf(row.getString("reason")),
                                        Sql.instant(row, "signed_at"), row.getInt("rating_area"), row.getString("fips"),
                                        Objects.requireNonNull(rows.get(Sql.uuid(row, "id"))).policy()))
                .list();
    }

    /**
     * A person as a carrier is told of them.
     *
     * @param endedBy the act; null while nothing ended
     * @param agedOn the day whose age counts
     */
    record Person(
            String key, @Nullable Kin kin, String firstName, String lastName, LocalDate born, boolean tobacco, LocalDate from, LocalDate to,
            boolean cancelled, UUID joinedBy, @Nullable UUID endedBy, @Nullable String endReason, Money premium, LocalDate agedOn) {}

    List<Person> people(UUID policy) {
        Map<String, Long> premiums = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT m.people FROM enrollment.amount m JOIN enrollment.act a ON a.id = m.act
                         WHERE m.policy = :policy AND NOT EXISTS (SELECT 1 FROM enrollment.unproved w WHERE w.act = m.act)
                         ORDER BY m.starts, a.number
                        """)
                .param("policy", policy)
                .query(String.class)
                .list()
                .forEach(text -> premiums.putAll(PolicyRows.shares(text)));
        return jdbc.sql(
                        """
                        SELECT m.person, m.kin, m.first_name, m.last_name, m.born, m.tobacco, m.starts, m.act, coalesce(m.aged_on, m.starts) AS aged_on,
                               coalesce(e.last_day, p.last_day) AS last_day, coalesce(e.cancelled, false) AS cancelled, e.act AS ended_by, e.reason
                          FROM enrollment.member m JOIN enrollment.policy p ON p.id = m.policy
                          LEFT JOIN LATERAL (SELECT e.* FROM enrollment.ending e JOIN enrollment.act a ON a.id = e.act
                                              WHERE e.policy = m.policy AND e.person = m.person
                                                AND NOT EXISTS (SELECT 1 FROM enrollment.unproved w WHERE w.act = e.act)
                                              ORDER BY a.number DESC LIMIT 1) e ON true
                         WHERE m.policy = :policy AND NOT EXISTS (SELECT 1 FROM enrollment.unproved w WHERE w.act = m.act)
                         ORDER BY m.place
                        """)
                .param("policy", policy)
                .query(
                        (row, number) ->
                                new Person(
                                        row.getString("person"), row.getString("kin") == null ? null : Kin.valueOf(row.getString("kin")),
                                        row.getString("first_name"), row.getString("last_name"), day(row, "born"), row.getBoolean("tobacco"),
                                        day(row, "starts"), day(row, "last_day"), row.getBoolean("cancelled"), Sql.uuid(row, "act"),
                                        row.getObject("ended_by", UUID.class), row.getString("reason"),
                                        new Money(premiums.getOrDefault(row.getString("person"), 0L)), day(row, "aged_on")))
                .list();
    }

    /** When the newest act about it counted: what has to be proved does from the day on which it is. */
    Instant changed(UUID policy) {
        return jdbc.sql(
                        """
                        SELECT max(greatest(a.signed_at, o.at)) FROM enrollment.act a LEFT JOIN enrollment.act_outcome o ON o.act = a.id
                         WHERE a.id IN (SELECT act FROM enrollment.member WHERE policy = :policy UNION SELECT act FROM enrollment.ending WHERE policy = :policy
                                        UNION SELECT act FROM enrollment.amount WHERE policy = :policy)
                           AND (NOT EXISTS (SELECT 1 FROM enrollment.unproved u WHERE u.act = a.id)
                                OR a.id = (SELECT act FROM enrollment.policy WHERE id = :policy))
                        """)
                .param("policy", policy)
                .query((row, number) -> Sql.instant(row, "max"))
                .single();
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, LocalDate.class));
    }
}
