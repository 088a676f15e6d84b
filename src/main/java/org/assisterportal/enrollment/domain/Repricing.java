package org.assisterportal.enrollment.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.OpenEnrollment;
import org.assisterportal.application.SignedVersions.Home;
import org.assisterportal.application.SignedVersions.Version;
import org.assisterportal.application.SignedVersions;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.Diary;
import org.assisterportal.eligibility.Money;
import org.assisterportal.enrollment.Enrolled.Covered;
import org.assisterportal.enrollment.Enrolled;
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
 * Works out anew what policies that stand cost, and in which variant they go on: after another determination from the first of the next
 * month on (45 CFR 155.330(f), 156.425(a)), which nobody signs; where somebody leaves; and from days on which others that share the credit begin.
 */
@Component
class Repricing {
    private final PolicyReading policies;
    private final PolicyRows rows;
    private final TellingRows telling;
    private final SignedVersions versions;
    private final Homes homes;
    private final Counter counter;
    private final HandingOn handingOn;
    private final ChosenCards cards;
    private final Pricing pricing;
    private final Diary diary;
    private final AuditLog audit;
    private final Clock clock;

    Repricing(
            PolicyReading policies, PolicyRows rows, TellingRows telling, SignedVersions versions, Homes homes, Counter counter, HandingOn handingOn, ChosenCards cards, Pricing pricing,
            Diary diary, AuditLog audit, Clock clock) {
        this.policies = policies;
        this.rows = rows;
        this.telling = telling;
        this.versions = versions;
        this.homes = homes;
        this.counter = counter;
        this.handingOn = handingOn;
        this.cards = cards;
        this.pricing = pricing;
        this.diary = diary;
        this.audit = audit;
        this.clock = clock;
    }

    /** By the version that counts now, from the next month on, as an act of its own; whether anything costs another amount. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean determined(ApplicationId signed, ConsumerId consumer) {
        if (policies.of(consumer).isEmpty()) {
            return false;
        }
        Version version = versions.find(signed).orElseThrow();
        LocalDate from = OpenEnrollment.changesFrom(version.determination().facts().planYear(), counter.today());
        Anew anew = anew(version, from);
        if (anew.costs().isEmpty() && anew.plans().isEmpty()) {
            return false;
        }
        UUID act = UUID.randomUUID();
        StringBuilder content = new StringBuilder();
        anew.plans().forEach(plan -> content.append(plan.text()).append("variant\t").append(plan.variant()).append('\t').append(plan.from()).append('\n'));
        anew.costs().forEach(
                (policy, all) ->
                        all.forEach(
                                cost ->
                                        content.append("costs\t").append(policy).append('\t').append(cost.from()).append('\t').append(cost.premium().cents())
                                                .append('\t').append(cost.credit().cents()).append('\n')));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        long number = rows.unsigned(consumer, "REDETERMINED", act, signed, content.toString(), Sha256.hex(content.toString()), now);
        keep(act, version, from, anew);
        telling.due(act, consumer);
        diary.note(consumer, "enrollment.repriced", List.of(String.valueOf(number)), Actor.SYSTEM);
        audit.record(AuditLine.of(Actor.SYSTEM, "enrollment.repriced").about(consumer.value()).with("number", number));
        return true;
    }

    /** As part of an act whose own rows are kept: from this day on, and from each later one on which something begins or changes. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void within(UUID act, Version version, LocalDate from) {
        keep(act, anew(version, from).costs());
    }

    /** As part of an act that counts from now on: from each day after the one from which it priced. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void proved(UUID act, ConsumerId consumer) {
        rows.priced(act).ifPresent(
                from ->
                        versions.inForce(consumer).stream()
                                .flatMap(id -> versions.find(id).stream())
                                .filter(version -> version.determination().facts().planYear() == from.getYear())
                                .forEach(version -> within(act, version, from.plusDays(1))));
    }

    private void keep(UUID act, Version version, LocalDate from, Anew anew) {
        Map<HandingOn.Plan, UUID> next = new LinkedHashMap<>();
        for (HandingOn.Plan plan : anew.plans()) {
            boolean never = !plan.former().policy().starts().isBefore(plan.from());
            next.put(plan, handingOn.keep(plan, never, act, version));
        }
        keep(act, next.isEmpty() ? anew.costs() : anew(version, from).costs());
        next.forEach((plan, policy) -> handingOn.keepCosts(policy, plan, act));
    }

    private void keep(UUID act, Map<UUID, List<PolicyRows.Cost>> costs) {
        costs.forEach((policy, all) -> all.forEach(cost -> rows.cost(policy, act, cost)));
    }

    private List<PolicyReading.Row> standing(Version version) {
        int year = version.determination().facts().planYear();
        return policies.of(version.consumer()).stream()
                .filter(row -> row.policy().planYear() == year && row.policy().isOpen() && row.policy().state() != Enrolled.State.WAITING)
                .toList();
    }

    /**
     * What is otherwise from a day on.
     *
     * @param plans the policies that go on in another variant
     */
    private record Anew(Map<UUID, List<PolicyRows.Cost>> costs, List<HandingOn.Plan> plans) {}

