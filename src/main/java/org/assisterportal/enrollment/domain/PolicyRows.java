package org.assisterportal.enrollment.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Hand;
import org.assisterportal.application.Kin;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.eligibility.CostSharing;
import org.assisterportal.eligibility.Money;
import org.assisterportal.enrollment.Enrolled;
import org.assisterportal.enrollment.Enrolled.Amount;
import org.assisterportal.enrollment.Enrolled.Covered;
import org.assisterportal.enrollment.Enrolled.State;
import org.assisterportal.enrollment.PolicyNumber;
import org.assisterportal.plan.MemberPrice;
import org.assisterportal.plan.PlanId;
import org.assisterportal.plan.Price;
import org.assisterportal.policy.PolicyText;
import org.assisterportal.shared.Minnesota;
import org.assisterportal.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Policies, who is in them, what they cost, what ended: rows that are only added to. */
@Component
class PolicyRows {
    private static final int MOST = 50;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Clock clock;

    PolicyRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An act as it is signed. */
    record Act(UUID id, String kind, ApplicationId application, @Nullable Integer basketVersion, String content, String sha256, String name, Instant at) {}

    /** A member's row of a new policy. */
    record Joined(String person, int place, @Nullable Kin kin, String firstName, String lastName, LocalDate born, boolean tobacco, LocalDate starts) {}

    /** A policy's own row. */
    record Begun(
            UUID id, ApplicationId application, UUID act, String reason, int planYear, PlanId plan, CostSharing variant, String planName,
            String issuerName, boolean dental, int party, @Nullable Money wanted, int ratingArea, String fips, LocalDate starts, LocalDate lastDay) {}

    /** A policy with what isn't for showing. */
    record Row(UUID id, @Nullable Money wanted, Enrolled policy) {}

    long add(Hand by, Act act, PolicyText text) {
        return jdbc.sql(
                        """
                        INSERT INTO enrollment.act (id, consumer, application, basket_version, kind, content, sha256, text_code, text_version,
                                                    text_language, text_hash, typed_name, signer, signed_by, authorization_id,
                                                    authorization_number, signed_at)
                        VALUES (:id, :consumer, :application, :basket, :kind, :content, :hash, :code, :version, :language, :textHash, :name,
                                :signer, :by, :authorization, :number, :at)
                        RETURNING number
                        """)
                .param("id", act.id())
                .param("consumer", by.consumer().value())
                .param("application", act.application().value())
                .param("basket", act.basketVersion())
                .param("kind", act.kind())
                .param("content", act.content())
                .param("hash", act.sha256())
                .param("code", text.code())
                .param("version", text.version())
                .param("language", text.tag())
                .param("textHash", text.sha256())
                .param("name", act.name())
                .param("signer", by.actor().name())
                .param("by", by.actor().account())
                .param("authorization", by instanceof Hand.OnBehalf on ? on.acting().authorization() : null)
                .param("number", by instanceof Hand.OnBehalf on ? on.acting().number() : null)
                .param("at", Sql.time(act.at()))
                .query(Long.class)
                .single();
    }

    /** Puts an act on the list of those that carriers have to be told of. */
    void due(UUID act, ConsumerId consumer) {
        jdbc.sql("INSERT INTO enrollment.telling_due (act, consumer, next_try_at) VALUES (:act, :consumer, :now)")
                .param("act", act)
                .param("consumer", consumer.value())
                .param("now", Sql.time(clock.instant()))
                .update();
    }

