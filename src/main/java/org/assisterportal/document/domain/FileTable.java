package org.assisterportal.document.domain;

import java.io.IOException;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.application.Hand;
import org.assisterportal.document.FileKind;
import org.assisterportal.document.Incoming;
import org.assisterportal.document.ProofId;
import org.assisterportal.document.StoredFile;
import org.assisterportal.document.StoredFile.State;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files that were sent as rows; in an assister's hat only those that the assister sent. */
@Component
class FileTable {
    private final JdbcClient jdbc;
    private final SealedPieces pieces;

    FileTable(JdbcClient jdbc, SealedPieces pieces) {
        this.jdbc = jdbc;
        this.pieces = pieces;
    }

    /** The files of these requests, oldest first. */
    Map<ProofId, List<StoredFile>> of(Collection<ProofId> requests) {
        Map<ProofId, List<StoredFile>> files = new LinkedHashMap<>();
        jdbc.sql(
                        "SELECT f.id, f.request, f.name, f.kind, f.bytes, f.sent_at, f.by_name, f.by_hat, f.looked_at, d.accepted"
                                + " FROM document.file f LEFT JOIN document.review d ON d.id = f.review"
                                + " WHERE f.request = ANY(:ids::uuid[]) ORDER BY f.sent_at, f.id")
                .param("ids", Sql.ids(requests))
                .query(
                        row -> {
                            files.computeIfAbsent(new ProofId(Sql.uuid(row, "request")), one -> new ArrayList<>()).add(file(row));
                        });
        return files;
    }

    private StoredFile file(ResultSet row) throws SQLException {
        UUID id = Sql.uuid(row, "id");
        return new StoredFile(
                id, pieces.open(row.getBytes("name"), id), FileKind.valueOf(row.getString("kind")), row.getInt("bytes"),
                Sql.instant(row, "sent_at"), row.getString("by_name"), Hat.valueOf(row.getString("by_hat")),
                state(row));
    }

    private static State state(ResultSet row) throws SQLException {
        boolean accepted = row.getBoolean("accepted");
        if (!row.wasNull()) {
            return accepted ? State.ACCEPTED : State.NOT_ACCEPTED;
        }
        return Sql.instantOrNull(row, "looked_at") == null ? State.WAITING : State.LOOKED_AT;
    }

    Optional<StoredFile> find(ProofId request, UUID file) {
        return of(List.of(request)).getOrDefault(request, List.of()).stream().filter(one -> one.id().equals(file)).findFirst();
    }

    /** Keeps a file with its content; false when it was kept already. */
    boolean insert(ProofId request, Incoming incoming, FileCheck.Fine fine, Hand by, Instant at) {
        UUID id = UUID.randomUUID();
        boolean kept =
                jdbc.sql(
                                        """
                                        INSERT INTO document.file (id, request, name, kind, bytes, pieces, digest, sent_at, by_name,
                                                                   by_hat, by_person, authorization_number)
                                        VALUES (:id, :request, :name, :kind, :bytes, :pieces, :digest, :at, :by, :hat, :person, :number)
                                        ON CONFLICT DO NOTHING
                                        """)
                                .param("id", id)
                                .param("request", request.value())
                                .param("name", pieces.seal(fine.name(), id))
                                .param("kind", fine.kind().name())
                                .param("bytes", fine.bytes())
                                .param("pieces", SealedPieces.count(fine.bytes()))
                                .param("digest", fine.digest())
                                .param("at", Sql.time(at))
                                .param("by", by.actor().name())
                                .param("hat", Objects.requireNonNull(by.actor().hat()).name())
                                .param("person", by.actor().subject())
                                .param("number", by instanceof Hand.OnBehalf on ? on.acting().number() : null)
                                .update()
                        == 1;
        if (kept) {
            keep(id, fine.bytes(), incoming);
        }
        return kept;
    }

    private void keep(UUID id, int bytes, Incoming incoming) {
        try (InputStream content = incoming.source().open()) {
            pieces.keep(id, bytes, content);
        } catch (IOException e) {
            throw new IllegalStateException("a file that was sent can't be read", e);
        }
    }

    byte[] content(StoredFile file) {
        return pieces.read(file.id(), file.bytes());
    }

    /** With its content; false when an officer has looked at it. */
    boolean delete(UUID file) {
        return jdbc.sql("DELETE FROM document.file WHERE id = :id AND looked_at IS NULL AND review IS NULL").param("id", file).update() == 1;
    }
}
