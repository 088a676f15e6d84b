package org.assisterportal.identity.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.identity.AccountKind;
import org.assisterportal.shared.AccountId;
import org.assisterportal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Links between accounts as rows; callers hold the transaction. */
@Component
class LinkRows {
    private final JdbcClient jdbc;

    LinkRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Link(AccountId consumer, AccountId work, Instant since) {
        /** The account of this kind. */
        AccountId of(AccountKind kind) {
            return kind == AccountKind.CONSUMER ? consumer : work;
        }
    }

    Optional<Link> of(AccountId account) {
        return jdbc.sql(
                        """
                        SELECT consumer, work, linked_at FROM identity.account_link WHERE consumer = :id AND ended_at IS NULL
                        UNION ALL
                        SELECT consumer, work, linked_at FROM identity.account_link WHERE work = :id AND ended_at IS NULL
                        """)
                .param("id", account.value())
                .query((row, number) -> link(row))
                .optional();
    }

    /** False when one of the two is linked already, or closed. */
    boolean add(AccountId consumer, AccountId work, Instant now) {
        return jdbc.sql(
                                """
                                INSERT INTO identity.account_link (id, consumer, work, linked_at)
                                SELECT :id, c.id, w.id, :now
                                  FROM identity.account c, identity.account w
                                 WHERE c.id = :consumer AND c.closed_at IS NULL AND w.id = :work AND w.closed_at IS NULL
                                   FOR SHARE
                                ON CONFLICT DO NOTHING
                                """)
                        .param("id", UUID.randomUUID())
                        .param("consumer", consumer.value())
                        .param("work", work.value())
                        .param("now", Sql.time(now))
                        .update()
                == 1;
    }

    /** The link that ended with it; empty when there is none any more. */
    Optional<Link> end(AccountId account, Instant now) {
        return jdbc.sql(
                        """
                        UPDATE identity.account_link SET ended_at = :now
                         WHERE (consumer = :id OR work = :id) AND ended_at IS NULL RETURNING consumer, work, linked_at
                        """)
                .param("now", Sql.time(now))
                .param("id", account.value())
                .query((row, number) -> link(row))
                .optional();
    }

    private static Link link(ResultSet row) throws SQLException {
        return new Link(
                new AccountId(Sql.uuid(row, "consumer")), new AccountId(Sql.uuid(row, "work")),
                Sql.instant(row, "linked_at"));
    }
}
