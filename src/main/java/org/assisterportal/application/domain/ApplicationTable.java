package org.assisterportal.application.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assisterportal.application.Answered;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Applications.Standing;
import org.assisterportal.application.Hand;
import org.assisterportal.application.Paper.Status;
import org.assisterportal.application.Question;
import org.assisterportal.application.Spot;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.policy.PolicyValues;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Applications and their answers as rows; an answer is never changed, the next one is another row. */
@Component
class ApplicationTable {
    private static final String ROW =
            "SELECT id, consumer, reference, number, status, plan_year, started_at, changed_at, expires_at, signed_at FROM application.application";

    private static final String COPY =
            """
            INSERT INTO application.answer (application, subject, question, version, content, at, by_account, by_name, by_hat,
                                            authorization_number)
            SELECT :to, subject, question, version, content, at, by_account, by_name, by_hat, authorization_number
              FROM application.answer WHERE application = :from
            """;

    private final JdbcClient jdbc;
    private final PolicyValues policy;
    private final Clock clock;

    ApplicationTable(JdbcClient jdbc, PolicyValues policy, Clock clock) {
        this.jdbc = jdbc;
        this.policy = policy;
        this.clock = clock;
    }

    record Row(
            ApplicationId id, ConsumerId consumer, long reference, int number, Status status, @Nullable Integer planYear,
            Instant startedAt, Instant changedAt, Instant expiresAt, @Nullable Instant signedAt) {
        Standing standing() {
            return new Standing(id, number, status, planYear, changedAt, expiresAt);
        }
    }

    Optional<Row> find(ApplicationId id) {
        return jdbc.sql(ROW + " WHERE id = :id").param("id", id.value()).query((row, number) -> row(row)).optional();
    }

    /** The newest draft or signed one. */
    Optional<Row> newest(ConsumerId consumer) {
        return jdbc.sql(ROW + " WHERE consumer = :consumer AND status IN ('DRAFT', 'SIGNED') ORDER BY started_at DESC LIMIT 1")
                .param("consumer", consumer.value())
                .query((row, number) -> row(row))
                .optional();
    }

    Optional<Row> draft(ConsumerId consumer) {
        return jdbc.sql(ROW + " WHERE consumer = :consumer AND status = 'DRAFT'")
                .param("consumer", consumer.value())
                .query((row, number) -> row(row))
                .optional();
    }

    /** Of each plan year the version that was signed last, newest year first; at most so many years. */
    List<Row> inForce(ConsumerId consumer, int most) {
        return jdbc.sql(
                        "SELECT * FROM (SELECT DISTINCT ON (plan_year) * FROM (" + ROW + " WHERE consumer = :consumer AND status = 'SIGNED') signed"
                                + " ORDER BY plan_year DESC, signed_at DESC, number DESC) years ORDER BY plan_year DESC LIMIT :most")
                .param("consumer", consumer.value())
                .param("most", most)
                .query((row, number) -> row(row))
                .list();
    }

    /** The version that counts for a plan year: the one that was signed last. */
    Optional<Row> inForceFor(ConsumerId consumer, int planYear) {
        return jdbc.sql(
                        ROW + " WHERE consumer = :consumer AND status = 'SIGNED' AND plan_year = :year"
                                + " ORDER BY signed_at DESC, number DESC LIMIT 1")
                .param("consumer", consumer.value())
                .param("year", planYear)
                .query((row, number) -> row(row))
                .optional();
    }

    /** The version that counts for the plan year of this one; empty for a draft. */
    Optional<Row> inForceLike(ConsumerId consumer, ApplicationId signed) {
        return jdbc.sql(
                        ROW + " WHERE consumer = :consumer AND status = 'SIGNED'"
                                + " AND plan_year = (SELECT plan_year FROM application.application WHERE id = :id)"
                                + " ORDER BY signed_at DESC, number DESC LIMIT 1")
                .param("consumer", consumer.value())
                .param("id", signed.value())
                .query((row, number) -> row(row))
                .optional();
    }

    /** The number of a consumer's next version. */
    int next(ConsumerId consumer) {
        return jdbc.sql("SELECT coalesce(max(number), 0) + 1 FROM application.application WHERE consumer = :consumer AND status = 'SIGNED'")
                .param("consumer", consumer.value())
                .query(Integer.class)
                .single();
    }

    /** The answers of one application as those of another: by whom they were given, and in the order of their pages. */
    void copyAnswers(ApplicationId from, ApplicationId to) {
        jdbc.sql(COPY).param("from", from.value()).param("to", to.value()).update();
    }

    /** The same of these pages only. */
    void copyAnswers(ApplicationId from, ApplicationId to, Set<Spot> pages) {
        jdbc.sql(COPY + " AND (subject, question) IN (SELECT * FROM unnest(:subjects::text[], :questions::text[]))")
                .param("from", from.value())
                .param("to", to.value())
                .param("subjects", pages.stream().map(Spot::subject).toArray(String[]::new))
                .param("questions", pages.stream().map(spot -> spot.question().name()).toArray(String[]::new))
                .update();
    }

