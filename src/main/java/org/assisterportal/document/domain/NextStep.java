package org.assisterportal.document.domain;

import org.assisterportal.consumer.CaseRow.Waits;
import org.assisterportal.consumer.Caseload;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.document.Documents.Standing;
import org.springframework.stereotype.Component;

/** Says in the assister's list what the consumer's documents wait for. */
@Component
class NextStep {
    private final ProofTable table;
    private final Caseload caseload;

    NextStep(ProofTable table, Caseload caseload) {
        this.table = table;
        this.caseload = caseload;
    }

    void of(ConsumerId consumer) {
        Standing standing = table.standing(consumer);
        if (standing.toDo() > 0) {
            caseload.afterDecision(consumer, "UPLOAD", Waits.CONSUMER, standing.due());
        } else if (standing.sent() > 0) {
            caseload.afterDecision(consumer, "REVIEW", Waits.MARKETPLACE, null);
        } else {
            caseload.afterDecision(consumer, "NONE", Waits.NOBODY, null);
        }
    }
}
