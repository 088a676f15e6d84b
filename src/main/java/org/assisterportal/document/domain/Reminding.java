package org.assisterportal.document.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.ConsumerPost;
import org.assisterportal.consumer.Consumers;
import org.assisterportal.consumer.Diary;
import org.assisterportal.document.DocumentReviews;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Minnesota;
import org.assisterportal.shared.OneByOne;
import org.assisterportal.shared.Sql;
import org.assisterportal.task.Tasks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reminds by mail before a last day, and opens a task when it is over: an officer decides what happens, nothing ends by
 * itself. Each is marked on the request in the transaction that mails, under the consumer's row: once, by however many
 * processes; and after a pause only the latest one.
 */
@Component
class Reminding {
    private static final int BATCH = 50;
    /** The tasks are due a few days after they open. */
    private static final int DAYS_TO_DECIDE = 7;
    /** What an event's proof brings is up to the module that asked for it. */
    private static final String OURS = " AND happened_on IS NULL";
    private static final String TO_DO = " FROM document.request WHERE state IN ('ASKED', 'NOT_ACCEPTED')";

    private final JdbcClient jdbc;
    private final ProofPolicy policy;
    private final Consumers consumers;
    private final ConsumerPost post;
    private final Diary diary;
    private final Tasks tasks;
    private final AuditLog audit;
    private final OneByOne oneByOne;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Reminding(
            JdbcClient jdbc, ProofPolicy policy, Consumers consumers, ConsumerPost post, Diary diary, Tasks tasks, AuditLog audit,
            OneByOne oneByOne, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.policy = policy;
        this.consumers = consumers;
        this.post = post;
        this.diary = diary;
        this.tasks = tasks;
        this.audit = audit;
        this.oneByOne = oneByOne;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${assisterportal.purge:10m}", initialDelayString = "${assisterportal.purge:10m}")
    void sweep() {
        LocalDate today = Minnesota.today(clock);
        oneByOne.each("the end of a documents' clock", whose(OURS + " AND due < :until AND overdue_at IS NULL", today, 0), one -> over(one, today));
        List<Integer> days = transaction.execute(status -> policy.reminders());
        for (int at = days == null ? 0 : days.size(); at > 0; at--) {
            int reminder = at;
            LocalDate until = today.plusDays(days.get(at - 1));
            oneByOne.each(
                    "a reminder of documents", whose(" AND due BETWEEN :today AND :until AND reminded < :reminder", until, reminder),
                    one -> remind(one, today, until, reminder));
        }
    }

    private List<ConsumerId> whose(String which, LocalDate until, int reminder) {
        List<ConsumerId> found =
                transaction.execute(
                        status ->
                                jdbc.sql("SELECT DISTINCT consumer FROM (SELECT consumer" + TO_DO + which + " ORDER BY due LIMIT " + BATCH + ") due")
                                        .param("until", until)
                                        .param("today", Minnesota.today(clock))
                                        .param("reminder", reminder)
                                        .query((row, number) -> new ConsumerId(Sql.uuid(row, "consumer")))
                                        .list());
        return found == null ? List.of() : found;
    }

    /** One mail for all that is due until then. */
    private void remind(ConsumerId consumer, LocalDate today, LocalDate until, int reminder) {
        consumers.hold(consumer);
        List<LocalDate> due =
                jdbc.sql(
                                "UPDATE document.request SET reminded = :reminder WHERE consumer = :consumer AND state IN ('ASKED', 'NOT_ACCEPTED')"
                                        + " AND due BETWEEN :today AND :until AND reminded < :reminder RETURNING due")
                        .param("reminder", reminder)
                        .param("consumer", consumer.value())
                        .param("today", today)
                        .param("until", until)
                        .query(LocalDate.class)
                        .list();
        due.stream()
                .min(LocalDate::compareTo)
                .ifPresent(
                        first -> post.mail(consumer, "documents-due", Map.of("days", String.valueOf(ChronoUnit.DAYS.between(today, first)))));
    }

    /** One mail and one task for all that is over. */
    private void over(ConsumerId consumer, LocalDate today) {
        consumers.hold(consumer);
        List<UUID> over =
                jdbc.sql(
                                "UPDATE document.request SET overdue_at = :now WHERE consumer = :consumer AND state IN ('ASKED', 'NOT_ACCEPTED')"
                                        + " AND due < :today AND overdue_at IS NULL"
                                        + OURS
                                        + " RETURNING id")
                        .param("now", Sql.time(clock.instant()))
                        .param("consumer", consumer.value())
                        .param("today", today)
                        .query(UUID.class)
                        .list();
        if (over.isEmpty()) {
            return;
        }
        tasks.open(DocumentReviews.TASK, consumer.value(), Map.of(), today.plusDays(DAYS_TO_DECIDE), Actor.SYSTEM);
        audit.record(AuditLine.of(Actor.SYSTEM, "document.overdue").about(consumer.value()).with("requests", over.size()));
        diary.note(consumer, "document.overdue", List.of(), Actor.SYSTEM);
        post.mail(consumer, "documents-overdue", Map.of());
    }
}
