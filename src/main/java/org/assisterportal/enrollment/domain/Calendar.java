package org.assisterportal.enrollment.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.assisterportal.application.OpenEnrollment;
import org.assisterportal.enrollment.Chance;
import org.assisterportal.enrollment.EventId;
import org.assisterportal.enrollment.Events.Told;
import org.assisterportal.enrollment.LifeEvent;
import org.jspecify.annotations.Nullable;

/**
 * When somebody may choose a plan, and from when the choice counts: open enrollment (45 CFR 155.410), special enrollment
 * periods (155.420), every month for members of tribes (155.420(d)(8)).
 *
 * @param open the year's open enrollment; null when there is none
 * @param days how long a special enrollment period lasts from its event
 * @param daysBefore how long before a loss that is foreseen one may choose
 */
record Calendar(int planYear, @Nullable OpenEnrollment open, int days, int daysBefore) {

    private static final int NOVEMBER = 11;

    /** A special enrollment period: both days are part of it. */
    record Period(EventId id, LifeEvent event, LocalDate happened, LocalDate opens, LocalDate closes) {}

    /** What an event that is reported today brings. */
    Told judge(LifeEvent event, LocalDate happened, LocalDate today) {
        if (!event.counts()) {
            return new Told.Refused("enrollment.event.no." + event, event.clause());
        }
        Period period = period(event, happened);
        if (today.isAfter(period.closes())) {
            return new Told.Late(event, happened, period.closes(), "45 CFR 155.420(c)(1)");
        }
        if (today.isBefore(period.opens())) {
            return new Told.Early(event, happened, period.opens(), event.isForeseen() ? "45 CFR 155.420(c)(2)" : "45 CFR 155.420(c)(1)");
        }
        LocalDate begins = begins(event, happened, today);
        return begins.getYear() == planYear
                ? new Told.Done(chance(period, begins))
                : new Told.OtherYear(event, happened, begins);
    }

    /** A new one. */
    Period period(LifeEvent event, LocalDate happened) {
        LocalDate opens = event.isForeseen() ? happened.minusDays(daysBefore) : happened;
        return new Period(new EventId(UUID.randomUUID()), event, happened, opens, happened.plusDays(days));
    }

    /** All that lets one choose today, for coverage in the plan year; what begins earliest comes first. */
    List<Chance> chances(List<Period> periods, boolean tribal, LocalDate today) {
        List<Chance> chances = new ArrayList<>();
        if (open != null && !today.isBefore(open.opens()) && !open.isOver(today)) {
            chances.add(new Chance(Chance.Kind.OPEN_ENROLLMENT, null, null, open.chooseBy(today), open.begins(today), 0));
        }
        for (Period period : periods) {
            if (!today.isBefore(period.opens()) && !today.isAfter(period.closes())) {
                chances.add(chance(period, begins(period.event(), period.happened(), today)));
            }
        }
        if (tribal) {
            LocalDate first = OpenEnrollment.firstAfter(today);
            chances.add(new Chance(Chance.Kind.MONTHLY, null, null, YearMonth.from(today).atEndOfMonth(), first, 0));
        }
        return chances.stream()
                .filter(chance -> chance.begins().getYear() == planYear)
                .sorted(Comparator.comparing(Chance::begins).thenComparing(Chance::kind).thenComparing(Chance::until))
                .toList();
    }

    private Chance chance(Period period, LocalDate begins) {
        return new Chance(Chance.Kind.SPECIAL, period.event(), period.id(), until(period), begins, 0);
    }

    /** The last day of a choice whose coverage still begins in the plan year: after November the next month is another year's. */
    LocalDate until(Period period) {
        LocalDate november = LocalDate.of(planYear, NOVEMBER, 30);
        boolean onTheDay = period.event().begins() == LifeEvent.Begins.ON_THE_DAY;
        return onTheDay || period.closes().isBefore(november) ? period.closes() : november;
    }

    private static LocalDate begins(LifeEvent event, LocalDate happened, LocalDate today) {
        LocalDate next = OpenEnrollment.firstAfter(today);
        return switch (event.begins()) {
            case ON_THE_DAY -> happened;
            case AFTER_LOSS -> today.isAfter(happened) ? next : OpenEnrollment.firstAfter(happened);
            case NEXT_MONTH -> next;
            case NEVER -> throw new IllegalArgumentException("nothing begins by this event");
        };
    }
}
