package org.assisterportal.enrollment.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assisterportal.application.OpenEnrollment;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.enrollment.Chance;
import org.assisterportal.enrollment.EventId;
import org.assisterportal.enrollment.LifeEvent;
import org.assisterportal.policy.PolicyValues;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All that lets a household choose today, and what of it has to be proved (45 CFR 155.420(g)). */
@Component
class Chances {
    private final PeriodTable periods;
    private final PolicyValues policy;

    Chances(PeriodTable periods, PolicyValues policy) {
        this.periods = periods;
        this.policy = policy;
    }

    Calendar calendar(int planYear) {
        return new Calendar(
                planYear, OpenEnrollment.of(planYear, policy), policy.inForce("enrollment.special-days").number(),
                policy.inForce("enrollment.special-days-before-loss").number());
    }

    /** Open enrollment that is on, of the later year where two are. */
    Optional<OpenEnrollment> open(LocalDate today) {
        return Stream.of(today.getYear() + 1, today.getYear())
                .map(year -> Optional.ofNullable(OpenEnrollment.of(year, policy)))
                .flatMap(Optional::stream)
                .filter(open -> !today.isBefore(open.opens()) && !open.isOver(today))
                .findFirst();
    }

    /** Within how many days of signing an event has to be proved; 0 when it hasn't. */
    int proofDays(LifeEvent event) {
        String code = "enrollment.proof-days." + event.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return event.proof().isPresent() ? policy.inForce(code).number() : 0;
    }

    /**
     * What lets somebody of these people choose, the one that counts first: the household's choice, while it stands; else what begins
     * earliest.
     */
    List<Chance> of(ConsumerId consumer, int planYear, Collection<String> people, boolean tribal, @Nullable String because, LocalDate today) {
        List<PeriodTable.Entry> reported = periods.standing(consumer, today);
        List<PeriodTable.Chosen> chosen = reported.isEmpty() ? List.of() : periods.chosen(consumer);
        List<Chance> all =
                calendar(planYear).chances(reported.stream().map(PeriodTable.Entry::period).toList(), tribal, today).stream()
                        .map(one -> used(one, reported, chosen, today))
                        .filter(one -> !one.used().containsAll(people) || people.isEmpty())
                        .toList();
        Set<EventId> proved =
                reported.stream().filter(PeriodTable.Entry::proved).map(one -> one.period().id()).collect(Collectors.toSet());
        return all.stream()
                .map(one -> one.toProve(proofDays(one, all, proved)))
                .sorted(
                        Comparator.comparing((Chance one) -> !one.key().equals(because))
                                .thenComparing(Chance::begins)
                                .thenComparing(Chance::proofDays))
                .toList();
    }

    private static Chance used(Chance one, List<PeriodTable.Entry> reported, List<PeriodTable.Chosen> chosen, LocalDate today) {
        return reported.stream()
                .map(PeriodTable.Entry::period)
                .filter(period -> period.id().equals(one.reported()))
                .findFirst()
                .map(period -> one.usedBy(EventRules.used(period.event(), period.happened(), chosen, today)))
                .orElse(one);
    }

    private int proofDays(Chance one, List<Chance> all, Set<EventId> proved) {
        return one.event() == null || isClear(one, all, proved) ? 0 : proofDays(one.event());
    }

    /** What was proved before isn't again, nor what open enrollment allows from the same day. */
    static boolean isClear(Chance one, List<Chance> all, Set<EventId> proved) {
        return one.reported() != null && proved.contains(one.reported())
                || all.stream().anyMatch(other -> other.kind() == Chance.Kind.OPEN_ENROLLMENT && other.begins().equals(one.begins()));
    }
}
