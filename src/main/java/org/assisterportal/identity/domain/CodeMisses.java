package org.assisterportal.identity.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import org.assisterportal.shared.AccountId;
import org.assisterportal.shared.Apart;
import org.assisterportal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Wrong codes in a row, over any time: after ten each further try waits a quarter of an hour, after twenty an hour, so
 * that patience guesses no code; a right one ends the row, and nobody is locked out for good.
 */
@Component
class CodeMisses {
    static final int MANY = 10;

    private final Apart apart;
    private final JdbcClient jdbc;
    private final Clock clock;

    CodeMisses(Apart apart, JdbcClient jdbc, Clock clock) {
        this.apart = apart;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Counts a try as wrong before it is judged; how many in a row it is, empty when it is too early for another. */
    OptionalInt tryOnce(AccountId account) {
        return apart.run(own -> count(JdbcClient.create(own), account, clock.instant()));
    }

    private static OptionalInt count(JdbcClient own, AccountId account, Instant now) {
        return own.sql(
                        """
                        INSERT INTO identity.code_miss AS m (account, misses, next_try_at) VALUES (:id, 1, :now)
                        ON CONFLICT (account) DO UPDATE SET misses = m.misses + 1, next_try_at = :now
                            + CASE WHEN m.misses + 1 >= 20 THEN interval '1 hour'
                                   WHEN m.misses + 1 >= :many THEN interval '15 minutes' ELSE interval '0' END
                          WHERE m.next_try_at <= :now
                        RETURNING misses
                        """)
                .param("id", account.value())
                .param("now", Sql.time(now))
                .param("many", MANY)
                .query(Integer.class)
                .optional()
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }

    /** The code was right. */
    void end(AccountId account) {
        apart.run(
                own ->
                        JdbcClient.create(own)
                                .sql("DELETE FROM identity.code_miss WHERE account = :id")
                                .param("id", account.value())
                                .update());
    }

    /** Minutes until the next try, 0 when it may be made; the caller holds the transaction. */
    int minutesLeft(AccountId account) {
        return jdbc.sql("SELECT next_try_at FROM identity.code_miss WHERE account = :id AND next_try_at > :now")
                .param("id", account.value())
                .param("now", Sql.time(clock.instant()))
                .query((row, number) -> Sql.instant(row, "next_try_at"))
                .optional()
                .map(next -> (int) Duration.between(clock.instant(), next).toMinutes() + 1)
                .orElse(0);
    }
}
