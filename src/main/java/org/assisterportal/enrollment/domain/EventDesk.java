package org.assisterportal.enrollment.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Hand;
import org.assisterportal.application.HeldHands;
import org.assisterportal.application.Member;
import org.assisterportal.application.SignedVersions.Version;
import org.assisterportal.document.CaseSteps;
import org.assisterportal.document.ProofId;
import org.assisterportal.document.Proofs;
import org.assisterportal.eligibility.PersonAnswer;
import org.assisterportal.enrollment.Chance;
import org.assisterportal.enrollment.CoverageBefore;
import org.assisterportal.enrollment.EventId;
import org.assisterportal.enrollment.Events;
import org.assisterportal.enrollment.LifeEvent;
import org.assisterportal.shared.Minnesota;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes reports of what happened, shows them, and lets them be taken back. */
@Component
class EventDesk implements Events {
    private final Counter counter;
    private final Chances chances;
    private final PeriodTable periods;
    private final Proofs proofs;
    private final CaseSteps steps;
    private final HeldHands hands;
    private final EnrollmentDiary diary;
    private final Clock clock;

    EventDesk(Counter counter, Chances chances, PeriodTable periods, Proofs proofs, CaseSteps steps, HeldHands hands, EnrollmentDiary diary, Clock clock) {
        this.counter = counter;
        this.chances = chances;
        this.periods = periods;
        this.proofs = proofs;
        this.steps = steps;
        this.hands = hands;
        this.diary = diary;
        this.clock = clock;
    }

    private LocalDate today() {
        return Minnesota.today(clock);
    }

    @Override
    @Transactional
    public List<Member> people(Hand by, ApplicationId id) {
        Optional<Version> version = counter.version(by, id);
        if (version.isPresent()) {
            hands.look(by, "enrollment.desk-shown");
        }
        return version.map(Version::people).orElse(List.of());
    }

    @Override
    @Transactional
    public Reported report(Hand by, ApplicationId id, LifeEvent event, LocalDate happened, List<String> people, @Nullable CoverageBefore before) {
        return hands.held(by, hand -> reportNow(hand, id, event, happened, people, before), Reported.Stopped::new);
    }

    private Reported reportNow(Hand by, ApplicationId id, LifeEvent event, LocalDate happened, List<String> named, @Nullable CoverageBefore before) {
        Version version = counter.version(by, id).orElse(null);
        if (version == null) {
            return new Reported.Closed();
        }
        List<String> people = version.people().stream().map(Member::key).filter(named::contains).toList();
        Calendar calendar = chances.calendar(version.determination().facts().planYear());
        Told told = calendar.judge(event, happened, today());
        @Nullable Told refusal = told instanceof Told.Done ? refusal(event, happened, people, before, version) : told;
        if (refusal != null) {
            return new Reported.Judged(refusal);
        }
        if (isUsed(by, version, event, happened)) {
            return new Reported.Judged(new Told.Refused("enrollment.event.used", "45 CFR 155.420(c)(1)"));
        }
        if (periods.standing(by.consumer(), today()).stream().noneMatch(one -> one.is(event, happened, people))) {
            if (periods.count(by.consumer(), today()) >= MOST) {
                return new Reported.Judged(new Told.Refused("enroll.event.many", String.valueOf(MOST)));
            }
            periods.report(by, calendar.period(event, happened), people, event.asksCoverageBefore() ? before : null);
            steps.settle(by.consumer());
            diary.done(by, "enrollment.event-reported", List.of(event.name()));
        }
        return new Reported.Judged(told);
    }

    private static @Nullable Told refusal(
            LifeEvent event, LocalDate happened, List<String> people, @Nullable CoverageBefore before, Version version) {
        Told whom = EventRules.refusal(event, happened, people, version.people(), version.ties());
        return whom == null ? EventRules.refusal(event, before) : whom;
    }

    /** Whether everybody who buys has a plan by it. */
    private boolean isUsed(Hand by, Version version, LifeEvent event, LocalDate happened) {
        List<String> buying = buying(version);
        return !buying.isEmpty() && EventRules.used(event, happened, periods.chosen(by.consumer()), today()).containsAll(buying);
    }

    private static List<String> buying(Version version) {
        return version.determination().people().stream().filter(PersonAnswer::buys).map(PersonAnswer::person).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Line> list(Hand by, ApplicationId id) {
        return counter.version(by, id).map(version -> lines(by, version)).orElse(List.of());
    }

    private List<Line> lines(Hand by, Version version) {
        List<PeriodTable.Entry> entries = periods.standing(by.consumer(), today());
        int year = version.determination().facts().planYear();
        Calendar calendar = chances.calendar(year);
        List<Chance> now = chances.of(by.consumer(), year, buying(version), false, null, today());
        Map<ProofId, Proofs.Asked> asked = proofs.of(entries.stream().map(PeriodTable.Entry::proof).filter(Objects::nonNull).toList());
        return entries.stream().map(entry -> line(by, entry, calendar, now, asked, version)).toList();
    }

    private Line line(Hand by, PeriodTable.Entry entry, Calendar calendar, List<Chance> now, Map<ProofId, Proofs.Asked> asked, Version version) {
        Calendar.Period period = entry.period();
        Chance chance = now.stream().filter(one -> period.id().equals(one.reported())).findFirst().orElse(null);
        List<String> names = entry.people().stream().map(key -> version.names().getOrDefault(key, "")).filter(name -> !name.isEmpty()).toList();
        return new Line(
                period.id(), period.event(), period.happened(), calendar.until(period), chance == null ? null : chance.begins(), names,
                chance == null ? 0 : chance.proofDays(), entry.proof() == null ? null : asked.get(entry.proof()), entry.signed(),
                chance == null && entry.signed() && isUsed(by, version, period.event(), period.happened()));
    }

    @Override
    @Transactional
    public Optional<Line> find(Hand by, ApplicationId id, EventId event) {
        hands.look(by, "enrollment.desk-shown");
        return list(by, id).stream().filter(one -> one.id().equals(event)).findFirst();
    }

    @Override
    @Transactional
    public TakenBack takeBack(Hand by, ApplicationId id, EventId event) {
        return hands.held(by, hand -> takeBackNow(hand, id, event), TakenBack.Stopped::new);
    }

    private TakenBack takeBackNow(Hand by, ApplicationId id, EventId event) {
        PeriodTable.Entry entry = periods.standing(by.consumer(), today()).stream().filter(one -> one.period().id().equals(event)).findFirst().orElse(null);
        if (entry == null || counter.version(by, id).isEmpty()) {
            return new TakenBack.Gone();
        }
        if (entry.signed()) {
            return new TakenBack.Signed();
        }
        periods.withdraw(by, event);
        steps.settle(by.consumer());
        diary.done(by, "enrollment.event-taken-back", List.of(entry.period().event().name()));
        return new TakenBack.Done();
    }
}
