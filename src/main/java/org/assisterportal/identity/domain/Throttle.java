package org.assisterportal.identity.domain;

import org.assisterportal.identity.Tries;
import org.assisterportal.shared.Apart;
import org.assisterportal.shared.Keys;
import org.assisterportal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

/** The counts as rows, found by keyed hashes. */
@Component
class Throttle implements Tries {
    private final Apart apart;
    private final Keys keys;
    private final Clock clock;

    Throttle(Apart apart, Keys keys, Clock clock) {
        this.apart = apart;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public Duration tryOnce(String what, String whose, int tries, Duration window) {
        Instant now = clock.instant();
        record Count(int tries, Instant ends) {}
        Count count =
                apart.run(
                        own ->
                                JdbcClient.create(own)
                                        .sql(
                                                """
                                                INSERT INTO identity.throttle AS t (key, window_ends, tries) VALUES (:key, :ends, 1)
                                                ON CONFLICT (key) DO UPDATE SET
                                                    tries = CASE WHEN t.window_ends <= :now THEN 1 ELSE t.tries + 1 END,
                                                    window_ends = CASE WHEN t.window_ends <= :now THEN :ends ELSE t.window_ends END
                                                RETURNING tries, window_ends
                                                """)
                                        .param("key", key(what, whose))
                                        .param("now", Sql.time(now))
                                        .param("ends", Sql.time(now.plus(window)))
                                        .query(
                                                (row, number) ->
                                                        new Count(
                                                                row.getInt("tries"),
                                                                Sql.instant(row, "window_ends")))
                                        .single());
        return count.tries() <= tries ? Duration.ZERO : Duration.between(now, count.ends());
    }

    /** Success: earlier failures of this account don't count any more. */
    void forget(String what, String whose) {
        apart.run(
                own ->
                        JdbcClient.create(own)
                                .sql("DELETE FROM identity.throttle WHERE key = :key")
                                .param("key", key(what, whose))
                                .update());
    }

    @Scheduled(fixedDelayString = "${assisterportal.purge:10m}", initialDelayString = "${assisterportal.purge:10m}")
    void purge() {
        apart.run(
                own ->
                        JdbcClient.create(own)
                                .sql("DELETE FROM identity.throttle WHERE window_ends <= :now")
                                .param("now", Sql.time(clock.instant()))
                                .update());
    }

    private String key(String what, String whose) {
        return what
                + ":"
                + HexFormat.of().formatHex(keys.hmac("throttle", what + ":" + whose), 0, 16);
    }
}
