package org.assisterportal.identity.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.identity.ActivationView;
import org.assisterportal.shared.AccountId;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Activations with their hat and account; callers hold the transaction. */
@Component
class ActivationRows {
    private static final String SELECT =
            """
            SELECT v.id, v.expires_at, v.used_at, v.withdrawn_at, h.id AS hat_id, h.hat, h.subject, h.agency,
                   h.organization, h.invited_by, h.ended_at, a.id AS account, a.name, a.email,
                   a.password_hash IS NOT NULL AS set_up
              FROM identity.activation v
              JOIN identity.hat h ON h.id = v.hat
              JOIN identity.account a ON a.id = h.account
             WHERE v.id = :id
            """;

    private final JdbcClient jdbc;

    ActivationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(
            UUID id, UUID hatId, Hat hat, UUID subject, @Nullable UUID agency, String organization, String invitedBy,
            UUID account, String name, String email, boolean setUp, Instant expiresAt, @Nullable Instant usedAt,
            @Nullable Instant withdrawnAt, @Nullable Instant hatEndedAt) {}

    Optional<Row> find(UUID id) {
        return jdbc.sql(SELECT).param("id", id).query((row, number) -> row(row)).optional();
    }

    /** Uses the activation up; empty when it was used, withdrawn or has expired, in whichever process. */
    Optional<Row> take(UUID id, Instant now) {
        int taken =
                jdbc.sql(
                                """
                                UPDATE identity.activation v SET used_at = :now FROM identity.hat h
                                 WHERE v.id = :id AND h.id = v.hat AND h.ended_at IS NULL
                                   AND v.used_at IS NULL AND v.withdrawn_at IS NULL AND v.expires_at > :now
                                """)
                        .param("id", id)
                        .param("now", Sql.time(now))
                        .update();
        return taken == 1 ? find(id) : Optional.empty();
    }

    /** The newest activation of a hat, as staff see it. */
    Optional<ActivationView> newest(Hat hat, UUID subject) {
        return jdbc.sql(
                        """
                        SELECT a.id, h.account, a.email, a.created_at, a.expires_at, a.used_at, a.withdrawn_at
                          FROM identity.hat h JOIN identity.activation a ON a.hat = h.id
                         WHERE h.hat = :hat AND h.subject = :subject
                         ORDER BY a.created_at DESC LIMIT 1
                        """)
                .param("hat", hat.name())
                .param("subject", subject)
                .query(
                        (row, number) ->
                                new ActivationView(
                                        Sql.uuid(row, "id"), new AccountId(Sql.uuid(row, "account")),
                                        row.getString("email"), Sql.instant(row, "created_at"),
                                        Sql.instant(row, "expires_at"), Sql.instantOrNull(row, "used_at"),
                                        Sql.instantOrNull(row, "withdrawn_at")))
                .optional();
    }

    void activate(UUID hat, Instant now) {
        jdbc.sql("UPDATE identity.hat SET activated_at = :now WHERE id = :id AND activated_at IS NULL")
                .param("now", Sql.time(now))
                .param("id", hat)
                .update();
    }

    boolean isNewest(UUID id, UUID hat) {
        return jdbc.sql("SELECT id FROM identity.activation WHERE hat = :hat ORDER BY created_at DESC LIMIT 1")
                .param("hat", hat)
                .query(UUID.class)
                .single()
                .equals(id);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                Sql.uuid(row, "id"), Sql.uuid(row, "hat_id"), Hat.valueOf(row.getString("hat")),
                Sql.uuid(row, "subject"), Sql.uuidOrNull(row, "agency"), row.getString("organization"),
                row.getString("invited_by"), Sql.uuid(row, "account"), row.getString("name"), row.getString("email"),
                row.getBoolean("set_up"), Sql.instant(row, "expires_at"), Sql.instantOrNull(row, "used_at"),
                Sql.instantOrNull(row, "withdrawn_at"), Sql.instantOrNull(row, "ended_at"));
    }
}