    PolicyNumber begin(ConsumerId consumer, Begun begun) {
        return new PolicyNumber(
                jdbc.sql(
                                """
                                INSERT INTO enrollment.policy (id, consumer, application, act, reason, plan_year, plan, variant, plan_name,
                                                               issuer_name, dental, party, wanted, rating_area, fips, starts, last_day)
                                VALUES (:id, :consumer, :application, :act, :reason, :year, :plan, :variant, :planName, :issuerName, :dental,
                                        :party, :wanted, :area, :fips, :starts, :lastDay)
                                RETURNING number
                                """)
                        .param("id", begun.id())
                        .param("consumer", consumer.value())
                        .param("application", begun.application().value())
                        .param("act", begun.act())
                        .param("reason", begun.reason())
                        .param("year", begun.planYear())
                        .param("plan", begun.plan().value())
                        .param("variant", begun.variant().name())
                        .param("planName", begun.planName())
                        .param("issuerName", begun.issuerName())
                        .param("dental", begun.dental())
                        .param("party", begun.party())
                        .param("wanted", begun.wanted() == null ? null : begun.wanted().cents())
                        .param("area", begun.ratingArea())
                        .param("fips", begun.fips())
                        .param("starts", begun.starts())
                        .param("lastDay", begun.lastDay())
                        .query(Long.class)
                        .single());
    }

    void join(UUID policy, UUID act, Joined one) {
        jdbc.sql(
                        """
                        INSERT INTO enrollment.member (policy, person, place, kin, first_name, last_name, born, tobacco, starts, act)
                        VALUES (:policy, :person, :place, :kin, :first, :last, :born, :tobacco, :starts, :act)
                        """)
                .param("policy", policy)
                .param("person", one.person())
                .param("place", one.place())
                .param("kin", one.kin() == null ? null : one.kin().name())
                .param("first", one.firstName())
                .param("last", one.lastName())
                .param("born", one.born())
                .param("tobacco", one.tobacco())
                .param("starts", one.starts())
                .param("act", act)
                .update();
    }

    /** What a policy costs a month from a day on, and of it each person, in cents. */
    record Cost(LocalDate from, Money premium, Money credit, Map<String, Long> people) {
        static Cost of(LocalDate from, Price price) {
            Map<String, Long> people = new LinkedHashMap<>();
            for (MemberPrice member : price.members()) {
                people.put(member.key(), member.premium().cents());
            }
            return new Cost(from, price.premium(), price.credit(), people);
        }
    }

    void cost(UUID policy, UUID act, Cost cost) {
        jdbc.sql(
                        """
                        INSERT INTO enrollment.amount (policy, starts, act, premium, credit, people)
                        VALUES (:policy, :starts, :act, :premium, :credit, :people)
                        """)
                .param("policy", policy)
                .param("starts", cost.from())
                .param("act", act)
                .param("premium", cost.premium().cents())
                .param("credit", cost.credit().cents())
                .param("people", MAPPER.writeValueAsString(cost.people()))
                .update();
    }

