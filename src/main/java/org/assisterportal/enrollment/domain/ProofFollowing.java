package org.assisterportal.enrollment.domain;

import org.assisterportal.document.CaseSteps;
import org.assisterportal.document.ProofDecided;
import org.assisterportal.enrollment.domain.Unproved.Outcome;
import org.assisterportal.shared.Actor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the end of a proof brings: what was signed counts from now on and carriers are told, or it never counts. */
@Component
class ProofFollowing {
    private final Unproved unproved;
    private final TellingRows telling;
    private final Repricing repricing;
    private final CaseSteps steps;
    private final EnrollmentDiary diary;

    ProofFollowing(Unproved unproved, TellingRows telling, Repricing repricing, CaseSteps steps, EnrollmentDiary diary) {
        this.unproved = unproved;
        this.telling = telling;
        this.repricing = repricing;
        this.steps = steps;
        this.diary = diary;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ProofDecided decided) {
        for (Unproved.Waiting one : unproved.waiting(decided.proof())) {
            switch (decided.result()) {
                case ACCEPTED -> {
                    unproved.settle(one.act(), decided.consumer(), Outcome.PROVED, Actor.SYSTEM.name());
                    telling.due(one.act(), decided.consumer());
                    repricing.proved(one.act(), decided.consumer());
                    diary.ended(decided.consumer(), "enrollment.proved", "enrollment-proved", one.number());
                }
                case TIME_OVER -> {
                    unproved.settle(one.act(), decided.consumer(), Outcome.LAPSED, Actor.SYSTEM.name());
                    diary.ended(decided.consumer(), "enrollment.lapsed", "enrollment-lapsed", one.number());
                }
                case NOT_ACCEPTED -> {}
            }
        }
        steps.settle(decided.consumer());
    }
}
