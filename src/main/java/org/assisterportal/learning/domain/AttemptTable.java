package org.assisterportal.learning.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.shared.PersonId;
import org.assisterportal.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Attempts and their questions as drawn. */
@Component
class AttemptTable {
    private static final String ATTEMPT =
            "SELECT id, course, started_at, out_of, graded_at, points, pass_mark, passed FROM learning.attempt";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    AttemptTable(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** An attempt; the last four are set together by grading. */
    record Attempt(
            UUID id,
            String course,
            Instant startedAt,
            int outOf,
            @Nullable Instant gradedAt,
            int points,
            int passMark,
            boolean passed) {}

    /** A question with its key: stays inside this package. */
    record Kept(
            int position,
            String lesson,
            String words,
            List<String> options,
            int right,
            @Nullable Integer chosen,
            boolean flagged) {
        boolean correct() {
            return chosen != null && chosen == right;
        }
    }

    /** The person's attempts, newest first. */
    @Transactional(propagation = Propagation.MANDATORY)
    List<Attempt> of(PersonId person) {
        return jdbc.sql(ATTEMPT + " WHERE person = :person ORDER BY started_at DESC")
                .param("person", person.value())
                .query(AttemptTable::attempt)
                .list();
    }

    /** The person's own attempt, locked until the transaction ends so that one grading wins. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Attempt> lock(PersonId person, UUID id) {
        return jdbc.sql(ATTEMPT + " WHERE id = :id AND person = :person FOR UPDATE")
                .param("id", id)
                .param("person", person.value())
                .query(AttemptTable::attempt)
                .optional();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    List<Kept> questions(UUID attempt) {
        return jdbc.sql(
                        "SELECT position, lesson, words, options, right_option, chosen, flagged"
                                + " FROM learning.attempt_question WHERE attempt = :attempt ORDER BY position")
                .param("attempt", attempt)
                .query(
                        (row, number) ->
                                new Kept(
                                        row.getInt("position"),
                                        row.getString("lesson"),
                                        row.getString("words"),
                                        Sql.texts(row, "options"),
                                        row.getInt("right_option"),
                                        row.getObject("chosen", Integer.class),
                                        row.getBoolean("flagged")))
                .list();
    }

    /** The id of the open attempt: the new one's, or that of the one another tab has just begun. */
    @Transactional(propagation = Propagation.MANDATORY)
    UUID start(PersonId person, String course, List<Draw.Drawn> drawn, Instant now) {
        UUID id = UUID.randomUUID();
        int inserted =
                jdbc.sql(
                                "INSERT INTO learning.attempt (id, person, course, started_at, out_of)"
                                        + " VALUES (:id, :person, :course, :now, :outOf)"
                                        + " ON CONFLICT (person, course) WHERE graded_at IS NULL DO NOTHING")
                        .param("id", id)
                        .param("person", person.value())
                        .param("course", course)
                        .param("now", Sql.time(now))
                        .param("outOf", drawn.size())
                        .update();
        if (inserted == 0) {
            return jdbc.sql(
                            "SELECT id FROM learning.attempt"
                                    + " WHERE person = :person AND course = :course AND graded_at IS NULL")
                    .param("person", person.value())
                    .param("course", course)
                    .query(UUID.class)
                    .single();
        }
        int[] position = {0};
        template.batchUpdate(
                "INSERT INTO learning.attempt_question (attempt, position, question, lesson, words, options,"
                        + " right_option, because) VALUES (?, ?, ?, ?, ?, ?::text[], ?, ?)",
                drawn,
                100,
                (statement, question) -> {
                    statement.setObject(1, id);
                    statement.setInt(2, ++position[0]);
                    statement.setString(3, question.question().id());
                    statement.setString(4, question.question().lesson());
                    statement.setString(5, question.question().question());
                    statement.setObject(6, Sql.texts(question.options()));
                    statement.setInt(7, question.right());
                    statement.setString(8, question.question().because());
                });
        return id;
    }

    /** False when there is no such question or option. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean keep(UUID attempt, int position, int option, boolean flagged) {
        return jdbc.sql(
                                "UPDATE learning.attempt_question SET flagged = :flagged,"
                                        + " chosen = CASE WHEN :option < 0 THEN chosen ELSE :option END"
                                        + " WHERE attempt = :attempt AND position = :position"
                                        + " AND :option < cardinality(options)")
                        .param("attempt", attempt)
                        .param("position", position)
                        .param("option", option)
                        .param("flagged", flagged)
                        .update()
                == 1;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void grade(UUID attempt, int points, int passMark, boolean passed, Instant now) {
        jdbc.sql(
                        "UPDATE learning.attempt SET graded_at = :now, points = :points, pass_mark = :mark,"
                                + " passed = :passed WHERE id = :id AND graded_at IS NULL")
                .param("id", attempt)
                .param("points", points)
                .param("mark", passMark)
                .param("passed", passed)
                .param("now", Sql.time(now))
                .update();
    }

    private static Attempt attempt(ResultSet row, int number) throws SQLException {
        return new Attempt(
                Sql.uuid(row, "id"),
                row.getString("course"),
                Sql.instant(row, "started_at"),
                row.getInt("out_of"),
                Sql.instantOrNull(row, "graded_at"),
                row.getInt("points"),
                row.getInt("pass_mark"),
                row.getBoolean("passed"));
    }
}
