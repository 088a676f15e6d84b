package org.assisterportal.application.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Applications.Standing;
import org.assisterportal.application.ChangeDropped;
import org.assisterportal.application.Changes;
import org.assisterportal.application.Hand;
import org.assisterportal.application.Paper;
import org.assisterportal.application.Paper.Status;
import org.assisterportal.eligibility.Eligibility;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reported changes as new versions. */
@Component
class ChangeDesk implements Changes {
    private final ApplicationTable table;
    private final SignatureTable signatures;
    private final Papers papers;
    private final Hands hands;
    private final Eligibility eligibility;
    private final ApplicationEventPublisher events;

    ChangeDesk(
            ApplicationTable table, SignatureTable signatures, Papers papers, Hands hands, Eligibility eligibility,
            ApplicationEventPublisher events) {
        this.table = table;
        this.signatures = signatures;
        this.papers = papers;
        this.hands = hands;
        this.eligibility = eligibility;
        this.events = events;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Standing> inForce(Hand by) {
        return table.newest(by.consumer(), Status.SIGNED).map(ApplicationTable.Row::standing);
    }

    @Override
    @Transactional
    public Outcome report(Hand by, ApplicationId signed) {
        return hands.held(by, hand -> reportNow(hand, papers.find(hand, signed)), Outcome.Stopped::new);
    }

    private Outcome reportNow(Hand by, ApplicationTable.Row row) {
        Optional<ApplicationTable.Row> draft = table.newest(by.consumer(), Status.DRAFT);
        if (draft.isPresent()) {
            return new Outcome.Done(draft.get().id());
        }
        ApplicationTable.Row newest = table.newest(by.consumer(), Status.SIGNED).orElse(row);
        if (newest.status() != Status.SIGNED) {
            return new Outcome.Closed();
        }
        ApplicationId id = new ApplicationId(UUID.randomUUID());
        table.insert(id, by.consumer(), newest.number() + 1, by.actor());
        table.copyAnswers(newest.id(), id);
        hands.done(by, "application.change-begun", List.of());
        hands.begun(by, table.kept());
        return new Outcome.Done(id);
    }

    @Override
    @Transactional
    public Outcome discard(Hand by, ApplicationId draft) {
        return hands.held(by, hand -> discardNow(hand, papers.find(hand, draft)), Outcome.Stopped::new);
    }

    private Outcome discardNow(Hand by, ApplicationTable.Row row) {
        Optional<ApplicationTable.Row> signed = table.newest(by.consumer(), Status.SIGNED);
        if (row.status() != Status.DRAFT || signed.isEmpty()) {
            return new Outcome.Closed();
        }
        table.discard(row.id());
        hands.done(by, "application.change-discarded", List.of());
        hands.back(by.consumer());
        events.publishEvent(new ChangeDropped(by.consumer()));
        return new Outcome.Done(signed.get().id());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Effect> effect(Hand by, ApplicationId draft) {
        ApplicationTable.Row row = papers.find(by, draft);
        Optional<SignatureTable.Row> before =
                table.newest(by.consumer(), Status.SIGNED).flatMap(signed -> signatures.find(signed.id()));
        if (row.status() != Status.DRAFT || before.isEmpty()) {
            return Optional.empty();
        }
        Sheet sheet = papers.sheet(by, row);
        Paper paper = Papers.paper(row, sheet);
        if (!paper.isComplete()
                || !(eligibility.determine(HouseholdFacts.of(sheet)) instanceof Eligibility.Determined after)) {
            return Optional.empty();
        }
        return Optional.of(new Effect(before.get().determination(), after.determination()));
    }
}
