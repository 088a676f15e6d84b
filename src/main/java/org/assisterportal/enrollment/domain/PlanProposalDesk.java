package org.assisterportal.enrollment.domain;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Changes;
import org.assisterportal.application.Hand;
import org.assisterportal.application.HeldHands;
import org.assisterportal.enrollment.Enrollments;
import org.assisterportal.enrollment.PlanProposal.Kind;
import org.assisterportal.enrollment.PlanProposal.Line;
import org.assisterportal.enrollment.PlanProposal;
import org.assisterportal.enrollment.PlanProposals;
import org.assisterportal.plan.PlanId;
import org.assisterportal.shared.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets an assister propose and the consumer answer, each with nobody else at it meanwhile. */
@Component
class PlanProposalDesk implements PlanProposals {
    private final PlanProposalRows rows;
    private final ProposalMaking making;
    private final Counter counter;
    private final Enrollments enrollments;
    private final Changes changes;
    private final HeldHands hands;
    private final EnrollmentDiary diary;

    PlanProposalDesk(
            PlanProposalRows rows, ProposalMaking making, Counter counter, Enrollments enrollments, Changes changes, HeldHands hands, EnrollmentDiary diary) {
        this.rows = rows;
        this.making = making;
        this.counter = counter;
        this.enrollments = enrollments;
        this.changes = changes;
        this.hands = hands;
        this.diary = diary;
    }

    @Override
    @Transactional
    public Draft draft(Hand.OnBehalf by, ApplicationId id) {
        return rows.draft(by, id);
    }

    @Override
    @Transactional
    public Outcome put(Hand.OnBehalf by, ApplicationId id, PlanId plan, List<String> people, String reason, int version) {
        return making.put(by, id, plan, people, reason, version);
    }

    @Override
    @Transactional
    public Outcome remove(Hand.OnBehalf by, ApplicationId id, PlanId plan, int version) {
        return making.remove(by, id, plan, version);
    }

    @Override
    @Transactional
    public Outcome send(Hand.OnBehalf by, ApplicationId id, int version) {
        return making.send(by, id, version);
    }

    @Override
    @Transactional
    public List<PlanProposal> show(Hand by, ApplicationId id) {
        hands.look(by, "enrollment.proposal-shown");
        return rows.of(by.consumer(), id);
    }

    @Override
    @Transactional
    public List<PlanProposal> of(Hand by, ApplicationId id) {
        return rows.of(by.consumer(), id);
    }

    @Override
    @Transactional
    public Optional<PlanProposal> waiting(Hand by) {
        return changes.inForce(by).stream()
                .flatMap(version -> rows.of(by.consumer(), version.id()).stream())
                .filter(one -> one.isOpen() && !rows.isSignedSince(one))
                .findFirst();
    }

    @Override
    @Transactional
    public Outcome pick(Hand.Own by, ApplicationId id, UUID proposal, PlanId plan, int basket) {
        return hands.held(by, hand -> pickNow(by, find(hand, id, proposal), plan, basket), Outcome.Stopped::new);
    }

    private PlanProposal find(Hand by, ApplicationId id, UUID proposal) {
        return rows.of(by.consumer(), id).stream().filter(one -> one.id().equals(proposal)).findFirst().orElseThrow(NotFound::new);
    }

    private Outcome pickNow(Hand.Own by, PlanProposal proposal, PlanId plan, int basket) {
        Line line = proposal.line(plan.value()).orElseThrow(NotFound::new);
        if (proposal.picked().filter(line::equals).isPresent()) {
            return new Outcome.Done();
        }
        if (!proposal.isOpen()) {
            return over(proposal);
        }
        ApplicationId id = proposal.application();
        if (counter.visit(by, id).filter(visit -> visit.desk().chance() == null).isPresent()) {
            return new Outcome.Refused("enrollment.proposal.not-today");
        }
        return switch (enrollments.put(by, id, plan, line.people(), basket)) {
            // With it the proposal is answered.
            case Enrollments.Kept.Done done -> new Outcome.Done();
            case Enrollments.Kept.Refused refused -> new Outcome.Refused(refused.message());
            case Enrollments.Kept.Stale stale -> new Outcome.Stale();
            case Enrollments.Kept.Stopped stopped -> new Outcome.Stopped(stopped.refused());
        };
    }

    private static Outcome over(PlanProposal proposal) {
        boolean replaced = Objects.requireNonNull(proposal.end()).kind() == Kind.REPLACED;
        return new Outcome.Refused(replaced ? "enrollment.proposal.replaced" : "enrollment.proposal.answered");
    }

    @Override
    @Transactional
    public Outcome decline(Hand.Own by, ApplicationId id, UUID proposal, String said) {
        String words = ProposalMaking.tidy(said);
        if (words.length() > LONGEST) {
            return new Outcome.Invalid(Map.of("said", "enrollment.proposal.said.long"));
        }
        return hands.held(by, hand -> declineNow(by, find(hand, id, proposal), words), Outcome.Stopped::new);
    }

    private Outcome declineNow(Hand.Own by, PlanProposal proposal, String said) {
        if (!proposal.isOpen()) {
            return Objects.requireNonNull(proposal.end()).kind() == Kind.DECLINED ? new Outcome.Done() : over(proposal);
        }
        rows.end(by.consumer(), proposal.id(), Kind.DECLINED, null, said);
        diary.answered(by, "enrollment.proposal-declined");
        return new Outcome.Done();
    }
}
