package org.assisterportal.learning.domain;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assisterportal.learning.Transcript;
import org.assisterportal.learning.Transcript.CourseRecord;
import org.assisterportal.learning.Transcripts;
import org.assisterportal.shared.PersonId;
import org.assisterportal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everybody's transcripts by one statement. */
@Component
class TranscriptTable implements Transcripts {
    private final JdbcClient jdbc;
    private final Catalog catalog;

    TranscriptTable(JdbcClient jdbc, Catalog catalog) {
        this.jdbc = jdbc;
        this.catalog = catalog;
    }

    private record Row(PersonId person, String course, CourseRecord record) {}

    @Override
    @Transactional(readOnly = true)
    public Map<PersonId, Transcript> of(Collection<PersonId> people) {
        Map<PersonId, Map<String, CourseRecord>> found = new HashMap<>();
        people.forEach(person -> found.put(person, new HashMap<>()));
        if (!people.isEmpty()) {
            jdbc.sql(
                            """
                            WITH lessons AS (
                                SELECT person, course, array_agg(lesson) AS done FROM learning.lesson
                                WHERE person = ANY(:ids::uuid[]) AND answered_at IS NOT NULL GROUP BY person, course
                            ), trained AS (
                                SELECT person, course, at FROM learning.training_done WHERE person = ANY(:ids::uuid[])
                            ), best AS (
                                SELECT person, course, count(*) AS attempts,
                                    array_agg(graded_at ORDER BY graded_at) FILTER (WHERE passed) AS passes,
                                    (array_agg(points ORDER BY points::numeric / out_of DESC, graded_at))[1] AS points,
                                    (array_agg(out_of ORDER BY points::numeric / out_of DESC, graded_at))[1] AS out_of
                                FROM learning.attempt WHERE person = ANY(:ids::uuid[]) AND graded_at IS NOT NULL
                                GROUP BY person, course
                            )
                            SELECT person, course, done, at, coalesce(attempts, 0) AS attempts, passes,
                                coalesce(points, 0) AS points, coalesce(out_of, 0) AS out_of
                            FROM lessons FULL JOIN trained USING (person, course) FULL JOIN best USING (person, course)
                            """)
                    .param("ids", Sql.ids(people))
                    .query(this::row)
                    .list()
                    .forEach(row -> found.getOrDefault(row.person(), new HashMap<>()).put(row.course(), row.record()));
        }
        Map<PersonId, Transcript> transcripts = new HashMap<>();
        found.forEach((person, courses) -> transcripts.put(person, new Transcript(person, withAll(courses))));
        return transcripts;
    }

    /** A course never opened is there too, with its number of lessons. */
    private Map<String, CourseRecord> withAll(Map<String, CourseRecord> courses) {
        for (Course course : catalog.path()) {
            courses.computeIfAbsent(
                    course.code(), code -> new CourseRecord(0, course.lessons().size(), null, List.of(), 0, 0, 0));
        }
        return courses;
    }

    @Override
    public String title(String course) {
        return catalog.course(course).map(Course::title).orElse(course);
    }

    private Row row(ResultSet row, int number) throws SQLException {
        String code = row.getString("course");
        List<String> slugs =
                catalog.course(code).map(course -> course.lessons().stream().map(Course.Lesson::slug).toList())
                        .orElse(List.of());
        long done = Sql.texts(row, "done").stream().filter(slugs::contains).count();
        return new Row(
                new PersonId(Sql.uuid(row, "person")),
                code,
                new CourseRecord(
                        (int) done,
                        slugs.size(),
                        Sql.instantOrNull(row, "at"),
                        times(row.getArray("passes")),
                        row.getInt("attempts"),
                        row.getInt("points"),
                        row.getInt("out_of")));
    }

    private static List<Instant> times(Array array) throws SQLException {
        return array == null
                ? List.of()
                : Arrays.stream((Timestamp[]) array.getArray()).map(Timestamp::toInstant).toList();
    }
}
