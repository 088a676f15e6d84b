package org.assisterportal.application.domain;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.application.Answered;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Applications.Standing;
import org.assisterportal.application.ChangeDropped;
import org.assisterportal.application.Changes;
import org.assisterportal.application.Hand;
import org.assisterportal.application.Paper.Status;
import org.assisterportal.application.Paper;
import org.assisterportal.application.Question;
import org.assisterportal.application.Spot;
import org.assisterportal.eligibility.Eligibility;
import org.assisterportal.shared.Minnesota;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reported changes and other years as new versions. */
@Component
class ChangeDesk implements Changes {
    static final int MOST_YEARS = 5;

    private final ApplicationTable table;
    private final SignatureTable signatures;
    private final Papers papers;
    private final Hands hands;
    private final Eligibility eligibility;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ChangeDesk(
            ApplicationTable table, SignatureTable signatures, Papers papers, Hands hands, Eligibility eligibility,
            ApplicationEventPublisher events, Clock clock) {
        this.table = table;
        this.signatures = signatures;
        this.papers = papers;
        this.hands = hands;
        this.eligibility = eligibility;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Standing> inForce(Hand by) {
        return table.inForce(by.consumer(), MOST_YEARS).stream().map(ApplicationTable.Row::standing).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Standing> inForce(Hand by, int planYear) {
        return table.inForceFor(by.consumer(), planYear).map(ApplicationTable.Row::standing);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Standing> inForce(Hand by, ApplicationId signed) {
        return table.inForceLike(by.consumer(), signed).map(ApplicationTable.Row::standing);
    }

    @Override
    @Transactional
    public Outcome report(Hand by, ApplicationId signed) {
        return hands.held(by, hand -> reportNow(hand, papers.find(hand, signed)), Outcome.Stopped::new);
    }

    private Outcome reportNow(Hand by, ApplicationTable.Row row) {
        Optional<ApplicationTable.Row> draft = table.draft(by.consumer());
        if (draft.isPresent()) {
            return present(draft.get(), row.planYear());
        }
        return table.inForceLike(by.consumer(), row.id()).<Outcome>map(from -> begun(by, from, table.next(by.consumer()))).orElseGet(Outcome.Closed::new);
    }

    /** There is one draft at a time; of another year it isn't what was asked for. */
    private Outcome present(ApplicationTable.Row draft, @Nullable Integer planYear) {
        String year = Optional.ofNullable(table.answers(draft.id()).get(Spot.of(Question.YEAR))).map(answer -> answer.content().getOrDefault("year", "")).orElse("");
        return planYear == null || year.isEmpty() || year.equals(String.valueOf(planYear)) ? new Outcome.Done(draft.id()) : new Outcome.OtherDraft(draft.id());
    }

    private Outcome.Done begun(Hand by, ApplicationTable.Row from, int number) {
        ApplicationId id = new ApplicationId(UUID.randomUUID());
        table.insert(id, by.consumer(), number, by.actor());
        table.copyAnswers(from.id(), id);
        hands.done(by, "application.change-begun", List.of());
        hands.begun(by, table.kept());
        return new Outcome.Done(id);
    }

    @Override
    @Transactional
    public Outcome another(Hand by, ApplicationId signed, int planYear) {
        return hands.held(by, hand -> anotherNow(hand, papers.find(hand, signed), planYear), Outcome.Stopped::new);
    }

    private Outcome anotherNow(Hand by, ApplicationTable.Row row, int planYear) {
        Optional<ApplicationTable.Row> draft = table.draft(by.consumer());
        if (draft.isPresent()) {
            return present(draft.get(), planYear);
        }
        Optional<ApplicationTable.Row> from = table.inForceLike(by.consumer(), row.id());
        if (from.isEmpty() || !yearsLeft(by).contains(planYear)) {
            return new Outcome.Closed();
        }
        Outcome.Done done = begun(by, from.get(), table.next(by.consumer()));
        Spot spot = Spot.of(Question.YEAR);
        int version = Optional.ofNullable(table.answers(done.id()).get(spot)).map(Answered::version).orElse(0);
        table.add(done.id(), spot, version + 1, Map.of("year", String.valueOf(planYear)), by);
        return done;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Integer> yearsLeft(Hand by) {
        return YearForm.offered(Minnesota.today(clock)).stream()
                .filter(year -> eligibility.planYears().contains(year) && table.inForceFor(by.consumer(), year).isEmpty())
                .toList();
    }

    @Override
    @Transactional
    public Outcome discard(Hand by, ApplicationId draft) {
        return hands.held(by, hand -> discardNow(hand, papers.find(hand, draft)), Outcome.Stopped::new);
    }

    private Outcome discardNow(Hand by, ApplicationTable.Row row) {
        List<ApplicationTable.Row> signed = table.inForce(by.consumer(), 1);
        if (row.status() != Status.DRAFT || signed.isEmpty()) {
            return new Outcome.Closed();
        }
        table.discard(row.id());
        hands.done(by, "application.change-discarded", List.of());
        hands.back(by.consumer());
        events.publishEvent(new ChangeDropped(by.consumer()));
        return new Outcome.Done(signed.getFirst().id());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Effect> effect(Hand by, ApplicationId draft) {
        ApplicationTable.Row row = papers.find(by, draft);
        Sheet sheet = papers.sheet(by, row);
        Paper paper = Papers.paper(row, sheet);
        Optional<SignatureTable.Row> before =
                Optional.ofNullable(paper.planYear())
                        .flatMap(year -> table.inForceFor(by.consumer(), year))
                        .flatMap(signed -> signatures.find(signed.id()));
        if (row.status() != Status.DRAFT || before.isEmpty()) {
            return Optional.empty();
        }
        if (!paper.isComplete()
                || !(eligibility.determine(HouseholdFacts.of(sheet)) instanceof Eligibility.Determined after)) {
            return Optional.empty();
        }
        return Optional.of(new Effect(before.get().determination(), after.determination()));
    }
}
