package org.assisterportal.enrollment.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assisterportal.application.SignedVersions;
import org.assisterportal.application.SignedVersions.Version;
import org.assisterportal.eligibility.CostSharing;
import org.assisterportal.eligibility.Money;
import org.assisterportal.enrollment.CarrierEvent.Reason;
import org.assisterportal.enrollment.Enrolled;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets a policy go on as another one, in the same plan at the ages that counted: in another's name where its subscriber leaves and others
 * stay, because carriers know a policy by its subscriber, and in another variant where the cost-sharing reductions are of another level.
 */
@Component
class HandingOn {
    private final TellingRows telling;
    private final PolicyRows rows;
    private final SignedVersions versions;
    private final JdbcClient jdbc;

    HandingOn(TellingRows telling, PolicyRows rows, SignedVersions versions, JdbcClient jdbc) {
        this.telling = telling;
        this.rows = rows;
        this.versions = versions;
        this.jdbc = jdbc;
    }

    /**
     * A policy as it goes on.
     *
     * @param from its first day
     * @param people who stays, the new subscriber first
     * @param variant in which it goes on
     */
    record Plan(PolicyReading.Row former, LocalDate from, List<TellingRows.Person> people, CostSharing variant, Reason reason) {
        String text() {
            return "goes-on\t" + former.policy().number() + "\t" + String.join(",", people.stream().map(TellingRows.Person::key).toList()) + "\n";
        }
    }

    /** How it would go on; empty where nobody stays, or the subscriber does. */
    Optional<Plan> plan(PolicyReading.Row row, EndMaking.Wish wish) {
        Enrolled policy = row.policy();
        if (!new Settlement.Leaving(policy, wish.people(), wish.lastDay(), wish.cancels()).leavesOthersBehind()) {
            return Optional.empty();
        }
        LocalDate from = wish.next();
        Map<String, TellingRows.Person> stay =
                telling.people(row.id()).stream()
                        .filter(one -> !one.cancelled() && !one.to().isBefore(from) && !wish.people().contains(one.key()))
                        .collect(Collectors.toMap(TellingRows.Person::key, Function.identity()));
        Function<String, LocalDate> born = key -> Objects.requireNonNull(stay.get(key)).born();
        // Whoever comes in later can't be the one in whose name it goes on now, unless nobody else is.
        List<String> now = stay.values().stream().filter(one -> !one.from().isAfter(from)).map(TellingRows.Person::key).toList();
        List<String> order = new ArrayList<>(SubscriberRules.first(now, born, from));
        SubscriberRules.first(stay.keySet(), born, from).stream().filter(key -> !now.contains(key)).forEach(order::add);
        return Optional.of(new Plan(row, from, order.stream().map(stay::get).toList(), policy.variant(), Reason.HANDED_ON));
    }

    /** How all who are in it go on in another variant from a day on: 45 CFR 156.425(a). */
    Plan reassigned(PolicyReading.Row row, LocalDate from, CostSharing variant) {
        List<TellingRows.Person> stay = telling.people(row.id()).stream().filter(one -> !one.cancelled() && !one.to().isBefore(from)).toList();
        return new Plan(row, from, stay, variant, Reason.REASSIGNED);
    }

    /**
     * Ends what those who stay have in the former policy, and begins the new one, without what it costs.
     *
     * @param never whether the former one never begins
     */
    UUID keep(Plan plan, boolean never, UUID act, Version version) {
        LocalDate lastDay = plan.from().minusDays(1);
        UUID former = plan.former().id();
        UUID next = UUID.randomUUID();
        Version known = plan.people().stream().allMatch(one -> version.names().containsKey(one.key()))
                ? version
                : versions.find(plan.former().policy().application()).orElseThrow();
        begin(next, plan, act, known);
        String subscriber = plan.people().getFirst().key();
        int place = 0;
        for (TellingRows.Person one : plan.people()) {
            rows.end(former, act, one.key(), lastDay, never || one.from().isAfter(lastDay), plan.reason().name());
            LocalDate starts = one.from().isBefore(plan.from()) ? plan.from() : one.from();
            rows.join(
                    next, act,
                    new PolicyRows.Joined(
                            one.key(), place++, one.key().equals(subscriber) ? null : known.kin(one.key(), subscriber), one.firstName(), one.lastName(),
                            one.born(), one.tobacco(), starts, one.agedOn()));
            if (one.endedBy() != null) {
                rows.end(next, act, one.key(), one.to(), false, Objects.requireNonNull(one.endReason()));
            }
        }
        return next;
    }

    private void begin(UUID next, Plan plan, UUID act, Version version) {
        @Nullable Money wanted = plan.former().wish().most();
        jdbc.sql(
                        """
                        INSERT INTO enrollment.policy (id, former, consumer, application, act, reason, plan_year, plan, variant, plan_name, issuer_name, dental,
                                                       party, wanted, rating_area, fips, starts, last_day, catalog)
                        SELECT :id, p.id, p.consumer, :application, :act, :reason, p.plan_year, p.plan, :variant, p.plan_name, p.issuer_name, p.dental,
                               p.party, :wanted, p.rating_area, p.fips, :starts, p.last_day, p.catalog
                          FROM enrollment.policy p WHERE p.id = :former
                        """)
                .param("id", next)
                .param("former", plan.former().id())
                .param("application", version.id().value())
                .param("act", act)
                .param("reason", plan.reason().name())
                .param("variant", plan.variant().name())
                .param("wanted", wanted == null ? null : wanted.cents())
                .param("starts", plan.from())
                .update();
    }

    /** Where it can't be priced anew, those who stay pay what they paid, and the credit is no more than that. */
    void keepCosts(UUID next, Plan plan, UUID act) {
        if (!jdbc.sql("SELECT 1 FROM enrollment.amount WHERE policy = :policy LIMIT 1").param("policy", next).query(Integer.class).list().isEmpty()) {
            return;
        }
        Enrolled former = plan.former().policy();
        List<LocalDate> days = new ArrayList<>(List.of(plan.from()));
        former.amounts().stream().map(Enrolled.Amount::from).filter(day -> day.isAfter(plan.from())).forEach(days::add);
        for (LocalDate day : days) {
            Enrolled.Amount amount = former.amount(day);
            Map<String, Long> shares = new LinkedHashMap<>();
            plan.people().forEach(one -> shares.put(one.key(), amount.shares().getOrDefault(one.key(), one.premium().cents())));
            long premium = shares.values().stream().mapToLong(Long::longValue).sum();
            Money credit = new Money(Math.min(premium, amount.credit().cents()));
            rows.cost(next, act, new PolicyRows.Cost(day, new Money(premium), credit, plan.former().wish().most(), shares));
        }
    }
}
