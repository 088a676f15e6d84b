package org.assisterportal.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Keys;
import org.assisterportal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts refusals' lines by the hour, so that nobody fills the record by being refused. */
@Component
class RefusalLimit {
    /** Lines an hour about everybody who isn't known, and about each one who is. */
    static final int MOST_OF_ALL = 1000;

    private static final Duration WINDOW = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Keys keys;
    private final Clock clock;

    RefusalLimit(JdbcClient jdbc, Keys keys, Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.clock = clock;
    }

    /** What becomes of a line. */
    enum Verdict {
        KEEP,
        /** The first one of all that isn't kept; the record says so once. */
        FIRST_DROPPED,
        DROP
    }

    /** Counts a refusal of this person or address; known and unknown ones cost the same statements. */
    Verdict count(JdbcClient own, AuditLine line, String whose, int most) {
        String reason = line.facts().getOrDefault("reason", "");
        if (next(own, "one:" + line.act() + ":" + reason + ":" + whose) > most) {
            return Verdict.DROP;
        }
        int all = next(own, "all:" + owner(line));
        return all <= MOST_OF_ALL ? Verdict.KEEP : all == MOST_OF_ALL + 1 ? Verdict.FIRST_DROPPED : Verdict.DROP;
    }

    private static String owner(AuditLine line) {
        Actor actor = line.actor();
        return actor.account() != null ? actor.account().toString() : String.valueOf(actor.subject());
    }

    private int next(JdbcClient own, String what) {
        Instant now = clock.instant();
        return own.sql(
                        """
                        INSERT INTO audit.refusal_count AS c (key, ends_at, lines) VALUES (:key, :ends, 1)
                        ON CONFLICT (key) DO UPDATE SET
                            lines = CASE WHEN c.ends_at <= :now THEN 1 ELSE c.lines + 1 END,
                            ends_at = CASE WHEN c.ends_at <= :now THEN :ends ELSE c.ends_at END
                        RETURNING lines
                        """)
                .param("key", HexFormat.of().formatHex(keys.hmac("audit-refusal", what), 0, 16))
                .param("now", Sql.time(now))
                .param("ends", Sql.time(now.plus(WINDOW)))
                .query(Integer.class)
                .single();
    }

    @Scheduled(fixedDelayString = "${assisterportal.purge:10m}", initialDelayString = "${assisterportal.purge:10m}")
    @Transactional
    void purge() {
        jdbc.sql("DELETE FROM audit.refusal_count WHERE ends_at <= :now").param("now", Sql.time(clock.instant())).update();
    }
}
