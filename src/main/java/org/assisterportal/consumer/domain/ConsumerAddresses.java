package org.assisterportal.consumer.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.identity.ConsumerAccounts;
import org.assisterportal.identity.HelpedAlready;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.PersonName;
import org.assisterportal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose an address is among consumers; an address without an account belongs to one consumer at most. */
@Component
class ConsumerAddresses implements HelpedAlready {
    private final ConsumerAccounts accounts;
    private final JdbcClient jdbc;

    ConsumerAddresses(ConsumerAccounts accounts, JdbcClient jdbc) {
        this.accounts = accounts;
        this.jdbc = jdbc;
    }

    /** Whether a request may go to an address, and to whom. */
    sealed interface Asked {
        /** Nobody's yet. */
        record Free() implements Asked {}

        /** Somebody of this name was helped before, and nobody helps them now. */
        record Known(ConsumerId consumer) implements Asked {}

        /** It has an account, or another person's, or somebody helps its person now. */
        record InUse() implements Asked {}
    }

    private record Row(UUID id, boolean same, boolean helped) {}

    Asked of(RequestTable.Entry entry) {
        EmailAddress email = new EmailAddress(entry.email());
        if (accounts.byEmail(email).isPresent()) {
            return new Asked.InUse();
        }
        return jdbc.sql(
                        """
                        SELECT c.id, lower(c.first_name) = lower(:first) AND lower(c.last_name) = lower(:last) AS same,
                               EXISTS (SELECT 1 FROM consumer.authority a WHERE a.consumer = c.id) AS helped
                          FROM consumer.consumer c
                         WHERE lower(c.email) = :key AND c.account IS NULL AND c.closed_at IS NULL
                        """)
                .param("first", entry.first())
                .param("last", entry.last())
                .param("key", email.key())
                .query((row, number) -> new Row(Sql.uuid(row, "id"), row.getBoolean("same"), row.getBoolean("helped")))
                .optional()
                .<Asked>map(row -> row.same() && !row.helped() ? new Asked.Known(new ConsumerId(row.id())) : new Asked.InUse())
                .orElseGet(Asked.Free::new);
    }

    /** One act at a time that gives an address to somebody without an account, or takes it over from there. */
    void lock(String emailKey) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:key, 2805))")
                .param("key", emailKey)
                .query((row, number) -> true)
                .single();
    }

    /** Whether other consumers read their mail in the same mailbox. */
    boolean shared(String email, ConsumerId but) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT 1 FROM consumer.consumer WHERE agency.mailbox(email) = agency.mailbox(:email)"
                                + " AND closed_at IS NULL AND id <> :but)")
                .param("email", email)
                .param("but", but.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public Optional<UUID> consumer(EmailAddress proved, PersonName name) {
        lock(proved.key());
        List<UUID> helped =
                jdbc.sql(
                                "SELECT id FROM consumer.consumer WHERE lower(email) = :key AND account IS NULL AND closed_at IS NULL"
                                        + " AND lower(first_name) = lower(:first) AND lower(last_name) = lower(:last)"
                                        + " FOR NO KEY UPDATE")
                        .param("key", proved.key())
                        .param("first", name.first())
                        .param("last", name.last())
                        .query(UUID.class)
                        .list();
        return helped.stream().findFirst();
    }
}
