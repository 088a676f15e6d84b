package org.assisterportal.identity.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.identity.FactorResets.Check;
import org.assisterportal.shared.AccountId;
import org.assisterportal.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Requests for a reset with their account; callers hold the transaction. */
@Component
class FactorResetRows {
    private static final String SELECT =
            """
            SELECT r.*, a.name, a.email, asker.name AS asker
              FROM identity.factor_reset r
              JOIN identity.account a ON a.id = r.account
              JOIN identity.account asker ON asker.id = r.asked_by
            """;
    private static final String WAITING = " WHERE r.state = 'PENDING' AND r.expires_at > :now";

    private final JdbcClient jdbc;

    FactorResetRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(
            UUID id, AccountId account, String name, String email, Check checked, String note, boolean passwordToo,
            AccountId askedBy, String asker, Instant askedAt, Instant expiresAt, String state,
            @Nullable Instant linkExpiresAt, @Nullable Instant completedAt) {

        boolean waitingAt(Instant now) {
            return state.equals("PENDING") && now.isBefore(expiresAt);
        }
    }

    long countWaiting(Instant now) {
        return jdbc.sql("SELECT count(*) FROM identity.factor_reset r" + WAITING)
                .param("now", Sql.time(now))
                .query(Long.class)
                .single();
    }

    List<Row> waiting(Instant now, int limit, long offset) {
        return jdbc.sql(SELECT + WAITING + " ORDER BY r.asked_at, r.id LIMIT :limit OFFSET :offset")
                .param("now", Sql.time(now))
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> row(row))
                .list();
    }

    Optional<Row> find(UUID id) {
        return jdbc.sql(SELECT + " WHERE r.id = :id").param("id", id).query((row, number) -> row(row)).optional();
    }

    /** Two officers at once: the second one waits here and then finds what the first one decided. */
    Optional<Row> lock(UUID id) {
        return jdbc.sql(SELECT + " WHERE r.id = :id FOR UPDATE OF r")
                .param("id", id)
                .query((row, number) -> row(row))
                .optional();
    }

    boolean isWaiting(AccountId account, Instant now) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT 1 FROM identity.factor_reset WHERE account = :account"
                                + " AND state = 'PENDING' AND expires_at > :now)")
                .param("account", account.value())
                .param("now", Sql.time(now))
                .query(Boolean.class)
                .single();
    }

    /** False when one waits for this account already. */
    boolean add(
            UUID id, AccountId account, Check checked, String note, boolean passwordToo, AccountId by, Instant now,
            Instant expires) {
        jdbc.sql(
                        "UPDATE identity.factor_reset SET state = 'EXPIRED' WHERE account = :account"
                                + " AND state = 'PENDING' AND expires_at <= :now")
                .param("account", account.value())
                .param("now", Sql.time(now))
                .update();
        return jdbc.sql(
                                """
                                INSERT INTO identity.factor_reset
                                    (id, account, checked, note, password_too, asked_by, asked_at, expires_at)
                                VALUES (:id, :account, :checked, :note, :passwordToo, :by, :now, :expires)
                                ON CONFLICT (account) WHERE state = 'PENDING' DO NOTHING
                                """)
                        .param("id", id)
                        .param("account", account.value())
                        .param("checked", checked.name())
                        .param("note", note)
                        .param("passwordToo", passwordToo)
                        .param("by", by.value())
                        .param("now", Sql.time(now))
                        .param("expires", Sql.time(expires))
                        .update()
                == 1;
    }

    void decide(UUID id, String state, AccountId by, Instant now, @Nullable String reason, @Nullable Instant linkExpires) {
        jdbc.sql(
                        "UPDATE identity.factor_reset SET state = :state, decided_by = :by, decided_at = :now,"
                                + " reason = :reason, link_expires_at = :link WHERE id = :id")
                .param("state", state)
                .param("by", by.value())
                .param("now", Sql.time(now))
                .param("reason", reason)
                .param("link", Sql.time(linkExpires))
                .param("id", id)
                .update();
    }

    /** The links of earlier approvals that nobody used, which a newer one replaces. */
    List<UUID> closeLinks(AccountId account, Instant now) {
        return jdbc.sql(
                        "UPDATE identity.factor_reset SET link_expires_at = :now WHERE account = :account"
                                + " AND state = 'APPROVED' AND completed_at IS NULL AND link_expires_at > :now RETURNING id")
                .param("account", account.value())
                .param("now", Sql.time(now))
                .query(UUID.class)
                .list();
    }

    void dropFactor(AccountId account) {
        jdbc.sql("UPDATE identity.account SET totp_secret = NULL, totp_last_step = NULL WHERE id = :id")
                .param("id", account.value())
                .update();
        jdbc.sql("DELETE FROM identity.recovery_code WHERE account = :id").param("id", account.value()).update();
    }

    /** Uses the link up; false when it was used or has expired, in whichever process. */
    boolean complete(UUID id, Instant now) {
        return jdbc.sql(
                                "UPDATE identity.factor_reset SET completed_at = :now WHERE id = :id"
                                        + " AND state = 'APPROVED' AND completed_at IS NULL AND link_expires_at > :now")
                        .param("id", id)
                        .param("now", Sql.time(now))
                        .update()
                == 1;
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                Sql.uuid(row, "id"), new AccountId(Sql.uuid(row, "account")), row.getString("name"),
                row.getString("email"), Check.valueOf(row.getString("checked")), row.getString("note"),
                row.getBoolean("password_too"), new AccountId(Sql.uuid(row, "asked_by")), row.getString("asker"),
                Sql.instant(row, "asked_at"), Sql.instant(row, "expires_at"), row.getString("state"),
                Sql.instantOrNull(row, "link_expires_at"), Sql.instantOrNull(row, "completed_at"));
    }
}
