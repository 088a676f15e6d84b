package org.assisterportal.application.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assisterportal.application.ChangeDropped;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.consumer.CaseRow.Waits;
import org.assisterportal.consumer.Caseload;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.ConsumerPost;
import org.assisterportal.consumer.Consumers;
import org.assisterportal.consumer.Diary;
import org.assisterportal.consumer.LeftBehind;
import org.assisterportal.policy.PolicyValues;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Minnesota;
import org.assisterportal.shared.OneByOne;
import org.assisterportal.shared.Sql;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Drafts that nobody goes on with: their consumer is warned twice, then the draft ends and what was typed is deleted. */
@Component
class DraftEnding {
    private static final int BATCH = 50;
    private static final Duration FORGOTTEN_WITHIN = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final PolicyValues policy;
    private final Consumers consumers;
    private final ConsumerPost post;
    private final Caseload caseload;
    private final Diary diary;
    private final LeftBehind leftBehind;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final OneByOne oneByOne;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DraftEnding(
            JdbcClient jdbc, PolicyValues policy, Consumers consumers, ConsumerPost post, Caseload caseload, Diary diary,
            LeftBehind leftBehind, AuditLog audit, ApplicationEventPublisher events, OneByOne oneByOne, TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.policy = policy;
        this.consumers = consumers;
        this.post = post;
        this.caseload = caseload;
        this.diary = diary;
        this.leftBehind = leftBehind;
        this.audit = audit;
        this.events = events;
        this.oneByOne = oneByOne;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A draft whose time has come. */
    private record Due(UUID id, ConsumerId consumer, int number, Instant expires) {}

    @Scheduled(fixedDelayString = "${assisterportal.purge:10m}", initialDelayString = "${assisterportal.purge:10m}")
    void sweep() {
        oneByOne.each("the end of a draft", due(Duration.ZERO, 0), this::end);
        oneByOne.each("forgetting a draft that was thrown away", thrownAway(), this::forget);
        warn("application.last-warning-days", 2);
        warn("application.first-warning-days", 1);
    }

    private void warn(String days, int warning) {
        Duration before = transaction.execute(status -> Duration.ofDays(policy.inForce(days).number()));
        if (before != null) {
            oneByOne.each("a warning of a draft's end", due(before, warning), one -> warn(one, warning));
        }
    }

    /** What belongs to a draft and isn't its own, as {@link LeftBehind} names it. */
    static String formsOf(UUID draft) {
        return "application/" + draft + "/";
    }

    /** A draft of which something is still kept. */
    private record Kept(UUID id, ConsumerId consumer) {}

    /** Drafts that were thrown away and aren't forgotten yet. */
    private List<Kept> thrownAway() {
        List<Kept> kept =
                transaction.execute(
                        status ->
                                jdbc.sql(
                                                """
                                                SELECT id, consumer FROM application.application a WHERE status = 'DISCARDED' AND changed_at > :since
                                                   AND (EXISTS (SELECT 1 FROM application.answer WHERE application = a.id)
                                                        OR EXISTS (SELECT 1 FROM application.ssn WHERE application = a.id)
                                                        OR EXISTS (SELECT 1 FROM application.at_work WHERE application = a.id))
                                                 ORDER BY changed_at LIMIT %d
                                                """
                                                        .formatted(BATCH))
                                        .param("since", Sql.time(clock.instant().minus(FORGOTTEN_WITHIN)))
                                        .query((row, number) -> new Kept(Sql.uuid(row, "id"), new ConsumerId(Sql.uuid(row, "consumer"))))
                                        .list());
        return kept == null ? List.of() : kept;
    }

    /** What an assister had typed goes here, too: whoever throws a draft away as one may delete nothing of it. */
    private void forget(Kept one) {
        consumers.hold(one.consumer());
        forget(one.id(), one.consumer());
    }

    private void forget(UUID draft, ConsumerId consumer) {
        for (String what : List.of("answer", "ssn", "at_work")) {
            jdbc.sql("DELETE FROM application." + what + " WHERE application = :id").param("id", draft).update();
        }
        leftBehind.forget(consumer, formsOf(draft));
    }

    /** Drafts that end within this time and had fewer warnings; without a number, those that are over. */
    private List<Due> due(Duration within, int warning) {
        List<Due> due =
                transaction.execute(
                        status ->
                                jdbc.sql(
                                                "SELECT id, consumer, number, expires_at FROM application.application WHERE status = 'DRAFT'"
                                                        + " AND expires_at <= :until AND (:warning = 0 OR warned < :warning)"
                                                        + " ORDER BY expires_at LIMIT " + BATCH)
                                        .param("until", Sql.time(clock.instant().plus(within)))
                                        .param("warning", warning)
                                        .query(
                                                (row, number) ->
                                                        new Due(
                                                                Sql.uuid(row, "id"), new ConsumerId(Sql.uuid(row, "consumer")),
                                                                row.getInt("number"),
                                                                Sql.instant(row, "expires_at")))
                                        .list());
        return due == null ? List.of() : due;
    }

    private void warn(Due one, int warning) {
        consumers.hold(one.consumer());
        int still =
                jdbc.sql(
                                "UPDATE application.application SET warned = :warning"
                                        + " WHERE id = :id AND status = 'DRAFT' AND expires_at = :expires AND warned < :warning")
                        .param("warning", warning)
                        .param("id", one.id())
                        .param("expires", Sql.time(one.expires()))
                        .update();
        if (still == 1) {
            long left = ChronoUnit.DAYS.between(Minnesota.today(clock), LocalDate.ofInstant(one.expires(), Minnesota.ZONE));
            post.mail(one.consumer(), "application-draft-ends", Map.of("days", String.valueOf(left)));
        }
    }

    private void end(Due one) {
        consumers.hold(one.consumer());
        int ended =
                jdbc.sql(
                                "UPDATE application.application SET status = 'EXPIRED'"
                                        + " WHERE id = :id AND status = 'DRAFT' AND expires_at = :expires")
                        .param("id", one.id())
                        .param("expires", Sql.time(one.expires()))
                        .update();
        if (ended == 0) {
            return;
        }
        forget(one.id(), one.consumer());
        audit.record(AuditLine.of(Actor.SYSTEM, "application.expired").about(one.consumer().value()));
        diary.note(one.consumer(), "application.expired", List.of(), Actor.SYSTEM);
        if (one.number() == 1) {
            caseload.progress(one.consumer(), "NOT_STARTED", "START", Waits.CONSUMER, null);
        } else {
            caseload.progress(one.consumer(), "DETERMINED", "NONE", Waits.NOBODY, null);
            events.publishEvent(new ChangeDropped(one.consumer()));
        }
        post.mail(one.consumer(), "application-draft-ended", Map.of());
    }
}