    void end(UUID policy, UUID act, String person, LocalDate lastDay, boolean cancelled, String reason) {
        jdbc.sql(
                        """
                        INSERT INTO enrollment.ending (policy, person, act, last_day, cancelled, reason)
                        VALUES (:policy, :person, :act, :day, :cancelled, :reason)
                        """)
                .param("policy", policy)
                .param("person", person)
                .param("act", act)
                .param("day", lastDay)
                .param("cancelled", cancelled)
                .param("reason", reason)
                .update();
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

    /** The number of the act by which this version of a basket was signed; empty while it wasn't. */
    Optional<Long> signed(ApplicationId application, int basketVersion) {
        return jdbc.sql("SELECT number FROM enrollment.act WHERE application = :application AND basket_version = :version")
                .param("application", application.value())
                .param("version", basketVersion)
                .query(Long.class)
                .optional();
    }

    /** The consumer's, newest first. */
    List<Row> of(ConsumerId consumer) {
        return rows("p.consumer = :id", consumer.value());
    }

    Optional<Row> find(ConsumerId consumer, PolicyNumber number) {
        return rows("p.consumer = :id AND p.number = " + number.value(), consumer.value()).stream().findFirst();
    }

    /** Those that an act began or changed. */
    List<Row> ofAct(UUID act) {
        return rows(
                "p.id IN (SELECT policy FROM enrollment.member WHERE act = :id UNION SELECT policy FROM enrollment.ending WHERE act = :id"
                        + " UNION SELECT policy FROM enrollment.amount WHERE act = :id)",
                act);
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
     */
    record Told(UUID policy, ConsumerId consumer, boolean begun, Instant at, int ratingArea, String fips, Enrolled enrolled) {}

    List<Told> told(UUID act) {
        Map<UUID, Row> rows = new LinkedHashMap<>();
        ofAct(act).forEach(row -> rows.put(row.id(), row));
        return jdbc.sql(
                        """
                        SELECT p.id, p.consumer, p.act = :act AS begun, a.signed_at, p.rating_area, p.fips
                          FROM enrollment.policy p, enrollment.act a WHERE a.id = :act AND p.id = ANY(:ids::uuid[]) ORDER BY p.number
                        """)
                .param("act", act)
                .param("ids", Sql.ids(rows.keySet()))
                .query(
                        (row, number) ->
                                new Told(
                                        Sql.uuid(row, "id"), new ConsumerId(Sql.uuid(row, "consumer")), row.getBoolean("begun"),
                                        Sql.instant(row, "signed_at"), row.getInt("rating_area"), row.getString("fips"),
                                        Objects.requireNonNull(rows.get(Sql.uuid(row, "id"))).policy()))
                .list();
    }

    /**
     * A person as a carrier is told of them.
     *
     * @param endedBy the act; null while nothing ended
     */
    record Person(
            String key, @Nullable Kin kin, String firstName, String lastName, LocalDate born, boolean tobacco, LocalDate from, LocalDate to,
            boolean cancelled, UUID joinedBy, @Nullable UUID endedBy, @Nullable String endReason, Money premium) {}

    List<Person> people(UUID policy) {
        Map<String, Long> premiums = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT m.people FROM enrollment.amount m JOIN enrollment.act a ON a.id = m.act
                         WHERE m.policy = :policy ORDER BY m.starts, a.number
                        """)
                .param("policy", policy)
                .query(String.class)
                .list()
                .forEach(text -> MAPPER.readTree(text).properties().forEach(one -> premiums.put(one.getKey(), one.getValue().asLong())));
        return jdbc.sql(
                        """
                        SELECT m.person, m.kin, m.first_name, m.last_name, m.born, m.tobacco, m.starts, m.act,
                               coalesce(e.last_day, p.last_day) AS last_day, coalesce(e.cancelled, false) AS cancelled, e.act AS ended_by, e.reason
                          FROM enrollment.member m JOIN enrollment.policy p ON p.id = m.policy
                          LEFT JOIN LATERAL (SELECT e.* FROM enrollment.ending e JOIN enrollment.act a ON a.id = e.act
                                              WHERE e.policy = m.policy AND e.person = m.person ORDER BY a.number DESC LIMIT 1) e ON true
                         WHERE m.policy = :policy ORDER BY m.place
                        """)
                .param("policy", policy)
                .query(
                        (row, number) ->
                                new Person(
                                        row.getString("person"), row.getString("kin") == null ? null : Kin.valueOf(row.getString("kin")),
                                        row.getString("first_name"), row.getString("last_name"), day(row, "born"), row.getBoolean("tobacco"),
                                        day(row, "starts"), day(row, "last_day"), row.getBoolean("cancelled"), Sql.uuid(row, "act"),
                                        row.getObject("ended_by", UUID.class), row.getString("reason"),
                                        new Money(premiums.getOrDefault(row.getString("person"), 0L))))
                .list();
    }

    String reason(UUID policy) {
        return jdbc.sql("SELECT reason FROM enrollment.policy WHERE id = :id").param("id", policy).query(String.class).single();
    }

    private List<Row> rows(String where, UUID id) {
        Map<UUID, Row> bare = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        SELECT p.id, p.number, p.application, p.plan_year, p.plan, p.variant, p.plan_name, p.issuer_name, p.dental, p.party,
                               p.wanted, p.starts, p.last_day, a.signed_at, a.signer, a.authorization_number
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
        Map<UUID, List<Covered>> people = new HashMap<>();
        Map<UUID, List<Amount>> amounts = new HashMap<>();
        String[] ids = Sql.ids(bare.keySet());
        jdbc.sql(
                        """
                        SELECT m.policy, m.person, m.first_name, m.last_name, m.starts, coalesce(e.last_day, p.last_day) AS last_day,
                               coalesce(e.cancelled, false) AS cancelled
                          FROM enrollment.member m JOIN enrollment.policy p ON p.id = m.policy
                          LEFT JOIN LATERAL (SELECT e.* FROM enrollment.ending e JOIN enrollment.act a ON a.id = e.act
                                              WHERE e.policy = m.policy AND e.person = m.person ORDER BY a.number DESC LIMIT 1) e ON true
                         WHERE m.policy = ANY(:ids::uuid[]) ORDER BY m.policy, m.place
                        """)
                .param("ids", ids)
                .query(row -> {
                    people.computeIfAbsent(Sql.uuid(row, "policy"), key -> new ArrayList<>())
                            .add(
                                    new Covered(
                                            row.getString("person"), (row.getString("first_name") + " " + row.getString("last_name")).strip(),
                                            day(row, "starts"), day(row, "last_day"), row.getBoolean("cancelled")));
                });
        jdbc.sql(
                        """
                        SELECT DISTINCT ON (m.policy, m.starts) m.policy, m.starts, m.premium, m.credit
                          FROM enrollment.amount m JOIN enrollment.act a ON a.id = m.act
                         WHERE m.policy = ANY(:ids::uuid[]) ORDER BY m.policy, m.starts, a.number DESC
                        """)
                .param("ids", ids)
                .query(row -> {
                    amounts.computeIfAbsent(Sql.uuid(row, "policy"), key -> new ArrayList<>())
                            .add(new Amount(day(row, "starts"), new Money(row.getLong("premium")), new Money(row.getLong("credit"))));
                });
        LocalDate today = Minnesota.today(clock);
        return bare.values().stream()
                .map(row -> whole(row, people.getOrDefault(row.id(), List.of()), amounts.getOrDefault(row.id(), List.of()), today))
                .toList();
    }

    private static Row bare(ResultSet row) throws SQLException {
        long onBehalf = row.getLong("authorization_number");
        long wanted = row.getLong("wanted");
        boolean all = row.wasNull();
        Enrolled policy =
                new Enrolled(
                        new PolicyNumber(row.getLong("number")), new ApplicationId(Sql.uuid(row, "application")), row.getInt("plan_year"),
                        new PlanId(row.getString("plan")), CostSharing.valueOf(row.getString("variant")), row.getString("plan_name"),
                        row.getString("issuer_name"), row.getBoolean("dental"), row.getInt("party"), day(row, "starts"), day(row, "last_day"),
                        State.COMING, Sql.instant(row, "signed_at"), row.getString("signer"), onBehalf == 0 ? null : onBehalf, List.of(), List.of());
        return new Row(Sql.uuid(row, "id"), all ? null : new Money(wanted), policy);
    }

    private static Row whole(Row bare, List<Covered> people, List<Amount> amounts, LocalDate today) {
        Enrolled one = bare.policy();
        List<Covered> covered = people.stream().filter(person -> !person.cancelled()).toList();
        LocalDate last = covered.stream().map(Covered::to).max(LocalDate::compareTo).orElse(one.starts().minusDays(1));
        Enrolled policy =
                new Enrolled(
                        one.number(), one.application(), one.planYear(), one.plan(), one.variant(), one.planName(), one.issuerName(),
                        one.dental(), one.party(), one.starts(), last, state(one, covered, last, today), one.signedAt(), one.signer(),
                        one.onBehalf(), people, amounts);
        return new Row(bare.id(), bare.wanted(), policy);
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
