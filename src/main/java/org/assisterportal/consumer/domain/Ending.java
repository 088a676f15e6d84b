package org.assisterportal.consumer.domain;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.consumer.AuthorizationView;
import org.assisterportal.consumer.AuthorizationView.EndReason;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.Disputes;
import org.assisterportal.policy.PolicyValues;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.Minnesota;
import org.assisterportal.shared.PersonId;
import org.assisterportal.shared.Sql;
import org.assisterportal.task.Tasks;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** However an authorization ends: the second record, the diary, the audit record, and the consumer told. */
@Component
class Ending {
    private static final int BATCH = 200;

    private final AuthorizationTable table;
    private final ConsumerTable consumers;
    private final ConsumerMails mails;
    private final DiaryTable diary;
    private final Tasks tasks;
    private final PolicyValues policy;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Ending(
            AuthorizationTable table, ConsumerTable consumers, ConsumerMails mails, DiaryTable diary, Tasks tasks,
            PolicyValues policy, AuditLog audit, JdbcClient jdbc, TransactionTemplate transactions, Clock clock) {
        this.table = table;
        this.consumers = consumers;
        this.mails = mails;
        this.diary = diary;
        this.tasks = tasks;
        this.policy = policy;
        this.audit = audit;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    Optional<AuthorizationTable.Authority> end(ConsumerId consumer, EndReason reason, Actor by) {
        Optional<AuthorizationTable.Authority> ended = table.end(consumer, reason, by.account());
        ended.ifPresent(
                was -> {
                    diary.note(consumer, "authorization.ended", List.of(String.valueOf(was.number()), reason.name()), by);
                    audit.record(
                            AuditLine.of(by, "authorization.ended")
                                    .about(consumer.value())
                                    .with("authorization", was.number())
                                    .with("person", was.assister())
                                    .with("why", reason));
                    // Who replaces one, or closes the account, reads of it in that act's own mail.
                    if (reason != EndReason.REPLACED && reason != EndReason.CLOSED) {
                        consumers.find(consumer).ifPresent(profile -> mails.ended(profile, reason));
                    }
                });
        return ended;
    }

    /** Stops the assister at once; the ARC looks into it, whether or not the authority had ended already. */
    boolean dispute(ConsumerId consumer, @Nullable UUID line, String said, Actor by) {
        Optional<Disputed> disputed = line == null ? latest(consumer) : lineOf(consumer, line);
        disputed.ifPresent(one -> dispute(consumer, one, line, said, by, false));
        return disputed.isPresent();
    }

    /** The same with the link in a mail, about an authorization. */
    void disputeByMail(ConsumerId consumer, AuthorizationView about, String said, Actor by) {
        dispute(consumer, disputed(about), null, said, by, true);
    }

    /** Whether it has been said of this authorization. */
    boolean disputed(UUID authorization) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM consumer.dispute WHERE authorization_id = :id)")
                .param("id", authorization)
                .query(Boolean.class)
                .single();
    }

    private void dispute(
            ConsumerId consumer, Disputed disputed, @Nullable UUID line, String said, Actor by, boolean byLink) {
        // Whoever it was is stopped, also when they were authorized anew since.
        boolean inForce = table.now(consumer).filter(now -> now.assister().equals(disputed.assister())).isPresent();
        if (inForce) {
            end(consumer, EndReason.DISPUTED, by);
        }
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("authorization", String.valueOf(disputed.number()));
        facts.put("stopped", String.valueOf(inForce));
        facts.put("act", disputed.act());
        jdbc.sql(
                        "INSERT INTO consumer.dispute (id, consumer, authorization_id, line, said, at)"
                                + " VALUES (:id, :consumer, :authorization, :line, :said, :now)")
                .param("id", UUID.randomUUID())
                .param("consumer", consumer.value())
                .param("authorization", disputed.authorization())
                .param("line", line)
                .param("said", said.strip())
                .param("now", Sql.time(clock.instant()))
                .update();
        int days = policy.inForce("authorization.dispute-days").number();
        tasks.open(Disputes.TASK, disputed.authorization(), facts, Minnesota.today(clock).plusDays(days), by);
        diary.note(consumer, "authorization.disputed", List.of(String.valueOf(disputed.number())), by);
        audit.record(
                AuditLine.of(by, "authorization.disputed")
                        .about(consumer.value())
                        .with("authorization", disputed.number())
                        .with("stopped", inForce)
                        .with("by-link", byLink));
    }

    private record Disputed(UUID authorization, long number, PersonId assister, String act) {}

    private Optional<Disputed> lineOf(ConsumerId consumer, UUID line) {
        return jdbc.sql(
                        "SELECT authorization_id, authorization_number, by_person, act FROM consumer.diary"
                                + " WHERE id = :line AND consumer = :consumer AND by_hat = :hat")
                .param("line", line)
                .param("consumer", consumer.value())
                .param("hat", Hat.ASSISTER.name())
                .query(
                        (row, number) ->
                                new Disputed(
                                        Sql.uuid(row, "authorization_id"), row.getLong("authorization_number"),
                                        new PersonId(Sql.uuid(row, "by_person")), row.getString("act")))
                .optional();
    }

    private Optional<Disputed> latest(ConsumerId consumer) {
        return table.history(consumer).stream()
                .findFirst()
                .map(Ending::disputed);
    }

    private static Disputed disputed(AuthorizationView view) {
        return new Disputed(view.id(), view.number(), view.assister(), "authorization.given");
    }

    @Scheduled(fixedDelayString = "${assisterportal.lapse-sweep:30s}", initialDelayString = "${assisterportal.lapse-sweep:30s}")
    void sweep() {
        Integer taken;
        do {
            taken = transactions.execute(status -> endThoseThatAreOver());
        } while (taken != null && taken == BATCH);
    }

    int endThoseThatAreOver() {
        List<ConsumerId> over = table.over(BATCH);
        for (ConsumerId consumer : over) {
            table.overNow(consumer)
                    .map(authority -> table.untilADay(authority.authorization()))
                    .ifPresent(dated -> end(consumer, dated ? EndReason.UNTIL : EndReason.UNCONFIRMED, Actor.SYSTEM));
        }
        return over.size();
    }
}
