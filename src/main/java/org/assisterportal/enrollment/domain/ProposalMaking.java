package org.assisterportal.enrollment.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Hand;
import org.assisterportal.application.HeldHands;
import org.assisterportal.enrollment.Enrollments;
import org.assisterportal.enrollment.PlanProposal.Kind;
import org.assisterportal.enrollment.PlanProposal.Line;
import org.assisterportal.enrollment.PlanProposal;
import org.assisterportal.enrollment.PlanProposals.Draft;
import org.assisterportal.enrollment.PlanProposals.Outcome;
import org.assisterportal.enrollment.PlanProposals;
import org.assisterportal.plan.PlanId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** An assister's part of a proposal: which plans, why, and off it goes. */
@Component
class ProposalMaking {
    private static final String CLOSED = "enrollment.proposal.closed";
    private static final String MADE = "enrollment.proposal-made";

    private final PlanProposalRows rows;
    private final Counter counter;
    private final Sales sales;
    private final HeldHands hands;
    private final EnrollmentDiary diary;

    ProposalMaking(PlanProposalRows rows, Counter counter, Sales sales, HeldHands hands, EnrollmentDiary diary) {
        this.rows = rows;
        this.counter = counter;
        this.sales = sales;
        this.hands = hands;
        this.diary = diary;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome put(Hand.OnBehalf by, ApplicationId id, PlanId plan, List<String> people, String reason, int version) {
        String words = tidy(reason);
        String wrong =
                words.isEmpty() ? "enrollment.proposal.reason.missing" : words.length() > PlanProposals.LONGEST ? "enrollment.proposal.reason.long" : null;
        return wrong == null
                ? changed(by, id, version, (visit, draft) -> put(visit, draft, plan, people, words))
                : new Outcome.Invalid(Map.of("reason", wrong));
    }

    private Next put(Counter.Visit visit, Draft draft, PlanId plan, List<String> people, String reason) {
        if (visit.desk().chance() == null) {
            return Next.not(CLOSED);
        }
        if (draft.isFullFor(plan.value())) {
            return Next.not("enrollment.proposal.full");
        }
        return switch (sales.judge(visit.desk(), plan, people)) {
            case Sales.Judged.Not not -> Next.not(not.message());
            case Sales.Judged.Sold sold -> {
                List<Line> lines = new ArrayList<>(without(draft, plan));
                lines.add(new Line(sold.party().number(), plan.value(), sold.card().plan().name(), sold.dental(), sold.people(), reason));
                yield new Next(lines, "");
            }
        };
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome remove(Hand.OnBehalf by, ApplicationId id, PlanId plan, int version) {
        return changed(by, id, version, (visit, draft) -> new Next(without(draft, plan), ""));
    }

    private static List<Line> without(Draft draft, PlanId plan) {
        return draft.lines().stream().filter(line -> !line.plan().equals(plan.value())).toList();
    }

    /** Lines as a person typed them, of any system; at the ends nothing. */
    static String tidy(String typed) {
        return typed.replace("\r\n", "\n").replace('\r', '\n').strip();
    }

    /** What is in the making then, or why it can't be. */
    private record Next(@Nullable List<Line> lines, String message) {
        static Next not(String message) {
            return new Next(null, message);
        }
    }

    /** How a draft becomes another one. */
    private interface Change {
        Next of(Counter.Visit visit, Draft draft);
    }

    private Outcome changed(Hand.OnBehalf by, ApplicationId id, int version, Change change) {
        return held(
                by, id,
                (hand, visit) -> {
                    Draft draft = rows.draft(hand, id);
                    if (draft.version() != version) {
                        return new Outcome.Stale();
                    }
                    Next next = change.of(visit, draft);
                    if (next.lines() == null) {
                        return new Outcome.Refused(next.message());
                    }
                    rows.keep(hand, id, new Draft(version, next.lines()));
                    diary.done(hand, MADE, List.of());
                    return new Outcome.Done();
                });
    }

    /** What an assister does at the counter. */
    private interface Act {
        Outcome by(Hand.OnBehalf hand, Counter.Visit visit);
    }

    private Outcome held(Hand.OnBehalf by, ApplicationId id, Act act) {
        Function<Hand, Outcome> now =
                hand ->
                        counter.visit(hand, id)
                                .map(visit -> act.by((Hand.OnBehalf) hand, visit))
                                .orElse(new Outcome.Refused(Enrollments.NOT_IN_FORCE));
        return hands.held(by, now, Outcome.Stopped::new);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome send(Hand.OnBehalf by, ApplicationId id, int version) {
        return held(by, id, (hand, visit) -> send(hand, visit, rows.draft(hand, id), version));
    }

    private Outcome send(Hand.OnBehalf by, Counter.Visit visit, Draft draft, int version) {
        ApplicationId id = visit.desk().id();
        if (draft.version() != version) {
            return rows.isSent(by, id, version) ? new Outcome.Done() : new Outcome.Stale();
        }
        if (visit.desk().chance() == null) {
            return new Outcome.Refused(CLOSED);
        }
        if (visit.desk().waiting() != null) {
            return new Outcome.Refused("enrollment.put.waits");
        }
        if (draft.lines().isEmpty()) {
            return new Outcome.Refused("enrollment.proposal.empty");
        }
        if (draft.lines().stream().anyMatch(line -> sales.judge(visit.desk(), new PlanId(line.plan()), line.people()) instanceof Sales.Judged.Not)) {
            return new Outcome.Refused("enrollment.proposal.not-sold");
        }
        rows.of(by.consumer(), id).stream().filter(PlanProposal::isOpen).forEach(one -> rows.end(by.consumer(), one.id(), Kind.REPLACED, null, ""));
        rows.send(by, id, draft);
        rows.keep(by, id, new Draft(version, List.of()));
        diary.proposed(by, id, draft.lines().size());
        return new Outcome.Done();
    }
}
