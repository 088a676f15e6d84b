package org.assisterportal.identity.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.identity.AccountKind;
import org.assisterportal.shared.AccountId;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Keys;
import org.assisterportal.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an account is signed in to with; callers hold the transaction. */
@Component
class Credentials {
    private static final String SELECT =
            "SELECT id, kind, name, password_hash, totp_secret, password_changed_at FROM identity.account WHERE ";

    private final JdbcClient jdbc;
    private final Keys keys;

    Credentials(JdbcClient jdbc, Keys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    record Known(
            UUID id, AccountKind kind, String name, @Nullable String hash, byte @Nullable [] secret,
            @Nullable Instant changed) {

        /** The act of its person, who may not be signed in yet. */
        AuditLine line(String act) {
            return AuditLine.of(new Actor(id, null, null, null, name), act).about(id);
        }
    }

    Optional<Known> find(AccountKind kind, String emailKey) {
        return jdbc.sql(SELECT + "kind = :kind AND email_key = :key AND closed_at IS NULL")
                .param("kind", kind.name())
                .param("key", emailKey)
                .query((row, number) -> known(row))
                .optional();
    }

    Optional<Known> find(AccountId account) {
        return jdbc.sql(SELECT + "id = :id").param("id", account.value()).query((row, number) -> known(row)).optional();
    }

    /** What a browser keeps in which the account was signed in to. */
    Optional<String> mark(Known account) {
        return Optional.ofNullable(account.changed())
                .map(changed -> keys.hmac("known-browser", account.id() + " " + changed))
                .map(mark -> HexFormat.of().formatHex(mark, 0, 16));
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                Sql.uuid(row, "id"), AccountKind.valueOf(row.getString("kind")), row.getString("name"),
                Sql.textOrNull(row, "password_hash"), row.getBytes("totp_secret"),
                Sql.instantOrNull(row, "password_changed_at"));
    }
}
