package org.assisterportal.consumer.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.consumer.Acting;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.Diary;
import org.assisterportal.consumer.DiaryLine;
import org.assisterportal.policy.PolicyValues;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.PageOf;
import org.assisterportal.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The diary as rows that nobody changes. */
@Component
class DiaryTable implements Diary {
    private static final int PAGE = 25;
    private static final String NOBODY = "PRODUCT";
    private static final String LINE = "id, at, act, look, facts, by_hat, by_name, by_agency, authorization_number";

    private final ConsumerTable consumers;
    private final ConsumerMails mails;
    private final PolicyValues policy;
    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock clock;

    DiaryTable(ConsumerTable consumers, ConsumerMails mails, PolicyValues policy, JdbcClient jdbc, AuditLog audit, Clock clock) {
        this.consumers = consumers;
        this.mails = mails;
        this.policy = policy;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void look(Acting by, String what) {
        write(by.consumer(), what, true, List.of(), by.actor(), by);
        audit.record(line(by, what).showing(List.of(by.consumer().value())));
        used(by);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void done(Acting by, String what, List<String> facts) {
        acted(by, what, facts);
        used(by);
    }

    private void acted(Acting by, String what, List<String> facts) {
        write(by.consumer(), what, false, facts, by.actor(), by);
        active(by.consumer());
        audit.record(line(by, what));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void submitted(Acting by, String what, List<String> facts) {
        done(by, what, facts);
        consumers.find(by.consumer()).ifPresent(to -> mails.submitted(to, what, by.authorization(), by.agencyName()));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void changed(Acting by, String what, List<String> facts) {
        acted(by, what, facts);
        Instant now = clock.instant();
        Duration apart = Duration.ofMinutes(policy.inForce("authorization.changed-mail-minutes").number());
        // One UPDATE with the use's: a second one of the same row in a transaction would look for agency and person again,
        // which a submission that stops the assister holds while it waits for this row.
        boolean due =
                jdbc.sql(
                                """
                                UPDATE consumer.authority SET last_used_at = :now,
                                       told_at = CASE WHEN told_at > :before THEN told_at ELSE :now END
                                 WHERE consumer = :consumer RETURNING told_at = :now
                                """)
                        .param("now", Sql.time(now))
                        .param("before", Sql.time(now.minus(apart)))
                        .param("consumer", by.consumer().value())
                        .query(Boolean.class)
                        .optional()
                        .orElse(false);
        if (due) {
            consumers.find(by.consumer())
                    .ifPresent(to -> mails.changed(to, by.authorization(), by.agencyName(), apart));
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(ConsumerId consumer, String what, List<String> facts, Actor by) {
        write(consumer, what, false, facts, by, null);
        active(consumer);
    }

    @Override
    @Transactional
    public PageOf<DiaryLine> own(Actor consumer, boolean looks, int page) {
        ConsumerId id = ConsumerId.of(consumer);
        audit.record(AuditLine.of(consumer, "consumer.diary-shown").about(id.value()).showing(List.of(id.value())));
        return page(id, looks, page);
    }

    @Override
    @Transactional
    public Optional<DiaryLine> one(Actor consumer, UUID line) {
        ConsumerId id = ConsumerId.of(consumer);
        audit.record(AuditLine.of(consumer, "consumer.diary-shown").about(id.value()).showing(List.of(id.value())));
        return jdbc.sql("SELECT " + LINE + " FROM consumer.diary WHERE id = :line AND consumer = :consumer")
                .param("line", line)
                .param("consumer", id.value())
                .query((row, number) -> line(row))
                .optional();
    }

    @Override
    @Transactional
    public PageOf<DiaryLine> of(Acting by, boolean looks, int page) {
        PageOf<DiaryLine> lines = page(by.consumer(), looks, page);
        look(by, "consumer.diary-shown");
        return lines;
    }

    /** "Assister on behalf of consumer, under authorization N." */
    static AuditLine line(Acting by, String act) {
        return AuditLine.of(by.actor(), act)
                .about(by.consumer().value())
                .in(by.agency())
                .with("authorization", by.number());
    }

    /** What was changed or sent last. */
    List<DiaryLine> latest(ConsumerId consumer, int most) {
        return lines(consumer, false, most, 0);
    }

    @Override
    @Transactional
    public List<DiaryLine> newest(Actor consumer, int most) {
        ConsumerId id = ConsumerId.of(consumer);
        audit.record(AuditLine.of(consumer, "consumer.diary-shown").about(id.value()).showing(List.of(id.value())));
        return lines(id, true, most, 0);
    }

    private List<DiaryLine> lines(ConsumerId consumer, boolean looks, int most, int after) {
        return jdbc.sql("SELECT " + LINE + which(looks) + " ORDER BY at DESC, id LIMIT " + most + " OFFSET " + after)
                .param("consumer", consumer.value())
                .query((row, number) -> line(row))
                .list();
    }

    private static String which(boolean looks) {
        return " FROM consumer.diary WHERE consumer = :consumer" + (looks ? "" : " AND NOT look");
    }

    private PageOf<DiaryLine> page(ConsumerId consumer, boolean looks, int page) {
        List<DiaryLine> rows = lines(consumer, looks, PAGE, (page - 1) * PAGE);
        long counted =
                jdbc.sql("SELECT count(*) FROM (SELECT 1" + which(looks) + " LIMIT " + PageOf.COUNTED_TO + ") few")
                        .param("consumer", consumer.value())
                        .query(Long.class)
                        .single();
        return PageOf.counted(rows, page, PAGE, rows.size(), counted);
    }

    private static DiaryLine line(ResultSet row) throws SQLException {
        String hat = row.getString("by_hat");
        long number = row.getLong("authorization_number");
        return new DiaryLine(
                Sql.uuid(row, "id"), Sql.instant(row, "at"), row.getString("act"), row.getBoolean("look"),
                Sql.texts(row, "facts"), row.getString("by_name"), hat.equals(NOBODY) ? null : Hat.valueOf(hat),
                Sql.textOrNull(row, "by_agency"), number == 0 ? null : number);
    }

    private void write(
            ConsumerId consumer, String what, boolean look, List<String> facts, Actor by, @Nullable Acting acting) {
        jdbc.sql(
                        """
                        INSERT INTO consumer.diary (id, consumer, at, act, look, facts, by_hat, by_name, by_agency, by_person,
                                                    authorization_id, authorization_number)
                        VALUES (:id, :consumer, :now, :act, :look, :facts, :hat, :name, :agency, :person, :authorization, :number)
                        """)
                .param("id", UUID.randomUUID())
                .param("consumer", consumer.value())
                .param("now", Sql.time(clock.instant()))
                .param("act", what)
                .param("look", look)
                .param("facts", Sql.texts(facts))
                .param("hat", by.hat() == null ? NOBODY : by.hat().name())
                .param("name", by.name())
                .param("agency", acting == null ? null : acting.agencyName())
                .param("person", acting == null ? null : acting.assister().value())
                .param("authorization", acting == null ? null : acting.authorization())
                .param("number", acting == null ? null : acting.number())
                .update();
    }

    private void active(ConsumerId consumer) {
        jdbc.sql("UPDATE consumer.consumer SET last_activity = :now WHERE id = :id")
                .param("now", Sql.time(clock.instant()))
                .param("id", consumer.value())
                .update();
    }

    private void used(Acting by) {
        jdbc.sql("UPDATE consumer.authority SET last_used_at = :now WHERE consumer = :consumer")
                .param("now", Sql.time(clock.instant()))
                .param("consumer", by.consumer().value())
                .update();
    }
}
