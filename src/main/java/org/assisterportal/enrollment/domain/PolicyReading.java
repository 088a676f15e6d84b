package org.assisterportal.enrollment.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.eligibility.CostSharing;
import org.assisterportal.eligibility.Money;
import org.assisterportal.enrollment.Enrolled.Amount;
import org.assisterportal.enrollment.Enrolled.Covered;
import org.assisterportal.enrollment.Enrolled.State;
import org.assisterportal.enrollment.Enrolled.Waits;
import org.assisterportal.enrollment.Enrolled;
import org.assisterportal.enrollment.Made;
import org.assisterportal.enrollment.Party;
import org.assisterportal.enrollment.PolicyNumber;
import org.assisterportal.plan.PlanId;
import org.assisterportal.shared.Minnesota;
import org.assisterportal.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Policies as they stand today, worked out from what was signed; what waits for a proof changes nothing, and what never got it did nothing. */
@Component
class PolicyReading {
    private static final int MOST = 50;

    private final JdbcClient jdbc;
    private final Unproved unproved;
    private final Clock clock;

    PolicyReading(JdbcClient jdbc, Unproved unproved, Clock clock) {
        this.jdbc = jdbc;
        this.unproved = unproved;
        this.clock = clock;
    }

    /**
     * A policy with what isn't for showing.
     *
     * @param wish what of the credit was wanted when it was priced last
     */
    record Row(UUID id, Wish wish, Enrolled policy) {}

    /**
     * A wish for the credit, with the number of its act.
     *
     * @param most null for all of it
     */
    record Wish(long act, @Nullable Money most) {
        static final Wish NONE = new Wish(0, null);
    }

    /** The newest wish of a party for its credit; null for all of it. */
    static @Nullable Money wanted(Party party, List<Row> rows) {
        return rows.stream()
                .filter(row -> party.buyers().keys().contains(row.policy().subscriber().key()))
                .map(Row::wish)
                .max(Comparator.comparing(Wish::act))
                .orElse(Wish.NONE)
                .most();
    }

    /** Who doesn't want this kind of coverage in the year any more: signed that theirs ends with the year before, or is cancelled. */
    Set<String> unwanted(ConsumerId consumer, int planYear, boolean dental) {
        return Set.copyOf(
                jdbc.sql(
                                """
                                SELECT DISTINCT e.person FROM enrollment.ending e
                                  JOIN enrollment.policy p ON p.id = e.policy JOIN enrollment.act a ON a.id = e.act
                                 WHERE p.consumer = :consumer AND p.dental = :dental AND a.kind IN ('ENDED', 'CANCELLED') AND e.reason <> 'HANDED_ON'
                                   AND (p.plan_year = :year AND e.cancelled OR p.plan_year = :year - 1 AND e.last_day = p.last_day)
                                """)
                        .param("consumer", consumer.value())
                        .param("dental", dental)
                        .param("year", planYear)
                        .query(String.class)
                        .list());
    }

    /** Who said so far that they use tobacco, by key. */
    Set<String> smokers(ConsumerId consumer) {
        return Set.copyOf(
                jdbc.sql(
                                "SELECT DISTINCT m.person FROM enrollment.policy p JOIN enrollment.member m ON m.policy = p.id"
                                        + " WHERE p.consumer = :consumer AND m.tobacco")
                        .param("consumer", consumer.value())
                        .query(String.class)
                        .list());
    }

    /** The consumer's, newest first. */
    List<Row> of(ConsumerId consumer) {
        return waiting(consumer, rows("p.consumer = :id", consumer.value()));
    }

    Optional<Row> find(ConsumerId consumer, PolicyNumber number) {
        return waiting(consumer, rows("p.consumer = :id AND p.number = " + number.value(), consumer.value())).stream().findFirst();
    }

    private List<Row> waiting(ConsumerId consumer, List<Row> rows) {
        Map<UUID, Waits> waits = unproved.of(consumer, rows.stream().map(Row::id).toList());
        return rows.stream()
                .map(
                        row -> {
                            Waits one = waits.get(row.id());
                            return one == null ? row : new Row(row.id(), row.wish(), row.policy().with(one));
                        })
                .toList();
    }

    /** Those that an act began or changed. */
    List<Row> ofAct(UUID act) {
        return rows(
                "p.id IN (SELECT policy FROM enrollment.member WHERE act = :id UNION SELECT policy FROM enrollment.ending WHERE act = :id"
                        + " UNION SELECT policy FROM enrollment.amount WHERE act = :id)",
                act);
    }

