package org.assisterportal.audit;

import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Apart;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.Keys;
import org.assisterportal.shared.NotFound;
import org.assisterportal.shared.PageOf;
import org.assisterportal.shared.Sql;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The audit table; this process' database role may insert and read, nothing else. */
@Component
class AuditTable implements AuditLog {
    private final JdbcTemplate template;
    private final AuditReading reading;
    private final RefusalLimit limit;
    private final Apart apart;
    private final Clock clock;
    private final Keys keys;

    AuditTable(
            JdbcTemplate template, AuditReading reading, RefusalLimit limit, Apart apart, Clock clock, Keys keys) {
        this.template = template;
        this.reading = reading;
        this.limit = limit;
        this.apart = apart;
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
        insert(template, lines);
    }

    private int insert(JdbcTemplate on, List<AuditLine> lines) {
        on.batchUpdate(
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
        return lines.size();
    }

    @Override
    public void recordRefusal(AuditLine line) {
        apart.run(own -> insert(own, List.of(line)));
    }

    @Override
    public void recordRefusal(AuditLine line, String whose, int mostAnHour) {
        apart.run(
                own ->
                        insert(
                                own,
                                switch (limit.count(JdbcClient.create(own), line, whose, mostAnHour)) {
                                    case KEEP -> List.of(line);
                                    case FIRST_DROPPED -> List.of(AuditLine.of(line.actor(), "refusals.not-kept"));
                                    case DROP -> List.of();
                                }));
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
        guard(by, "audit.searched");
        PageOf<AuditView> found = reading.search(search);
        AuditLine line =
                AuditLine.of(by, "audit.searched")
                        .showing(
                                found.rows().stream().map(AuditView::subject).filter(Objects::nonNull).distinct().toList())
                        .with("found", found.total());
        for (Map.Entry<String, String> filter : search.facts().entrySet()) {
            line = line.with(filter.getKey(), filter.getValue());
        }
        record(search.subject() == null ? line : line.about(search.subject()));
        return found;
    }

    @Override
    @Transactional
    public Optional<AuditDetail> line(UUID id, Actor by) {
        guard(by, "audit.line-shown");
        Optional<AuditDetail> detail = reading.line(id);
        detail.ifPresent(shown -> record(AuditLine.of(by, "audit.line-shown").about(id).showing(shown.shown())));
        return detail;
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> acts() {
        return reading.acts();
    }

    private void guard(Actor by, String act) {
        if (!by.wears(Hat.ARC_OFFICER)) {
            recordRefusal(AuditLine.of(by, act).refused("not-arc-officer"));
            throw new NotFound();
        }
    }
}
