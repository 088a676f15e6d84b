package org.assisterportal.carrier.domain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.shared.Actor;
import org.springframework.stereotype.Component;

/**
 * Puts a kept file into its carrier's folder and marks it so afterwards: one that was killed between the two puts the same
 * bytes there again under the same name.
 */
@Component
class FileDelivery {
    private final InterchangeTable table;
    private final FilePieces pieces;
    private final CarrierFolders folders;
    private final AuditLog audit;
    private final Clock clock;

    FileDelivery(InterchangeTable table, FilePieces pieces, CarrierFolders folders, AuditLog audit, Clock clock) {
        this.table = table;
        this.pieces = pieces;
        this.folders = folders;
        this.audit = audit;
        this.clock = clock;
    }

    /** In the open transaction. */
    void deliver(int control) {
        table.hold(control).ifPresent(this::deliver);
    }

    private void deliver(InterchangeTable.Row one) {
        try {
            folders.place(folders.folder(one.issuer(), "out"), one.file(), to -> pieces.give(one.control(), one.bytes(), one.sha256(), to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        table.delivered(one.control(), clock.instant());
        audit.record(
                AuditLine.of(Actor.SYSTEM, "carrier.file-delivered").with("control", one.control()).with("issuer", one.issuer())
                        .with("times", one.deliveries() + 1));
    }
}
