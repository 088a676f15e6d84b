package org.assisterportal.enrollment.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Hand;
import org.assisterportal.application.HeldHands;
import org.assisterportal.application.OpenEnrollment;
import org.assisterportal.enrollment.Basket;
import org.assisterportal.enrollment.Enrollments.Kept;
import org.assisterportal.enrollment.Enrollments;
import org.assisterportal.enrollment.Party;
import org.assisterportal.enrollment.Renewals;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows what becomes of this year's plans, and lets a household keep them or say no. */
@Component
class RenewalDesk implements Renewals {
    private final NextYear years;
    private final Homes homes;
    private final RenewalTable table;
    private final Counter counter;
    private final Chances chances;
    private final BasketTable baskets;
    private final HeldHands hands;
    private final EnrollmentDiary diary;
    private final Clock clock;

    RenewalDesk(
            NextYear years, Homes homes, RenewalTable table, Counter counter, Chances chances, BasketTable baskets, HeldHands hands, EnrollmentDiary diary, Clock clock) {
        this.years = years;
        this.homes = homes;
        this.table = table;
        this.counter = counter;
        this.chances = chances;
        this.baskets = baskets;
        this.hands = hands;
        this.diary = diary;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isTime(Hand by) {
        return years.open(counter.today()).filter(open -> years.lacks(by.consumer(), open.planYear())).isPresent();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Open> open() {
        LocalDate today = counter.today();
        return chances.open(today).map(open -> new Open(open.planYear(), open.chooseBy(today), open.begins(today)));
    }

    private Optional<NextYear.Renewal> renewal(Hand by, OpenEnrollment open) {
        return years.of(by.consumer(), open, home -> homes.seen(by, home));
    }

    @Override
    @Transactional
    public Optional<Outlook> outlook(Hand by) {
        Optional<OpenEnrollment> open = years.open(counter.today());
        Optional<NextYear.Renewal> found = open.flatMap(one -> renewal(by, one));
        if (found.isEmpty() || found.get().lines().isEmpty()) {
            return Optional.empty();
        }
        hands.look(by, "enrollment.renewal-shown");
        int year = open.get().planYear();
        RenewalTable.Row row = table.find(by.consumer(), year);
        NextYear.Renewal renewal = found.get();
        ApplicationId next = renewal.next() == null ? null : renewal.next().id();
        return Optional.of(
                new Outlook(
                        year, years.lastDay(year), next, next == null ? 0 : counter.basket(by, next).version(), row.declined(),
                        renewal.visit().desk().parties().stream().anyMatch(Party::unknown),
                        renewal.lines().stream().allMatch(line -> line.how() == How.CHOSEN), renewal.lines(), renewal.visit().desk().names()));
    }

    @Override
    @Transactional
    public Kept keep(Hand by, ApplicationId next, int version) {
        return hands.held(by, hand -> keepNow(hand, next, version), Kept.Stopped::new);
    }

    private Kept keepNow(Hand by, ApplicationId next, int version) {
        Optional<NextYear.Renewal> renewal = years.open(counter.today()).flatMap(open -> renewal(by, open));
        Counter.Visit visit = counter.visit(by, next).orElse(null);
        if (visit == null || renewal.isEmpty() || renewal.get().next() == null || !renewal.get().next().id().equals(next)) {
            return new Kept.Refused(Enrollments.NOT_IN_FORCE);
        }
        if (visit.desk().basket().version() != version) {
            return new Kept.Stale();
        }
        if (!renewal.get().hasSomething()) {
            return new Kept.Refused("enroll.renewal.nothing");
        }
        Basket basket = visit.desk().basket();
        List<Basket.Line> lines = new ArrayList<>(renewal.get().visit().desk().basket().lines());
        basket.lines().stream().filter(line -> lines.stream().noneMatch(kept -> overlap(kept, line))).forEach(lines::add);
        baskets.keep(by, next, basket.with(lines));
        diary.done(by, "enrollment.plan-chosen", List.of());
        return new Kept.Done();
    }

    /** Whether somebody would have two plans of a kind. */
    private static boolean overlap(Basket.Line one, Basket.Line other) {
        return one.dental() == other.dental() && one.people().stream().anyMatch(other.people()::contains);
    }

    @Override
    @Transactional
    public Kept decline(Hand by, boolean declined) {
        return hands.held(by, hand -> declineNow(hand, declined), Kept.Stopped::new);
    }

    private Kept declineNow(Hand by, boolean declined) {
        Optional<OpenEnrollment> open = years.open(counter.today());
        if (open.isEmpty() || counter.today().isAfter(years.lastDay(open.get().planYear()))) {
            return new Kept.Refused("enroll.renewal.over");
        }
        int year = open.get().planYear();
        if (years.running(by.consumer(), year - 1).isEmpty()) {
            return new Kept.Refused(Enrollments.NOT_IN_FORCE);
        }
        if (table.find(by.consumer(), year).declined() != declined) {
            table.declined(by.consumer(), year, declined, by.actor().name(), clock.instant());
            diary.done(by, declined ? "enrollment.renewal-declined" : "enrollment.renewal-wanted", List.of(String.valueOf(year)));
        }
        return new Kept.Done();
    }
}
