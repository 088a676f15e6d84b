package org.assisterportal.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.NotFound;
import org.assisterportal.shared.PageOf;
import org.assisterportal.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The outbox's rows: queued with the act, claimed under a lease, marked after the server's answer. */
@Component
class OutboxTable implements Outbox {
    private static final int PAGE = 50;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OutboxTable(
            JdbcTemplate template, JdbcClient jdbc, AuditLog audit, ApplicationEventPublisher events, Clock clock) {
        this.template = template;
        this.jdbc = jdbc;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Mails were queued in this transaction. */
    record Queued() {}

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void queue(Mail mail) {
        queueAll(List.of(mail));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void queueAll(List<Mail> mails) {
        OffsetDateTime now = Sql.time(clock.instant());
        template.batchUpdate(
                "INSERT INTO notification.outbox (id, kind, sender, recipient, facts, link_purpose, link_path, link_id,"
                        + " link_expires, subject, queued_at, next_attempt_at, language)"
                        + " VALUES (?, ?, ?, ?, jsonb_object(?::text[]), ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                mails,
                1000,
                (statement, mail) -> {
                    Mail.Link link = mail.link();
                    statement.setObject(1, mail.id());
                    statement.setString(2, mail.kind());
                    statement.setString(3, mail.sender().name());
                    statement.setString(4, mail.to().value());
                    statement.setObject(5, Sql.pairs(mail.values()));
                    statement.setString(6, link == null ? null : link.purpose());
                    statement.setString(7, link == null ? null : link.path());
                    statement.setObject(8, link == null ? null : link.id());
                    statement.setObject(9, link == null ? null : Sql.time(link.expires()));
                    statement.setObject(10, mail.subject());
                    statement.setObject(11, now);
                    statement.setObject(12, now);
                    statement.setString(13, mail.language().getLanguage());
                });
        events.publishEvent(new Queued());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(UUID linkId) {
        // By a procedure, because an assister's role sees no mail.
        jdbc.sql("CALL notification.withdraw(:id)").param("id", linkId).update();
    }

    @Override
    @Transactional
    public PageOf<MailView> list(@Nullable MailState state, int page, Actor by) {
        guard(by, "mails.shown");
        int number = Math.max(1, page);
        String where = state == null ? "" : " WHERE state = '" + state.name() + "'";
        // Counting stops at ten thousand: beyond it an exact number doesn't help.
        long total =
                jdbc.sql("SELECT count(*) FROM (SELECT 1 FROM notification.outbox" + where + " LIMIT 10000) found")
                        .query(Long.class)
                        .single();
        List<MailView> rows =
                jdbc.sql(VIEW + where + " ORDER BY queued_at DESC, id LIMIT " + PAGE + " OFFSET :offset")
                        .param("offset", (long) (number - 1) * PAGE)
                        .query((row, at) -> view(row))
                        .list();
        audit.record(
                AuditLine.of(by, "mails.shown")
                        .showing(rows.stream().map(MailView::subject).filter(Objects::nonNull).distinct().toList())
                        .with("state", state == null ? "all" : state)
                        .with("rows", rows.size()));
        return new PageOf<>(rows, number, PAGE, total);
    }

    @Override
    @Transactional(readOnly = true)
    public List<MailView> about(UUID subject) {
        return jdbc.sql(VIEW + " WHERE subject = :subject ORDER BY queued_at DESC, id LIMIT 50")
                .param("subject", subject)
                .query((row, number) -> view(row))
                .list();
    }

    @Override
    @Transactional
    public boolean retry(UUID id, Actor by) {
        guard(by, "mail.retried");
        boolean known =
                jdbc.sql("SELECT EXISTS (SELECT 1 FROM notification.outbox WHERE id = :id)")
                        .param("id", id)
                        .query(Boolean.class)
                        .single();
        if (!known) {
            throw new NotFound();
        }
        int again =
                jdbc.sql(
                                "UPDATE notification.outbox SET state = 'WAITING', attempts = 0, next_attempt_at = :now"
                                        + " WHERE id = :id AND state = 'FAILED'")
                        .param("id", id)
                        .param("now", Sql.time(clock.instant()))
                        .update();
        if (again == 0) {
            audit.recordRefusal(AuditLine.of(by, "mail.retried").about(id).refused("not-failed"));
            return false;
        }
        audit.record(AuditLine.of(by, "mail.retried").about(id));
        return true;
    }

    private void guard(Actor by, String act) {
        if (!by.wears(Hat.ARC_OFFICER)) {
            audit.recordRefusal(AuditLine.of(by, act).refused("not-arc-officer"));
            throw new NotFound();
        }
    }

    private static final String VIEW =
            "SELECT id, kind, recipient, state, attempts, queued_at, sent_at, next_attempt_at, last_error, subject"
                    + " FROM notification.outbox";

    private static MailView view(ResultSet row) throws SQLException {
        return new MailView(
                Sql.uuid(row, "id"),
                row.getString("kind"),
                row.getString("recipient"),
                MailState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                Sql.instant(row, "queued_at"),
                Sql.instantOrNull(row, "sent_at"),
                Sql.instantOrNull(row, "next_attempt_at"),
                Sql.textOrNull(row, "last_error"),
                Sql.uuidOrNull(row, "subject"));
    }

    /** A mail this process may send until its lease ends. */
    record Claimed(Mail mail, int attempts) {}

    /**
     * Claims due mails; a process that dies with them loses them when the lease ends. The array is looked up once, before
     * the update; joined, the planner may look it up again for each row of a table that has just filled.
     */
    @Transactional
    List<Claimed> claim(int limit, Duration lease) {
        Instant now = clock.instant();
        return jdbc.sql(
                        """
                        UPDATE notification.outbox o SET leased_until = :until, attempts = attempts + 1
                         WHERE o.id = ANY (ARRAY(
                                SELECT id FROM notification.outbox
                                 WHERE state = 'WAITING' AND next_attempt_at <= :now
                                   AND (leased_until IS NULL OR leased_until < :now)
                                 ORDER BY next_attempt_at LIMIT :limit FOR UPDATE SKIP LOCKED))
                        RETURNING o.id, kind, sender, recipient, attempts, link_purpose, link_path, link_id,
                                  link_expires, subject, language, %s AS facts
                        """
                                .formatted(Sql.pairsOf("facts")))
                .param("until", Sql.time(now.plus(lease)))
                .param("now", Sql.time(now))
                .param("limit", limit)
                .query((row, number) -> new Claimed(mail(row), row.getInt("attempts")))
                .list();
    }

    private static Mail mail(ResultSet row) throws SQLException {
        UUID linkId = Sql.uuidOrNull(row, "link_id");
        Map<String, String> facts = Sql.map(Sql.texts(row, "facts"));
        return new Mail(
                Sql.uuid(row, "id"),
                row.getString("kind"),
                Mail.Sender.valueOf(row.getString("sender")),
                new EmailAddress(row.getString("recipient")),
                facts,
                linkId == null
                        ? null
                        : new Mail.Link(
                                row.getString("link_purpose"),
                                row.getString("link_path"),
                                linkId,
                                Sql.instant(row, "link_expires")),
                Sql.uuidOrNull(row, "subject"),
                Locale.of(row.getString("language"), "US"));
    }

    /** Delivered; what was in it is forgotten, since a code may have been. */
    @Transactional
    void sent(UUID id) {
        jdbc.sql("UPDATE notification.outbox SET state = 'SENT', sent_at = :now, leased_until = NULL, last_error = NULL, facts = '{}' WHERE id = :id")
                .param("id", id)
                .param("now", Sql.time(clock.instant()))
                .update();
    }

    /** Not delivered: tried again at the given time, or failed for good when there is none. */
    @Transactional
    void notSent(UUID id, String error, @Nullable Instant again) {
        jdbc.sql(
                        "UPDATE notification.outbox SET leased_until = NULL, last_error = :error,"
                                + " state = CASE WHEN :again::timestamptz IS NULL AND state = 'WAITING' THEN 'FAILED' ELSE state END,"
                                + " next_attempt_at = coalesce(:again::timestamptz, next_attempt_at) WHERE id = :id AND state <> 'SENT'")
                .param("id", id)
                .param("error", error.length() > 300 ? error.substring(0, 300) : error)
                .param("again", Sql.time(again))
                .update();
    }

    /** Gives back a mail that wasn't tried, for the next that looks. */
    @Transactional
    void giveBack(UUID id) {
        giveBackLater(id, null, clock.instant());
    }

    /** Gives back a mail that the server's absence kept from being tried; it keeps all its tries. */
    @Transactional
    void giveBackLater(UUID id, @Nullable String error, Instant again) {
        jdbc.sql(
                        "UPDATE notification.outbox SET leased_until = NULL, attempts = greatest(attempts - 1, 0),"
                                + " next_attempt_at = :again,"
                                + " last_error = coalesce(:error::text, last_error) WHERE id = :id AND state = 'WAITING'")
                .param("id", id)
                .param("error", error)
                .param("again", Sql.time(again))
                .update();
    }
}
