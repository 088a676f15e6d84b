package org.assisterportal.audit;

import java.time.Clock;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Keys;
import org.assisterportal.shared.Minnesota;
import org.assisterportal.shared.PageOf;
import org.assisterportal.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The audit table; this process' database role may insert and read, nothing else. */
@Component
class AuditTable implements AuditLog {
    private static final int PAGE = 50;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Keys keys;

    AuditTable(JdbcTemplate template, JdbcClient jdbc, Clock clock, Keys keys) {
        this.template = template;
        this.jdbc = jdbc;
        this.clock = clock;
        this.keys = keys;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(AuditLine line) {
        recordAll(List.of(line));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordAll(List<AuditLine> lines) {
        template.batchUpdate(
                "INSERT INTO audit.line (id, at, account, hat, actor_subject, actor_name, act, refused, subject, agency,"
                        + " shown, facts) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::uuid[], jsonb_object(?::text[]))",
                lines,
                1000,
                (statement, line) -> {
                    Actor actor = line.actor();
                    statement.setObject(1, UUID.randomUUID());
                    statement.setObject(2, Sql.time(clock.instant()));
                    statement.setObject(3, actor.account());
                    statement.setString(4, actor.hat() == null ? null : actor.hat().name());
                    statement.setObject(5, actor.subject());
                    statement.setString(6, actor.name());
                    statement.setString(7, line.act());
                    statement.setBoolean(8, line.refused());
                    statement.setObject(9, line.subject());
                    statement.setObject(10, line.agency());
                    statement.setObject(11, Sql.ids(line.shown()));
                    statement.setObject(12, Sql.pairs(line.facts()));
                });
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void recordRefusal(AuditLine line) {
        recordAll(List.of(line));
    }

    @Override
    public String hashOf(String term) {
        String normal = term.strip().toLowerCase(Locale.ROOT);
        byte[] hash = keys.hmac("audit-search-term", normal);
        return HexFormat.of().formatHex(hash, 0, 12);
    }

    @Override
    @Transactional
    public PageOf<AuditView> search(AuditSearch search, Actor by) {
        String where =
                " WHERE (:from::timestamptz IS NULL OR at >= :from::timestamptz)"
                        + " AND (:to::timestamptz IS NULL OR at < :to::timestamptz)"
                        + " AND (:account::uuid IS NULL OR account = :account::uuid)"
                        + " AND (:subject::uuid IS NULL OR subject = :subject::uuid OR shown @> ARRAY[:subject::uuid])"
                        + " AND (:agency::uuid IS NULL OR agency = :agency::uuid)"
                        + " AND (:act::text IS NULL OR act = :act::text OR act LIKE :act::text || '.%')"
                        + " AND (NOT :refusedOnly OR refused)";
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("from", search.from() == null ? null : Sql.time(Minnesota.startOf(search.from())));
        parameters.put("to", search.to() == null ? null : Sql.time(Minnesota.endOf(search.to())));
        parameters.put("account", search.account());
        parameters.put("subject", search.subject());
        parameters.put("agency", search.agency());
        parameters.put("act", search.act());
        parameters.put("refusedOnly", search.refusedOnly());
        // Counting stops at ten thousand: beyond it, narrowing the search helps and an exact number doesn't.
        long total =
                jdbc.sql("SELECT count(*) FROM (SELECT 1 FROM audit.line" + where + " LIMIT 10000) found")
                        .params(parameters)
                        .query(Long.class)
                        .single();
        List<AuditView> rows =
                jdbc.sql(
                                "SELECT id, at, actor_name, hat, account, act, refused, subject, agency,"
                                        + " cardinality(shown) AS shown_count, "
                                        + Sql.pairsOf("facts")
                                        + " AS facts FROM audit.line"
                                        + where
                                        + " ORDER BY at DESC, id LIMIT "
                                        + PAGE
                                        + " OFFSET "
                                        + (long) (Math.max(1, search.page()) - 1) * PAGE)
                        .params(parameters)
                        .query(
                                (row, number) ->
                                        new AuditView(
                                                Sql.uuid(row, "id"),
                                                Sql.instant(row, "at"),
                                                row.getString("actor_name"),
                                                Sql.textOrNull(row, "hat"),
                                                Sql.uuidOrNull(row, "account"),
                                                row.getString("act"),
                                                row.getBoolean("refused"),
                                                Sql.uuidOrNull(row, "subject"),
                                                Sql.uuidOrNull(row, "agency"),
                                                row.getInt("shown_count"),
                                                Sql.map(Sql.texts(row, "facts"))))
                        .list();
        record(AuditLine.of(by, "audit.searched").with("found", total));
        return new PageOf<>(rows, Math.max(1, search.page()), PAGE, total);
    }
}
