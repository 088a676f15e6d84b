package org.assisterportal.application.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Applications.Standing;
import org.assisterportal.application.ChangeDropped;
import org.assisterportal.application.Changes;
import org.assisterportal.application.Hand;
import org.assisterportal.application.Member;
import org.assisterportal.application.Paper.Status;
import org.assisterportal.application.Paper;
import org.assisterportal.consumer.LeftBehind;
import org.assisterportal.eligibility.Eligibility;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reported changes as new versions. */
@Component
class ChangeDesk implements Changes {
    static final int MOST_YEARS = 5;

    private final ApplicationTable table;
    private final SignatureTable signatures;
    private final Papers papers;
    private final Hands hands;
    private final NextDrafts drafts;
    private final Eligibility eligibility;
    private final LeftBehind leftBehind;
    private final ApplicationEventPublisher events;

    ChangeDesk(
            ApplicationTable table, SignatureTable signatures, Papers papers, Hands hands, NextDrafts drafts, Eligibility eligibility,
            LeftBehind leftBehind, ApplicationEventPublisher events) {
        this.table = table;
        this.signatures = signatures;
        this.papers = papers;
        this.hands = hands;
        this.drafts = drafts;
        this.eligibility = eligibility;
        this.leftBehind = leftBehind;
        this.events = events;
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
        return drafts.present(by, row.planYear()).or(() -> table.inForceLike(by.consumer(), row.id()).map(from -> begun(by, from))).orElseGet(Outcome.Closed::new);
    }

    private Outcome begun(Hand by, ApplicationTable.Row from) {
        ApplicationId id = drafts.begin(by);
        table.copyAnswers(from.id(), id);
        return new Outcome.Done(id);
    }

    @Override
    @Transactional
    public Outcome discard(Hand by, ApplicationId draft) {
        return hands.held(by, hand -> discardNow(hand, papers.find(hand, draft)), Outcome.Stopped::new);
    }

    private Outcome discardNow(Hand by, ApplicationTable.Row row) {
        List<ApplicationTable.Row> signed = table.inForce(by.consumer(), 1);
        if (row.status() != Status.DRAFT) {
            return new Outcome.Closed();
        }
        table.discard(row.id());
        if (by instanceof Hand.Own) {
            leftBehind.forget(by.consumer(), DraftEnding.formsOf(row.id().value()));
        }
        if (signed.isEmpty()) {
            hands.done(by, "application.draft-discarded", List.of());
            hands.notBegun(by.consumer());
            return new Outcome.Nothing();
        }
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
        Optional<ApplicationTable.Row> counts = Optional.ofNullable(paper.planYear()).flatMap(year -> table.inForceFor(by.consumer(), year));
        Optional<SignatureTable.Row> before = counts.flatMap(signed -> signatures.find(signed.id()));
        if (row.status() != Status.DRAFT || before.isEmpty()) {
            return Optional.empty();
        }
        if (!paper.isComplete()
                || !(eligibility.determine(HouseholdFacts.of(sheet)) instanceof Eligibility.Determined after)) {
            return Optional.empty();
        }
        Map<String, String> names = papers.whole(counts.get()).members().stream().collect(Collectors.toMap(Member::key, Member::name));
        return Optional.of(new Effect(before.get().determination(), after.determination(), names));
    }
}
