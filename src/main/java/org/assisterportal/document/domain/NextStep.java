package org.assisterportal.document.domain;

import org.assisterportal.consumer.CaseRow.Waits;
import org.assisterportal.consumer.Caseload;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.document.CaseSteps;
import org.assisterportal.document.Documents.Standing;
import org.assisterportal.document.PlansToChoose;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Says in the assister's list what comes next: of documents and plans, what is due first. */
@Component
class NextStep implements CaseSteps {
    private final ProofTable table;
    // Found when it is asked: what says it follows proofs, and so needs this module first.
    private final ObjectProvider<PlansToChoose> plans;
    private final Caseload caseload;

    NextStep(ProofTable table, ObjectProvider<PlansToChoose> plans, Caseload caseload) {
        this.table = table;
        this.plans = plans;
        this.caseload = caseload;
    }

    /** At a signature, so that nobody who signs waits for more; plans are looked at when the notice is made. */
    void ofProofs(ConsumerId consumer) {
        say(consumer, table.standing(consumer), new PlansToChoose.Standing(false, false, null));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void settle(ConsumerId consumer) {
        say(consumer, table.standing(consumer), plans.getObject().of(consumer));
    }

    private void say(ConsumerId consumer, Standing proofs, PlansToChoose.Standing plan) {
        boolean enrolled = plan.enrolled();
        if (proofs.due() != null && (plan.until() == null || !plan.until().isBefore(proofs.due()))) {
            caseload.afterDecision(consumer, enrolled, "UPLOAD", Waits.CONSUMER, proofs.due());
        } else if (plan.until() != null) {
            caseload.afterDecision(consumer, enrolled, plan.renews() ? "RENEW" : "CHOOSE_PLAN", Waits.CONSUMER, plan.until());
        } else if (proofs.sent() > 0) {
            caseload.afterDecision(consumer, enrolled, "REVIEW", Waits.MARKETPLACE, null);
        } else {
            caseload.afterDecision(consumer, enrolled, "NONE", Waits.NOBODY, null);
        }
    }
}
