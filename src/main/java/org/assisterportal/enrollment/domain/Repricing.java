package org.assisterportal.enrollment.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assisterportal.application.OpenEnrollment;
import org.assisterportal.application.SignedVersions.Home;
import org.assisterportal.application.SignedVersions.Version;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.Diary;
import org.assisterportal.eligibility.Money;
import org.assisterportal.enrollment.Enrolled;
import org.assisterportal.enrollment.Enrolled.Covered;
import org.assisterportal.enrollment.Party;
import org.assisterportal.plan.Pricing;
import org.assisterportal.plan.Shelf;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Works out anew what policies that stand cost: after another determination from the first of the next month on (45 CFR
 * 155.330(f)), and from the day on which a policy begins later than others that share its credit. An act that nobody signs.
 */
@Component
class Repricing {
    private final PolicyReading policies;
    private final PolicyRows rows;
    private final TellingRows telling;
    private final NextYear years;
    private final Counter counter;
    private final Pricing pricing;
    private final Diary diary;
    private final AuditLog audit;
    private final Clock clock;

    Repricing(
            PolicyReading policies, PolicyRows rows, TellingRows telling, NextYear years, Counter counter, Pricing pricing, Diary diary, AuditLog audit,
            Clock clock) {
        this.policies = policies;
        this.rows = rows;
        this.telling = telling;
        this.years = years;
        this.counter = counter;
        this.pricing = pricing;
        this.diary = diary;
        this.audit = audit;
        this.clock = clock;
    }

    /** By the version that counts now; whether anything costs another amount. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean determined(Version version) {
        int year = version.determination().facts().planYear();
        LocalDate next = OpenEnrollment.firstAfter(counter.today());
        LocalDate first = LocalDate.of(year, 1, 1);
        return from(version, next.isBefore(first) ? first : next);
    }

    /** From each day on which a policy of the year begins after the first. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void begun(Version version) {
        standing(version).stream().map(row -> row.policy().starts()).distinct().sorted().skip(1).forEach(day -> from(version, day));
    }

    private List<PolicyReading.Row> standing(Version version) {
        int year = version.determination().facts().planYear();
        return policies.of(version.consumer()).stream()
                .filter(row -> row.policy().planYear() == year && row.policy().isOpen() && row.policy().state() != Enrolled.State.WAITING)
                .toList();
    }

    private boolean from(Version version, LocalDate day) {
        List<PolicyReading.Row> standing = standing(version);
        @Nullable Home home = years.known(version.consumer(), version.home());
        @Nullable Shelf shelf = home == null || standing.isEmpty() ? null : counter.shelf(version.determination().facts().planYear(), home);
        if (shelf == null || day.getYear() != shelf.planYear()) {
            return false;
        }
        Map<UUID, PolicyRows.Cost> costs = costs(version, day, standing, shelf);
        if (costs.isEmpty()) {
            return false;
        }
        UUID act = UUID.randomUUID();
        StringBuilder content = new StringBuilder("from\t" + day + "\n");
        standing.stream()
                .filter(row -> costs.containsKey(row.id()))
                .forEach(row -> content.append("costs\t").append(row.policy().number()).append('\t').append(costs.get(row.id())).append('\n'));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        long number = rows.unsigned(version.consumer(), "REDETERMINED", act, version.id(), content.toString(), Sha256.hex(content.toString()), now);
        costs.forEach((policy, cost) -> rows.cost(policy, act, cost));
        telling.due(act, version.consumer());
        diary.note(version.consumer(), "enrollment.repriced", List.of(String.valueOf(number)), Actor.SYSTEM);
        audit.record(AuditLine.of(Actor.SYSTEM, "enrollment.repriced").about(version.consumer().value()).with("number", number));
        return true;
    }

    private Map<UUID, PolicyRows.Cost> costs(Version version, LocalDate day, List<PolicyReading.Row> standing, Shelf shelf) {
        Map<UUID, PolicyRows.Cost> costs = new LinkedHashMap<>();
        List<Party> parties = Parties.of(version.determination(), policies.smokers(version.consumer()), day);
        List<Enrolled> all = standing.stream().map(PolicyReading.Row::policy).toList();
        for (Party party : parties) {
            for (Settlement.Repriced one : Settlement.of(party, List.of(), all, shelf, pricing, wanted(party, standing)).repriced()) {
                costs.put(id(standing, one.policy()), PolicyRows.Cost.of(day, one.price()));
            }
        }
        for (PolicyReading.Row row : standing) {
            Enrolled policy = row.policy();
            boolean nobodyBuys =
                    policy.coveredFrom(day).stream().map(Covered::key).noneMatch(key -> parties.stream().anyMatch(party -> party.buyers().keys().contains(key)));
            Enrolled.Amount now = policy.amount(day);
            if (nobodyBuys && now.credit().cents() > 0) {
                // Another program takes its people: the plan goes on until they end it, and the credit doesn't.
                costs.put(row.id(), new PolicyRows.Cost(day, now.premium(), Money.ZERO, shares(row.id())));
            }
        }
        return costs;
    }

    private Map<String, Long> shares(UUID policy) {
        Map<String, Long> shares = new LinkedHashMap<>();
        telling.people(policy).forEach(one -> shares.put(one.key(), one.premium().cents()));
        return shares;
    }

    private static @Nullable Money wanted(Party party, List<PolicyReading.Row> standing) {
        return standing.stream()
                .filter(row -> party.buyers().keys().contains(row.policy().subscriber().key()))
                .map(PolicyReading.Row::wanted)
                .filter(one -> one != null)
                .findFirst()
                .orElse(null);
    }

    private static UUID id(List<PolicyReading.Row> standing, Enrolled policy) {
        return standing.stream().filter(row -> row.policy().equals(policy)).findFirst().orElseThrow().id();
    }
}
