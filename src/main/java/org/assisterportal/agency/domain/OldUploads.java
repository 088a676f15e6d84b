package org.assisterportal.agency.domain;

import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.shared.Actor;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Deletes uploaded files that nobody took into a draft or dropped: they hold home addresses. */
@Component
class OldUploads {
    private final Uploads uploads;
    private final AuditLog audit;
    private final TransactionTemplate transactions;

    OldUploads(Uploads uploads, AuditLog audit, TransactionTemplate transactions) {
        this.uploads = uploads;
        this.audit = audit;
        this.transactions = transactions;
    }

    @Scheduled(fixedDelayString = "${assisterportal.purge:10m}", initialDelayString = "${assisterportal.purge:10m}")
    void sweep() {
        transactions.executeWithoutResult(
                status ->
                        uploads.dropOld()
                                .forEach(
                                        (agency, upload) ->
                                                audit.record(
                                                        AuditLine.of(Actor.SYSTEM, "roster.upload-expired")
                                                                .about(upload)
                                                                .in(agency))));
    }
}
