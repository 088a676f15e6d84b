package org.assisterportal.enrollment.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.OpenEnrollment;
import org.assisterportal.application.SignedVersions;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.eligibility.Determination;
import org.assisterportal.eligibility.PersonAnswer;
import org.assisterportal.enrollment.Chance;
import org.assisterportal.enrollment.Enrolled;
import org.assisterportal.enrollment.PlanSteps;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds out who of a household buys a plan, has none, and can choose one today. */
@Component
class PlanStepReading implements PlanSteps {
    private final SignedVersions versions;
    private final PolicyReading policies;
    private final Chances possible;
    private final Counter counter;
    private final NextYear years;
    private final BasketTable baskets;

    PlanStepReading(SignedVersions versions, PolicyReading policies, Chances possible, Counter counter, NextYear years, BasketTable baskets) {
        this.versions = versions;
        this.policies = policies;
        this.possible = possible;
        this.counter = counter;
        this.years = years;
        this.baskets = baskets;
    }

    @Override
    @Transactional(readOnly = true)
    public Step of(ConsumerId consumer) {
        LocalDate today = counter.today();
        List<Enrolled> open = policies.of(consumer).stream().map(PolicyReading.Row::policy).filter(Enrolled::isOpen).toList();
        @Nullable LocalDate until = null;
        @Nullable ApplicationId from = null;
        Set<Integer> applied = new HashSet<>();
        for (var id : versions.inForce(consumer)) {
            Determination determination = versions.determination(id).orElseThrow();
            applied.add(determination.facts().planYear());
            LocalDate here = until(consumer, determination, open, today);
            if (here != null && (until == null || here.isBefore(until))) {
                until = here;
                from = id;
            }
        }
        @Nullable LocalDate renewal = until == null ? renewal(consumer, applied, open, today) : null;
        boolean chosen = from != null && baskets.find(from).lines().stream().anyMatch(line -> !line.dental());
        boolean enrolled = open.stream().anyMatch(one -> one.state() != Enrolled.State.WAITING);
        return new Step(enrolled, renewal != null, from, chosen, renewal == null ? until : renewal);
    }

    /** Until when this year's plans can be kept or exchanged, where nothing was done for the next one. */
    private @Nullable LocalDate renewal(ConsumerId consumer, Set<Integer> applied, List<Enrolled> open, LocalDate today) {
        @Nullable OpenEnrollment next = years.open(today).orElse(null);
        if (next == null || applied.contains(next.planYear()) || open.stream().anyMatch(one -> one.planYear() == next.planYear())) {
            return null;
        }
        LocalDate last = years.lastDay(next.planYear());
        return today.isAfter(last) || years.running(consumer, next.planYear() - 1).isEmpty() ? null : last;
    }

    /** Until when a year's plan can be chosen by those who buy one and have none. */
    private @Nullable LocalDate until(ConsumerId consumer, Determination determination, List<Enrolled> open, LocalDate today) {
        int year = determination.facts().planYear();
        List<String> without = new ArrayList<>(determination.people().stream().filter(PersonAnswer::buys).map(PersonAnswer::person).toList());
        boolean tribal = Parties.isTribal(without, determination);
        Set<String> covered = new HashSet<>();
        open.stream()
                .filter(one -> one.planYear() == year && !one.dental())
                .forEach(
                        one -> {
                            one.coveredFrom(today).forEach(person -> covered.add(person.key()));
                            covered.addAll(one.waits() == null ? List.of() : one.waits().joining());
                        });
        without.removeAll(covered);
        if (without.isEmpty()) {
            return null;
        }
        List<Chance> chances = possible.of(consumer, year, without, tribal, null, today);
        return chances.stream().map(Chance::until).max(LocalDate::compareTo).orElse(null);
    }
}
