package org.assisterportal.learning.domain;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assisterportal.shared.PersonId;
import org.assisterportal.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which lessons a person opened and what they answered. */
@Component
class LessonTable {
    private final JdbcClient jdbc;

    LessonTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One lesson's row; the answer is null until it was given. */
    record Done(String course, String lesson, @Nullable Integer answer) {}

    /** Rows by course and slug. */
    @Transactional(propagation = Propagation.MANDATORY)
    Map<String, Map<String, Done>> of(PersonId person) {
        Map<String, Map<String, Done>> found = new HashMap<>();
        List<Done> rows =
                jdbc.sql("SELECT course, lesson, answer FROM learning.lesson WHERE person = :person")
                        .param("person", person.value())
                        .query(
                                (row, number) ->
                                        new Done(
                                                row.getString("course"),
                                                row.getString("lesson"),
                                                row.getObject("answer", Integer.class)))
                        .list();
        rows.forEach(row -> found.computeIfAbsent(row.course(), code -> new HashMap<>()).put(row.lesson(), row));
        return found;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void opened(PersonId person, String course, String lesson, Instant now) {
        jdbc.sql(
                        "INSERT INTO learning.lesson (person, course, lesson, opened_at)"
                                + " VALUES (:person, :course, :lesson, :now) ON CONFLICT DO NOTHING")
                .param("person", person.value())
                .param("course", course)
                .param("lesson", lesson)
                .param("now", Sql.time(now))
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void answered(PersonId person, String course, String lesson, int option, Instant now) {
        jdbc.sql(
                        "UPDATE learning.lesson SET answer = :option, answered_at = coalesce(answered_at, :now)"
                                + " WHERE person = :person AND course = :course AND lesson = :lesson")
                .param("person", person.value())
                .param("course", course)
                .param("lesson", lesson)
                .param("option", option)
                .param("now", Sql.time(now))
                .update();
    }

    /** Keeps that the training is done if all these lessons are; true only for the one call that did it. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean completed(PersonId person, Course course, Instant now) {
        return jdbc.sql(
                                "INSERT INTO learning.training_done (person, course, at)"
                                        + " SELECT :person, :course, :now WHERE :lessons = (SELECT count(*)"
                                        + " FROM learning.lesson WHERE person = :person AND course = :course"
                                        + " AND answered_at IS NOT NULL AND lesson = ANY(:slugs::text[]))"
                                        + " ON CONFLICT DO NOTHING")
                        .param("person", person.value())
                        .param("course", course.code())
                        .param("now", Sql.time(now))
                        .param("lessons", (long) course.lessons().size())
                        .param("slugs", Sql.texts(course.lessons().stream().map(Course.Lesson::slug).toList()))
                        .update()
                > 0;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    List<String> coursesDone(PersonId person) {
        return jdbc.sql("SELECT course FROM learning.training_done WHERE person = :person")
                .param("person", person.value())
                .query(String.class)
                .list();
    }
}