    private Anew anew(Version version, LocalDate from) {
        Map<UUID, List<PolicyRows.Cost>> costs = new LinkedHashMap<>();
        Map<UUID, HandingOn.Plan> plans = new LinkedHashMap<>();
        List<PolicyReading.Row> standing = standing(version);
        @Nullable Home home = standing.isEmpty() ? null : homes.known(version.consumer(), version.home());
        @Nullable Shelf shelf = home == null ? null : counter.shelf(version.determination().facts().planYear(), home);
        if (shelf == null) {
            return new Anew(costs, List.of());
        }
        SortedSet<LocalDate> days = new TreeSet<>(List.of(from));
        for (PolicyReading.Row row : standing) {
            days.add(row.policy().starts());
            row.policy().amounts().forEach(amount -> days.add(amount.from()));
        }
        for (LocalDate day : days.tailSet(from)) {
            if (day.getYear() == shelf.planYear()) {
                costs(version, day, standing, shelf, plans).forEach((policy, cost) -> costs.computeIfAbsent(policy, id -> new ArrayList<>()).add(cost));
            }
        }
        return new Anew(costs, List.copyOf(plans.values()));
    }

    private Map<UUID, PolicyRows.Cost> costs(
            Version version, LocalDate day, List<PolicyReading.Row> standing, Shelf shelf, Map<UUID, HandingOn.Plan> plans) {
        Map<UUID, PolicyRows.Cost> costs = new LinkedHashMap<>();
        List<Enrolled> all = standing.stream().map(PolicyReading.Row::policy).toList();
        Set<String> covered = all.stream().flatMap(policy -> policy.coveredFrom(day).stream()).map(Covered::key).collect(Collectors.toSet());
        List<Party> parties = Parties.withCovered(version.determination(), covered, policies.smokers(version.consumer()), day);
        for (Party party : parties) {
            @Nullable Money wanted = PolicyReading.wanted(party, standing);
            Settlement settlement = Settlement.of(party, List.of(), all, shelf, cards.of(all, shelf), pricing, wanted);
            settlement.repriced().forEach(one -> costs.put(row(standing, one.policy()).id(), PolicyRows.Cost.of(day, one.price(), wanted)));
            for (Settlement.Reassigned one : settlement.reassigned()) {
                if (one.policy().next() != null) {
                    // It ends soon, and goes on in one successor only; that one is reassigned from its own first day.
                    continue;
                }
                PolicyReading.Row row = row(standing, one.policy());
                plans.computeIfAbsent(row.id(), id -> handingOn.reassigned(row, day, one.variant()));
            }
        }
        for (PolicyReading.Row row : standing) {
            Enrolled policy = row.policy();
            List<String> inside = policy.coveredFrom(day).stream().map(Covered::key).toList();
            boolean nobodyIsThere = inside.stream().noneMatch(key -> parties.stream().anyMatch(party -> party.buyers().keys().contains(key)));
            // After its last day a policy costs nothing that has to be said; one that only just goes on in another's name costs nothing yet.
            if (policy.amounts().isEmpty()) {
                continue;
            }
            Enrolled.Amount now = policy.amount(day);
            if (!inside.isEmpty() && nobodyIsThere && now.credit().cents() > 0) {
                // Its people left the household's application: the plan goes on until they end it, and the credit doesn't.
                costs.put(row.id(), new PolicyRows.Cost(day, now.premium(), Money.ZERO, row.wish().most(), shares(row.id())));
            }
        }
        return costs;
    }

    private Map<String, Long> shares(UUID policy) {
        Map<String, Long> shares = new LinkedHashMap<>();
        telling.people(policy).forEach(one -> shares.put(one.key(), one.premium().cents()));
        return shares;
    }

    private static PolicyReading.Row row(List<PolicyReading.Row> standing, Enrolled policy) {
        return standing.stream().filter(row -> row.policy().equals(policy)).findFirst().orElseThrow();
    }
}
