package org.assisterportal.application.domain;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Applications;
import org.assisterportal.application.Hand;
import org.assisterportal.application.Paper;
import org.assisterportal.application.Question;
import org.assisterportal.application.Spot;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.LeftBehind;
import org.assisterportal.eligibility.Eligibility;
import org.assisterportal.eligibility.Problem;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Minnesota;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Applications shown and filled in, by their consumer or on the consumer's behalf. */
@Component
class ApplicationDesk implements Applications {
    private final ApplicationTable table;
    private final Papers papers;
    private final Answering answering;
    private final GivenNumbers numbers;
    private final Hands hands;
    private final AtWork atWork;
    private final AnswersSince since;
    private final Prefilled prefilled;
    private final LeftBehind leftBehind;
    private final Eligibility eligibility;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ApplicationDesk(
            ApplicationTable table, Papers papers, Answering answering, GivenNumbers numbers, Hands hands, AtWork atWork, AnswersSince since, Prefilled prefilled, LeftBehind leftBehind,
            Eligibility eligibility, TransactionTemplate transaction, Clock clock) {
        this.table = table;
        this.papers = papers;
        this.answering = answering;
        this.numbers = numbers;
        this.hands = hands;
        this.atWork = atWork;
        this.since = since;
        this.prefilled = prefilled;
        this.leftBehind = leftBehind;
        this.eligibility = eligibility;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Standing> newest(Hand by) {
        return table.newest(by.consumer()).map(ApplicationTable.Row::standing);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ConsumerId> owner(ApplicationId id) {
        return table.find(id).map(ApplicationTable.Row::consumer);
    }

    @Override
    @Transactional
    public Begun start(Hand by) {
        return hands.held(by, hand -> new Begun.Done(startNow(hand)), Begun.Stopped::new);
    }

    private ApplicationId startNow(Hand by) {
        Optional<ApplicationTable.Row> newest = table.newest(by.consumer());
        if (newest.isPresent()) {
            return newest.get().id();
        }
        ApplicationId id = new ApplicationId(UUID.randomUUID());
        table.insert(id, by.consumer(), 1, by.actor());
        prefilled.of(by).forEach((spot, content) -> table.add(id, spot, 1, content, by));
        hands.done(by, "application.started", List.of());
        hands.begun(by, table.kept());
        return id;
    }

    @Override
    @Transactional
    public Paper show(Hand by, ApplicationId id) {
        Paper paper = papers.read(by, id);
        hands.look(by, "application.shown");
        return paper.with(atWork.seen(id, by));
    }

    @Override
    @Transactional
    public Paper page(Hand by, ApplicationId id, Spot spot) {
        Paper paper = papers.read(by, id);
        hands.shown(by, spot);
        return paper.with(atWork.seen(id, by));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Problem> contradictions(Hand by, ApplicationId id) {
        ApplicationTable.Row row = papers.find(by, id);
        Sheet sheet = papers.sheet(by, row);
        return row.status() == Paper.Status.DRAFT
                        && Papers.paper(row, sheet).isComplete()
                        && eligibility.determine(HouseholdFacts.of(sheet)) instanceof Eligibility.Inconsistent wrong
                ? wrong.problems()
                : List.of();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Since> since(Hand by, ApplicationId id, int revision) {
        return since.of(by, papers.find(by, id).id(), revision);
    }

    @Override
    public List<Integer> years() {
        return YearForm.offered(Minnesota.today(clock)).stream().filter(eligibility.planYears()::contains).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> counties(Hand by, ApplicationId id, Map<String, String> home) {
        return HomeForm.counties(new Fields(home), papers.sheet(by, papers.find(by, id)));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> lastFour(Hand by, ApplicationId id, String person) {
        return by instanceof Hand.Own
                ? Optional.ofNullable(numbers.lastFour(papers.find(by, id).consumer()).get(person))
                : Optional.empty();
    }

    @Override
    @Transactional(readOnly = true)
    public List<LeftBehind.Left> leftBehind(Hand by, ApplicationId id) {
        return by instanceof Hand.Own own ? leftBehind.open(own.actor(), DraftEnding.formsOf(id.value())) : List.of();
    }

    @Override
    public Saved save(Hand by, ApplicationId id, Spot spot, Map<String, String> typed, int version, boolean asItIs) {
        Saved saved = held(by, hand -> answering.save(hand, id, spot, typed, version, asItIs));
        return saved instanceof Saved.Stopped stopped
                ? new Saved.Stopped(stopped.refused(), leave(by.actor(), by.consumer(), id, spot, typed))
                : saved;
    }

    @Override
    public Saved remove(Hand by, ApplicationId id, String person) {
        return held(by, hand -> answering.remove(hand, id, person));
    }

    private Saved held(Hand by, Function<Hand, Saved> act) {
        return Objects.requireNonNull(
                transaction.execute(status -> hands.held(by, act, refused -> new Saved.Stopped(refused, false))));
    }

    @Override
    public boolean leave(Actor assister, ConsumerId consumer, ApplicationId id, Spot spot, Map<String, String> typed) {
        if (spot.question() == Question.SSN) {
            return false;
        }
        String form = DraftEnding.formsOf(id.value()) + spot.subject() + "/" + spot.question().slug();
        return leftBehind.keep(assister, consumer, form, Typed.content(spot, typed, null));
    }
}