    void discard(ApplicationId id) {
        jdbc.sql("UPDATE application.application SET status = 'DISCARDED', changed_at = :now WHERE id = :id AND status = 'DRAFT'")
                .param("now", Sql.time(clock.instant()))
                .param("id", id.value())
                .update();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new ApplicationId(Sql.uuid(row, "id")), new ConsumerId(Sql.uuid(row, "consumer")), row.getLong("reference"),
                row.getInt("number"), Status.valueOf(row.getString("status")), row.getObject("plan_year", Integer.class),
                Sql.instant(row, "started_at"), Sql.instant(row, "changed_at"), Sql.instant(row, "expires_at"),
                Sql.instantOrNull(row, "signed_at"));
    }

    void insert(ApplicationId id, ConsumerId consumer, int number, Actor by) {
        Instant now = clock.instant();
        jdbc.sql(
                        """
                        INSERT INTO application.application
                            (id, consumer, number, status, started_at, started_by, changed_at, expires_at)
                        VALUES (:id, :consumer, :number, 'DRAFT', :now, :by, :now, :expires)
                        """)
                .param("id", id.value())
                .param("consumer", consumer.value())
                .param("number", number)
                .param("now", Sql.time(now))
                .param("by", by.name())
                .param("expires", Sql.time(now.plus(kept())))
                .update();
    }

    /** A draft ends when nobody goes on with it for so long. */
    Duration kept() {
        return Duration.ofDays(policy.inForce("application.draft-days").number());
    }

    /** A change puts off the end; answers the new end. */
    Instant touch(ApplicationId id) {
        Instant now = clock.instant();
        Instant expires = now.plus(kept());
        jdbc.sql(
                        "UPDATE application.application SET changed_at = :now, expires_at = :expires, warned = 0"
                                + " WHERE id = :id AND status = 'DRAFT'")
                .param("now", Sql.time(now))
                .param("expires", Sql.time(expires))
                .param("id", id.value())
                .update();
        return expires;
    }

    /** The present answers, in the order in which each page was answered first. */
    Map<Spot, Answered> answers(ApplicationId id) {
        record Found(String question, String subject, Answered answer) {}
        List<Found> found =
                jdbc.sql(
                                "SELECT * FROM (SELECT DISTINCT ON (subject, question) subject, question, version, at, by_name,"
                                        + " by_hat, " + Sql.pairsOf("content") + " AS content,"
                                        + " min(at) OVER (PARTITION BY subject, question) AS first_at"
                                        + " FROM application.answer WHERE application = :id"
                                        + " ORDER BY subject, question, version DESC) latest ORDER BY first_at, question, subject")
                        .param("id", id.value())
                        .query(
                                (row, number) ->
                                        new Found(row.getString("question"), row.getString("subject"), answered(row)))
                        .list();
        Map<Spot, Answered> answers = new LinkedHashMap<>();
        // A question that was taken off the form is read no more.
        found.forEach(
                one -> Question.named(one.question()).ifPresent(asked -> answers.put(new Spot(asked, one.subject()), one.answer())));
        return answers;
    }

    /**
     * Whether anybody else ever said that somebody's number is given. Who saved such an answer may have typed the number
     * or left it as it was, so that the last one alone tells nothing.
     */
    boolean isGivenByAnother(ApplicationId id, String person, Actor actor) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT 1 FROM application.answer
                                        WHERE application = :id AND question = 'SSN' AND subject = :person
                                          AND content ->> 'given' IS NOT NULL AND by_account IS DISTINCT FROM :account)
                        """)
                .param("id", id.value())
                .param("person", person)
                .param("account", actor.account())
                .query(Boolean.class)
                .single();
    }

    static Answered answered(ResultSet row) throws SQLException {
        String hat = row.getString("by_hat");
        return new Answered(
                Sql.map(Sql.texts(row, "content")), row.getInt("version"), Sql.instant(row, "at"), row.getString("by_name"),
                hat == null ? null : Hat.valueOf(hat));
    }

    /** False when somebody else's answer has this version already. */
    boolean add(ApplicationId id, Spot spot, int version, Map<String, String> content, Hand by) {
        Actor actor = by.actor();
        return jdbc.sql(
                                """
                                INSERT INTO application.answer (application, subject, question, version, content, at, by_account,
                                                                by_name, by_hat, authorization_number)
                                VALUES (:id, :subject, :question, :version, jsonb_object(:content::text[]), :now, :account,
                                        :name, :hat, :number)
                                ON CONFLICT DO NOTHING
                                """)
                        .param("id", id.value())
                        .param("subject", spot.subject())
                        .param("question", spot.question().name())
                        .param("version", version)
                        .param("content", Sql.pairs(content))
                        .param("now", Sql.time(clock.instant()))
                        .param("account", actor.account())
                        .param("name", actor.name())
                        .param("hat", actor.hat() == null ? null : actor.hat().name())
                        .param("number", by instanceof Hand.OnBehalf on ? on.acting().number() : null)
                        .update()
                == 1;
    }
}
