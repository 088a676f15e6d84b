package org.assisterportal.document.domain;

import java.util.List;
import org.assisterportal.application.Hand;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.consumer.Diary;
import org.assisterportal.document.ProofRequest;
import org.springframework.stereotype.Component;

/** Acts as they stand in the diary and the audit record: which, and who is told, differs by hand. */
@Component
class ProofDiary {
    private final Diary diary;
    private final AuditLog audit;

    ProofDiary(Diary diary, AuditLog audit) {
        this.diary = diary;
        this.audit = audit;
    }

    /** Files were sent; an assister's sending is told to the consumer at once. */
    void sent(Hand by, ProofRequest request, int files) {
        List<String> facts = List.of(String.valueOf(files));
        switch (by) {
            case Hand.OnBehalf on -> diary.submitted(on.acting(), "document.sent", facts);
            case Hand.Own own -> own(own, "document.sent", request, facts);
        }
    }

    void takenBack(Hand by, ProofRequest request) {
        switch (by) {
            case Hand.OnBehalf on -> diary.done(on.acting(), "document.taken-back", List.of());
            case Hand.Own own -> own(own, "document.taken-back", request, List.of());
        }
    }

    private void own(Hand.Own own, String act, ProofRequest request, List<String> facts) {
        diary.note(own.consumer(), act, facts, own.actor());
        audit.record(AuditLine.of(own.actor(), act).about(own.consumer().value()).with("request", request.id()).with("kind", request.kind()));
    }
}