    private List<Row> rows(String where, UUID id) {
        Map<UUID, Row> bare = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        SELECT p.id, p.number, p.application, p.plan_year, p.plan, p.variant, p.plan_name, p.issuer_name, p.dental, p.party,
                               p.starts, p.last_day, a.signed_at, a.signer, a.authorization_number, a.made, a.number AS act, p.wanted, p.catalog,
                               (SELECT f.number FROM enrollment.policy f WHERE f.id = p.former) AS former,
                               (SELECT n.number FROM enrollment.policy n WHERE n.former = p.id) AS next
                          FROM enrollment.policy p JOIN enrollment.act a ON a.id = p.act
                        """
                                + " WHERE "
                                + where
                                + " ORDER BY p.plan_year DESC, p.number DESC LIMIT "
                                + MOST)
                .param("id", id)
                .query((row, number) -> bare(row))
                .list()
                .forEach(row -> bare.put(row.id(), row));
        if (bare.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<Covered>> people = new HashMap<>();
        Map<UUID, List<Amount>> amounts = new HashMap<>();
        Map<UUID, Wish> wishes = new HashMap<>();
        String[] ids = Sql.ids(bare.keySet());
        jdbc.sql(
                        """
                        SELECT m.policy, m.person, m.first_name, m.last_name, m.starts, coalesce(m.aged_on, m.starts) AS aged_on,
                               CASE WHEN u.outcome IS NULL THEN coalesce(e.last_day, p.last_day) ELSE m.starts - 1 END AS last_day,
                               coalesce(e.cancelled, false) OR u.outcome IS NOT NULL AS cancelled
                          FROM enrollment.member m JOIN enrollment.policy p ON p.id = m.policy
                          LEFT JOIN enrollment.unproved u ON u.act = m.act
                          LEFT JOIN LATERAL (SELECT e.* FROM enrollment.ending e JOIN enrollment.act a ON a.id = e.act
                                              WHERE e.policy = m.policy AND e.person = m.person
                                                AND NOT EXISTS (SELECT 1 FROM enrollment.unproved w WHERE w.act = e.act)
                                              ORDER BY a.number DESC LIMIT 1) e ON true
                         WHERE m.policy = ANY(:ids::uuid[]) AND (u.act IS NULL OR u.outcome IS NOT NULL OR m.act = p.act)
                         ORDER BY m.policy, m.place
                        """)
                .param("ids", ids)
                .query(row -> {
                    people.computeIfAbsent(Sql.uuid(row, "policy"), key -> new ArrayList<>())
                            .add(
                                    new Covered(
                                            row.getString("person"), (row.getString("first_name") + " " + row.getString("last_name")).strip(),
                                            day(row, "starts"), day(row, "last_day"), row.getBoolean("cancelled"), day(row, "aged_on")));
                });
        jdbc.sql(
                        """
                        SELECT DISTINCT ON (m.policy, m.starts) m.policy, m.starts, m.premium, m.credit, m.wanted, m.people, a.number
                          FROM enrollment.amount m JOIN enrollment.act a ON a.id = m.act JOIN enrollment.policy p ON p.id = m.policy
                         WHERE m.policy = ANY(:ids::uuid[])
                           AND (m.act = p.act OR NOT EXISTS (SELECT 1 FROM enrollment.unproved w WHERE w.act = m.act))
                         ORDER BY m.policy, m.starts, a.number DESC
                        """)
                .param("ids", ids)
                .query(row -> {
                    amounts.computeIfAbsent(Sql.uuid(row, "policy"), key -> new ArrayList<>())
                            .add(new Amount(day(row, "starts"), new Money(row.getLong("premium")), new Money(row.getLong("credit")), PolicyRows.shares(row.getString("people"))));
                    Wish wish = new Wish(row.getLong("number"), money(row, "wanted"));
                    wishes.merge(Sql.uuid(row, "policy"), wish, (one, other) -> one.act() > other.act() ? one : other);
                });
        LocalDate today = Minnesota.today(clock);
        return bare.values().stream()
                .map(
                        row ->
                                new Row(
                                        row.id(), wishes.getOrDefault(row.id(), row.wish()),
                                        whole(row.policy(), people.getOrDefault(row.id(), List.of()), amounts.getOrDefault(row.id(), List.of()), today)))
                .toList();
    }

    private static Row bare(ResultSet row) throws SQLException {
        long onBehalf = row.getLong("authorization_number");
        Enrolled policy =
                new Enrolled(
                        new PolicyNumber(row.getLong("number")), new ApplicationId(Sql.uuid(row, "application")), row.getInt("plan_year"),
                        new PlanId(row.getString("plan")), CostSharing.valueOf(row.getString("variant")), row.getString("plan_name"),
                        row.getString("issuer_name"), row.getBoolean("dental"), row.getInt("party"), day(row, "starts"), day(row, "last_day"),
                        State.COMING, Sql.instant(row, "signed_at"), row.getString("signer"), onBehalf == 0 ? null : onBehalf,
                        Made.of(Sql.textOrNull(row, "made")), List.of(), List.of(), null, number(row, "former"), number(row, "next"),
                        row.getObject("catalog", Integer.class));
        return new Row(Sql.uuid(row, "id"), new Wish(row.getLong("act"), money(row, "wanted")), policy);
    }

    private static Enrolled whole(Enrolled one, List<Covered> people, List<Amount> amounts, LocalDate today) {
        List<Covered> covered = people.stream().filter(person -> !person.cancelled()).toList();
        LocalDate last = covered.stream().map(Covered::to).max(LocalDate::compareTo).orElse(one.starts().minusDays(1));
        return new Enrolled(
                        one.number(), one.application(), one.planYear(), one.plan(), one.variant(), one.planName(), one.issuerName(),
                        one.dental(), one.party(), one.starts(), last, state(one, covered, last, today), one.signedAt(), one.signer(),
                        one.onBehalf(), one.made(), people, amounts, null, one.former(), one.next(), one.catalog());
    }

    private static @Nullable Money money(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Long.class)).map(Money::new).orElse(null);
    }

    private static @Nullable PolicyNumber number(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Long.class)).map(PolicyNumber::new).orElse(null);
    }

    private static State state(Enrolled one, List<Covered> covered, LocalDate last, LocalDate today) {
        if (covered.isEmpty()) {
            return State.CANCELLED;
        }
        if (last.isBefore(today)) {
            return State.ENDED;
        }
        if (today.isBefore(one.starts())) {
            return State.COMING;
        }
        return last.isBefore(one.lastDay()) ? State.ENDING : State.COVERED;
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, LocalDate.class));
    }
}
