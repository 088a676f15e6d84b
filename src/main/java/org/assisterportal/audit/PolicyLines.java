package org.assisterportal.audit;

import org.assisterportal.policy.TextReviewed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lines of what is done to policy, which stands below the record and can't write them itself. */
@Component
class PolicyLines {
    private final AuditLog audit;

    PolicyLines(AuditLog audit) {
        this.audit = audit;
    }

    @EventListener
    void on(TextReviewed reviewed) {
        AuditLine line =
                AuditLine.of(reviewed.by(), "text.reviewed")
                        .with("text", reviewed.code())
                        .with("version", reviewed.version())
                        .with("language", reviewed.language());
        if (reviewed.refused() == null) {
            audit.record(line);
        } else {
            audit.recordRefusal(line.refused(reviewed.refused()));
        }
    }
}
