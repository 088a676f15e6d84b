package org.assisterportal.document.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.document.Documents.Standing;
import org.assisterportal.document.ProofId;
import org.assisterportal.document.ProofKind;
import org.assisterportal.document.ProofRequest.Decision;
import org.assisterportal.document.ProofRequest.Reason;
import org.assisterportal.document.ProofRequest.State;
import org.assisterportal.document.ProofRequest;
import org.assisterportal.document.StoredFile;
import org.assisterportal.shared.Minnesota;
import org.assisterportal.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Requests as rows, each with its newest decision. */
@Component
class ProofTable {
    static final String ROW =
            """
            SELECT r.id, r.consumer, r.application, r.person, r.person_name, r.kind, r.plan_year, r.happened_on, r.state, r.version, r.asked_at, r.due,
                   r.sent_at, e.from_due, d.at AS decided_at, d.reason, d.note, d.officer_name
              FROM document.request r
              LEFT JOIN document.extension e ON e.request = r.id
              LEFT JOIN LATERAL (SELECT at, reason, note, officer_name FROM document.review WHERE request = r.id
                                  ORDER BY at DESC LIMIT 1) d ON true
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ProofTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What was asked for before. */
    record Known(ProofId id, String person, ProofKind kind, @Nullable Integer planYear, String fact, State state, LocalDate due) {
        boolean isOpen() {
            return state.isOpen();
        }

        /** Whether it asks, or was accepted, for the same of the same person. */
        boolean answers(ProofRules.Proof proof, String said) {
            return isAbout(proof) && fact.equals(said) && state != State.NOT_NEEDED;
        }

        /** Whether it asks for the same, whatever was said. */
        boolean isAbout(ProofRules.Proof proof) {
            return person.equals(proof.person()) && kind == proof.kind() && Objects.equals(planYear, proof.planYear());
        }
    }

    List<Known> known(ConsumerId consumer) {
        return jdbc.sql("SELECT id, person, kind, plan_year, fact, state, due FROM document.request WHERE consumer = :consumer ORDER BY asked_at DESC")
                .param("consumer", consumer.value())
                .query(
                        (row, number) ->
                                new Known(
                                        new ProofId(Sql.uuid(row, "id")), row.getString("person"),
                                        ProofKind.valueOf(row.getString("kind")), row.getObject("plan_year", Integer.class),
                                        row.getString("fact"),
                                        State.valueOf(row.getString("state")), Objects.requireNonNull(row.getObject("due", LocalDate.class))))
                .list();
    }

    /**
     * Something to be proved about a person.
     *
     * @param planYear whose coverage it is about; null where the year doesn't matter
     * @param happened of an event; null for what an application says
     * @param reminded how many reminders aren't mailed any more, as their days are over
     */
    record Wanted(
            ConsumerId consumer, ApplicationId application, String person, String name, ProofKind kind, @Nullable Integer planYear,
            @Nullable LocalDate happened, String fact, LocalDate due, int reminded) {}

    ProofId ask(Wanted wanted, Instant at) {
        ProofId id = new ProofId(UUID.randomUUID());
        jdbc.sql(
                        """
                        INSERT INTO document.request (id, consumer, application, person, person_name, kind, plan_year, happened_on, fact, state,
                                                      asked_at, due, reminded)
                        VALUES (:id, :consumer, :application, :person, :name, :kind, :year, :happened, :fact, 'ASKED', :at, :due, :reminded)
                        """)
                .param("id", id.value())
                .param("consumer", wanted.consumer().value())
                .param("application", wanted.application().value())
                .param("person", wanted.person())
                .param("name", wanted.name())
                .param("kind", wanted.kind().name())
                .param("year", wanted.planYear())
                .param("happened", wanted.happened())
                .param("fact", wanted.fact())
                .param("at", Sql.time(at))
                .param("due", wanted.due())
                .param("reminded", wanted.reminded())
                .update();
        return id;
    }

    /** A later version says the same of these; each with its person's name there. */
    void carriedOver(Map<ProofId, String> names, ApplicationId to) {
        jdbc.sql(
                        """
                        UPDATE document.request r SET application = :to, person_name = same.name
                          FROM unnest(:ids::uuid[], :names::text[]) AS same (id, name) WHERE r.id = same.id
                        """)
                .param("to", to.value())
                .param("ids", Sql.ids(names.keySet().stream().map(ProofId::value).toList()))
                .param("names", Sql.texts(names.values()))
                .update();
    }

    /** A later version says something else while files wait: they stay, and are looked at beside what is said now. */
    void restated(ProofId id, ApplicationId to, String name, String fact, LocalDate due) {
        jdbc.sql(
                        """
                        UPDATE document.request SET application = :to, person_name = :name, fact = :fact, due = :due, reminded = 0,
                               overdue_at = NULL, version = version + 1
                         WHERE id = :id AND state = 'SENT'
                        """)
                .param("to", to.value())
                .param("name", name)
                .param("fact", fact)
                .param("due", due)
                .param("id", id.value())
                .update();
    }

    void notNeeded(ProofId id, Instant at) {
        jdbc.sql(
                        "UPDATE document.request SET state = 'NOT_NEEDED', closed_at = :at, sent_at = NULL, version = version + 1"
                                + " WHERE id = :id AND closed_at IS NULL")
                .param("at", Sql.time(at))
                .param("id", id.value())
                .update();
    }

    Standing standing(ConsumerId consumer) {
        return jdbc.sql(
                        """
                        SELECT count(*) FILTER (WHERE state <> 'SENT') AS to_do, min(due) FILTER (WHERE state <> 'SENT') AS due,
                               count(*) FILTER (WHERE state = 'SENT') AS sent, min(due) FILTER (WHERE state = 'NOT_ACCEPTED') AS again
                          FROM document.request WHERE consumer = :consumer AND closed_at IS NULL
                        """)
                .param("consumer", consumer.value())
                .query(
                        (row, number) -> {
                            @Nullable LocalDate due = row.getObject("due", LocalDate.class);
                            return new Standing(row.getInt("to_do"), due, due != null && over(due), row.getInt("sent"), row.getObject("again", LocalDate.class));
                        })
                .single();
    }

    List<ProofRequest> of(ConsumerId consumer) {
        return jdbc.sql(ROW + " WHERE r.consumer = :consumer ORDER BY r.closed_at DESC NULLS FIRST, r.due, r.asked_at, r.id LIMIT 200")
                .param("consumer", consumer.value())
                .query((row, number) -> row(row, List.of()))
                .list();
    }

    List<ProofRequest> toDo(ApplicationId signed) {
        return jdbc.sql(ROW + " WHERE r.application = :id AND r.happened_on IS NULL AND r.state IN ('ASKED', 'NOT_ACCEPTED') ORDER BY r.due, r.asked_at, r.id LIMIT 200")
                .param("id", signed.value())
                .query((row, number) -> row(row, List.of()))
                .list();
    }

    Optional<ProofRequest> find(ProofId id) {
        return jdbc.sql(ROW + " WHERE r.id = :id").param("id", id.value()).query((row, number) -> row(row, List.of())).optional();
    }

    /** How many files were kept for it, whoever may see them. */
    int files(ProofId id) {
        return jdbc.sql("SELECT files FROM document.request WHERE id = :id").param("id", id.value()).query(Integer.class).single();
    }

    /** So many files were sent, and wait since the oldest of them came. */
    void sent(ProofId id, int files, Instant at) {
        jdbc.sql(
                        """
                        UPDATE document.request SET state = 'SENT', sent_at = coalesce(sent_at, :at), files = files + :files,
                               waiting = waiting + :files, version = version + 1
                         WHERE id = :id AND closed_at IS NULL
                        """)
                .param("files", files)
                .param("at", Sql.time(at))
                .param("id", id.value())
                .update();
    }

    /** A file was taken back; where none is left that waits, it is to be sent again. */
    void takenBack(ProofId id) {
        jdbc.sql(
                        """
                        UPDATE document.request SET files = files - 1, waiting = waiting - 1, version = version + 1,
                               sent_at = CASE WHEN waiting > 1 THEN sent_at END,
                               state = CASE WHEN waiting > 1 THEN state
                                            WHEN EXISTS (SELECT 1 FROM document.review WHERE request = :id) THEN 'NOT_ACCEPTED'
                                            ELSE 'ASKED' END
                         WHERE id = :id AND state = 'SENT'
                        """)
                .param("id", id.value())
                .update();
    }

    ProofRequest row(ResultSet row, List<StoredFile> files) throws SQLException {
        State state = State.valueOf(row.getString("state"));
        LocalDate due = Objects.requireNonNull(row.getObject("due", LocalDate.class));
        return new ProofRequest(
                new ProofId(Sql.uuid(row, "id")), new ConsumerId(Sql.uuid(row, "consumer")),
                new ApplicationId(Sql.uuid(row, "application")), row.getString("person"), row.getString("person_name"),
                ProofKind.valueOf(row.getString("kind")), row.getObject("plan_year", Integer.class), row.getObject("happened_on", LocalDate.class), state, row.getInt("version"), Sql.instant(row, "asked_at"), due,
                state.isToDo() && over(due), row.getObject("from_due", LocalDate.class), decision(row), files);
    }

    private static @Nullable Decision decision(ResultSet row) throws SQLException {
        Instant at = Sql.instantOrNull(row, "decided_at");
        String reason = Sql.textOrNull(row, "reason");
        return at == null
                ? null
                : new Decision(at, reason == null ? null : Reason.valueOf(reason), row.getString("note"), row.getString("officer_name"));
    }

    /** The last day holds to its end. */
    private boolean over(LocalDate due) {
        return due.isBefore(Minnesota.today(clock));
    }
}
