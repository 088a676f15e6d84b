package org.assisterportal.enrollment.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Hand;
import org.assisterportal.application.Kin;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.eligibility.CostSharing;
import org.assisterportal.eligibility.Money;
import org.assisterportal.enrollment.CarrierEvent.Reason;
import org.assisterportal.enrollment.Made;
import org.assisterportal.enrollment.PolicyNumber;
import org.assisterportal.plan.MemberPrice;
import org.assisterportal.plan.PlanId;
import org.assisterportal.plan.Price;
import org.assisterportal.policy.PolicyText;
import org.assisterportal.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Adds what was signed: acts, policies, who is in them, what they cost, what ended. Nothing of it changes. */
@Component
class PolicyRows {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    PolicyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An act as it is signed.
     *
     * @param made how a choice came about for which an assister signs; else null
     * @param reason why it could be signed; null where nothing has to have happened
     */
    record Act(
            UUID id, String kind, ApplicationId application, @Nullable Integer basketVersion, String content, String sha256, String name, Instant at,
            @Nullable Made made, @Nullable Reason reason) {
        Act(
                UUID id, String kind, ApplicationId application, @Nullable Integer basketVersion, String content, String sha256, String name, Instant at,
                @Nullable Made made) {
            this(id, kind, application, basketVersion, content, sha256, name, at, made, null);
        }

        Act because(Reason why) {
            return new Act(id, kind, application, basketVersion, content, sha256, name, at, made, why);
        }
    }

    /**
     * A member's row of a new policy.
     *
     * @param agedOn the day whose age counts; null for the first one
     */
    record Joined(
            String person, int place, @Nullable Kin kin, String firstName, String lastName, LocalDate born, boolean tobacco, LocalDate starts,
            @Nullable LocalDate agedOn) {
        Joined(String person, int place, @Nullable Kin kin, String firstName, String lastName, LocalDate born, boolean tobacco, LocalDate starts) {
            this(person, place, kin, firstName, lastName, born, tobacco, starts, null);
        }

        /** The same in a policy that goes on from a later day, at the age that counted. */
        Joined from(LocalDate day) {
            return new Joined(person, place, kin, firstName, lastName, born, tobacco, day, starts);
        }
    }

    /**
     * A policy's own row.
     *
     * @param catalog the version of the year's catalog by which it was chosen
     */
    record Begun(
            UUID id, ApplicationId application, UUID act, String reason, int planYear, PlanId plan, CostSharing variant, String planName,
            String issuerName, boolean dental, int party, @Nullable Money wanted, int ratingArea, String fips, LocalDate starts, LocalDate lastDay,
            @Nullable Integer catalog) {}

    long add(Hand by, Act act, PolicyText text) {
        return jdbc.sql(
                        """
                        INSERT INTO enrollment.act (id, consumer, application, basket_version, kind, content, sha256, text_code, text_version,
                                                    text_language, text_hash, typed_name, signer, signed_by, authorization_id,
                                                    authorization_number, signed_at, made, reason)
                        VALUES (:id, :consumer, :application, :basket, :kind, :content, :hash, :code, :version, :language, :textHash, :name,
                                :signer, :by, :authorization, :number, :at, :made, :reason)
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
                .param("made", act.made() == null ? null : act.made().name())
                .param("reason", act.reason() == null ? null : act.reason().name())
                .query(Long.class)
                .single();
    }

    /** An act that nobody signed: plans that went on by themselves, or cost another amount. */
    long unsigned(ConsumerId consumer, String kind, UUID id, ApplicationId application, String content, String sha256, Instant at) {
        return jdbc.sql(
                        """
                        INSERT INTO enrollment.act (id, consumer, application, kind, content, sha256, signer, signed_at)
                        VALUES (:id, :consumer, :application, :kind, :content, :hash, '', :at)
                        RETURNING number
                        """)
                .param("id", id)
                .param("consumer", consumer.value())
                .param("application", application.value())
                .param("kind", kind)
                .param("content", content)
                .param("hash", sha256)
                .param("at", Sql.time(at))
                .query(Long.class)
                .single();
    }

    PolicyNumber begin(ConsumerId consumer, Begun begun) {
        return new PolicyNumber(
                jdbc.sql(
                                """
                                INSERT INTO enrollment.policy (id, consumer, application, act, reason, plan_year, plan, variant, plan_name,
                                                               issuer_name, dental, party, wanted, rating_area, fips, starts, last_day, catalog)
                                VALUES (:id, :consumer, :application, :act, :reason, :year, :plan, :variant, :planName, :issuerName, :dental,
                                        :party, :wanted, :area, :fips, :starts, :lastDay, :catalog)
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
                        .param("catalog", begun.catalog())
                        .query(Long.class)
                        .single());
    }

    void join(UUID policy, UUID act, Joined one) {
        jdbc.sql(
                        """
                        INSERT INTO enrollment.member (policy, person, place, kin, first_name, last_name, born, tobacco, starts, aged_on, act)
                        VALUES (:policy, :person, :place, :kin, :first, :last, :born, :tobacco, :starts, :aged, :act)
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
                .param("aged", one.agedOn())
                .param("act", act)
                .update();
    }

    /**
     * What a policy costs a month from a day on, and of it each person, in cents.
     *
     * @param wanted the most credit that is wanted; null for all of it
     */
    record Cost(LocalDate from, Money premium, Money credit, @Nullable Money wanted, Map<String, Long> people) {
        static Cost of(LocalDate from, Price price, @Nullable Money wanted) {
            return new Cost(from, price.premium(), price.credit(), wanted, shares(price));
        }
    }

    /** Each person's part of a premium, in cents. */
    static Map<String, Long> shares(Price price) {
        Map<String, Long> shares = new LinkedHashMap<>();
        for (MemberPrice member : price.members()) {
            shares.put(member.key(), member.premium().cents());
        }
        return shares;
    }

    void cost(UUID policy, UUID act, Cost cost) {
        jdbc.sql(
                        """
                        INSERT INTO enrollment.amount (policy, starts, act, premium, credit, wanted, people)
                        VALUES (:policy, :starts, :act, :premium, :credit, :wanted, :people)
                        """)
                .param("policy", policy)
                .param("starts", cost.from())
                .param("act", act)
                .param("premium", cost.premium().cents())
                .param("credit", cost.credit().cents())
                .param("wanted", cost.wanted() == null ? null : cost.wanted().cents())
                .param("people", MAPPER.writeValueAsString(cost.people()))
                .update();
    }

    /** The same as {@link #cost} kept them. */
    static Map<String, Long> shares(String people) {
        Map<String, Long> shares = new LinkedHashMap<>();
        MAPPER.readTree(people).properties().forEach(one -> shares.put(one.getKey(), one.getValue().asLong()));
        return shares;
    }

    /** The first day from which an act priced a policy; empty when it priced none. */
    Optional<LocalDate> priced(UUID act) {
        return jdbc.sql("SELECT min(starts) FROM enrollment.amount WHERE act = :act HAVING min(starts) IS NOT NULL")
                .param("act", act)
                .query(LocalDate.class)
                .optional();
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
}
