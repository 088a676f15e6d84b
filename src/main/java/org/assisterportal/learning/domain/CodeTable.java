package org.assisterportal.learning.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sign-in codes by their hashes, and how often mails were asked for. */
@Component
class CodeTable {
    private static final Duration HOUR = Duration.ofHours(1);

    private final JdbcClient jdbc;

    CodeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A code that is being tried. */
    record Tried(UUID id, @Nullable UUID person, byte[] code) {}

    /**
     * Counts one more mail in the hour, unless the limit of the one who asks, or of all who ask for the same, is reached;
     * one at a time for each addressee.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean mayMail(byte[] byOne, int anHour, byte[] askedFor, int overall, Instant now) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:key, 1241))")
                .param("key", HexFormat.of().formatHex(askedFor))
                .query((row, number) -> true)
                .single();
        if (asked(byOne, now) >= anHour || asked(askedFor, now) >= overall) {
            return false;
        }
        for (byte[] key : List.of(byOne, askedFor)) {
            jdbc.sql("INSERT INTO learning.mail_asked (asked_for, at) VALUES (:key, :now)")
                    .param("key", key)
                    .param("now", Sql.time(now))
                    .update();
        }
        return true;
    }

    private int asked(byte[] key, Instant now) {
        return jdbc.sql("SELECT count(*) FROM learning.mail_asked WHERE asked_for = :key AND at > :since")
                .param("key", key)
                .param("since", Sql.time(now.minus(HOUR)))
                .query(Integer.class)
                .single();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void add(UUID id, byte[] askedFor, byte[] browser, @Nullable UUID person, byte[] code, Instant now, Instant end) {
        jdbc.sql("DELETE FROM learning.sign_in_code WHERE asked_for = :key AND expires_at <= :now")
                .param("key", askedFor)
                .param("now", Sql.time(now))
                .update();
        jdbc.sql(
                        "INSERT INTO learning.sign_in_code (id, asked_for, browser, person, code, created_at, expires_at)"
                                + " VALUES (:id, :key, :browser, :person, :code, :now, :end)")
                .param("id", id)
                .param("key", askedFor)
                .param("browser", browser)
                .param("person", person)
                .param("code", code)
                .param("now", Sql.time(now))
                .param("end", Sql.time(end))
                .update();
    }

    /** Takes one try of the browser's newest code; empty when there is none, it is used, too old or out of tries. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Tried> tried(byte[] askedFor, byte[] browser, int tries, Instant now) {
        return jdbc.sql(
                        "UPDATE learning.sign_in_code SET tries = tries + 1 WHERE id = (SELECT id"
                                + " FROM learning.sign_in_code WHERE asked_for = :key AND browser = :browser"
                                + " ORDER BY created_at DESC LIMIT 1 FOR UPDATE)"
                                + " AND used_at IS NULL AND expires_at > :now AND tries < :tries"
                                + " RETURNING id, person, code")
                .param("key", askedFor)
                .param("browser", browser)
                .param("now", Sql.time(now))
                .param("tries", tries)
                .query(
                        (row, number) ->
                                new Tried(Sql.uuid(row, "id"), Sql.uuidOrNull(row, "person"), row.getBytes("code")))
                .optional();
    }

    /** True for the one call that used it. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean use(UUID id, Instant now) {
        return jdbc.sql("UPDATE learning.sign_in_code SET used_at = :now WHERE id = :id AND used_at IS NULL")
                        .param("id", id)
                        .param("now", Sql.time(now))
                        .update()
                == 1;
    }
}
