package org.assisterportal.consumer.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.Scope;
import org.assisterportal.shared.PageOf;
import org.assisterportal.shared.PersonId;
import org.assisterportal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Requests as rows; in the assister's hat their own ones that nobody has confirmed. */
@Component
class RequestTable {
    static final int PAGE = 25;
    private static final String ROW =
            "SELECT id, assister, agency, first_name, last_name, email, language, scope, asked_at, expires_at, sends,"
                    + " withdrawn_at IS NOT NULL AS withdrawn, declined_at IS NOT NULL AS declined, wrong_codes,"
                    + " confirmed_at IS NOT NULL AS confirmed FROM consumer.request";

    private static final String WAITS =
            " AND confirmed_at IS NULL AND withdrawn_at IS NULL AND declined_at IS NULL AND wrong_codes < :most AND expires_at > :now";

    private final JdbcClient jdbc;
    private final Clock clock;

    RequestTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Who is asked, for what. */
    record Entry(String first, String last, String email, String language, Scope scope) {
        String name() {
            return first + " " + last;
        }
    }

    record Row(
            UUID id, PersonId assister, UUID agency, Entry entry, Instant askedAt, Instant expiresAt, int sends,
            boolean withdrawn, boolean declined, int wrongCodes, boolean confirmed) {}

    /** From where the assister asked, for comparing; and who. */
    record Origin(UUID account, String network, String browser) {}

    UUID insert(PersonId assister, UUID agency, Entry entry, Origin origin, Instant expires) {
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        """
                        INSERT INTO consumer.request (id, assister, agency, asked_by, asked_network, asked_browser, first_name,
                                                      last_name, email, language, scope, asked_at, expires_at)
                        VALUES (:id, :assister, :agency, :by, :network, :browser, :first, :last, :email, :language, :scope, :now,
                                :expires)
                        """)
                .param("id", id)
                .param("assister", assister.value())
                .param("agency", agency)
                .param("by", origin.account())
                .param("network", origin.network())
                .param("browser", origin.browser())
                .param("first", entry.first())
                .param("last", entry.last())
                .param("email", entry.email())
                .param("language", entry.language())
                .param("scope", entry.scope().name())
                .param("now", Sql.time(clock.instant()))
                .param("expires", Sql.time(expires))
                .update();
        return id;
    }

    /** Whether this assister waits for somebody at this address already. */
    boolean waits(PersonId assister, String emailKey, int mostWrong) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT 1 FROM consumer.request WHERE assister = :assister AND lower(email) = :key"
                                + WAITS + ")")
                .param("assister", assister.value())
                .param("key", emailKey)
                .param("most", mostWrong)
                .param("now", Sql.time(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    /** Whether another request of the same assister waits at the same address. */
    boolean othersWait(Row row, int mostWrong) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT 1 FROM consumer.request WHERE assister = :assister AND lower(email) = lower(:email)"
                                + " AND id <> :id" + WAITS + ")")
                .param("assister", row.assister().value())
                .param("email", row.entry().email())
                .param("id", row.id())
                .param("most", mostWrong)
                .param("now", Sql.time(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    PageOf<Row> page(PersonId assister, int page) {
        String which = " WHERE assister = :assister AND confirmed_at IS NULL";
        List<Row> rows =
                jdbc.sql(ROW + which + " ORDER BY asked_at DESC, id LIMIT " + PAGE + " OFFSET " + (page - 1) * PAGE)
                        .param("assister", assister.value())
                        .query((row, number) -> row(row))
                        .list();
        long counted =
                jdbc.sql("SELECT count(*) FROM (SELECT 1 FROM consumer.request" + which + " LIMIT " + PageOf.COUNTED_TO + ") few")
                        .param("assister", assister.value())
                        .query(Long.class)
                        .single();
        return PageOf.counted(rows, page, PAGE, rows.size(), counted);
    }

    Optional<Row> find(UUID id) {
        return jdbc.sql(ROW + " WHERE id = :id").param("id", id).query((row, number) -> row(row)).optional();
    }

    /** One act at a time about a request. */
    Optional<Row> lock(UUID id) {
        return jdbc.sql(ROW + " WHERE id = :id FOR NO KEY UPDATE").param("id", id).query((row, number) -> row(row)).optional();
    }

    /** The next ones to be mailed, by one process only. */
    List<Row> toSend(int most) {
        return jdbc.sql(ROW + " WHERE to_send ORDER BY asked_at LIMIT :most FOR NO KEY UPDATE SKIP LOCKED")
                .param("most", most)
                .query((row, number) -> row(row))
                .list();
    }

    void sent(UUID id) {
        jdbc.sql("UPDATE consumer.request SET to_send = false WHERE id = :id").param("id", id).update();
    }

    void sendAgain(UUID id, Instant expires) {
        jdbc.sql("UPDATE consumer.request SET to_send = true, sends = sends + 1, wrong_codes = 0, expires_at = :expires WHERE id = :id")
                .param("id", id)
                .param("expires", Sql.time(expires))
                .update();
    }

    void withdraw(UUID id) {
        jdbc.sql("UPDATE consumer.request SET withdrawn_at = :now, to_send = false WHERE id = :id")
                .param("id", id)
                .param("now", Sql.time(clock.instant()))
                .update();
    }

    void decline(UUID id) {
        jdbc.sql("UPDATE consumer.request SET declined_at = :now, to_send = false WHERE id = :id")
                .param("id", id)
                .param("now", Sql.time(clock.instant()))
                .update();
    }

    void wrongCode(UUID id) {
        jdbc.sql("UPDATE consumer.request SET wrong_codes = wrong_codes + 1 WHERE id = :id").param("id", id).update();
    }

    /** From where it was asked. */
    Origin origin(UUID id) {
        return jdbc.sql("SELECT asked_by, asked_network, asked_browser FROM consumer.request WHERE id = :id")
                .param("id", id)
                .query(
                        (row, number) ->
                                new Origin(
                                        Sql.uuid(row, "asked_by"), row.getString("asked_network"), row.getString("asked_browser")))
                .single();
    }

    void confirmed(UUID id, ConsumerId consumer, UUID authorization, List<String> flags) {
        jdbc.sql(
                        "UPDATE consumer.request SET confirmed_at = :now, consumer = :consumer, authorization_id = :authorization,"
                                + " flags = :flags WHERE id = :id")
                .param("id", id)
                .param("now", Sql.time(clock.instant()))
                .param("consumer", consumer.value())
                .param("authorization", authorization)
                .param("flags", Sql.texts(flags))
                .update();
    }

    /** What became of a confirmed one. */
    record Outcome(ConsumerId consumer, UUID authorization) {}

    Optional<Outcome> outcome(UUID id) {
        return jdbc.sql("SELECT consumer, authorization_id FROM consumer.request WHERE id = :id AND confirmed_at IS NOT NULL")
                .param("id", id)
                .query(
                        (row, number) ->
                                new Outcome(new ConsumerId(Sql.uuid(row, "consumer")), Sql.uuid(row, "authorization_id")))
                .optional();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                Sql.uuid(row, "id"), new PersonId(Sql.uuid(row, "assister")), Sql.uuid(row, "agency"),
                new Entry(
                        row.getString("first_name"), row.getString("last_name"), row.getString("email"),
                        row.getString("language"), Scope.valueOf(row.getString("scope"))),
                Sql.instant(row, "asked_at"), Sql.instant(row, "expires_at"), row.getInt("sends"),
                row.getBoolean("withdrawn"), row.getBoolean("declined"), row.getInt("wrong_codes"),
                row.getBoolean("confirmed"));
    }
}
