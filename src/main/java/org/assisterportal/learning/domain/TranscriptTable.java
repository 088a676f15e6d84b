package org.assisterportal.learning.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assisterportal.learning.Transcript;
import org.assisterportal.learning.Transcript.CourseRecord;
import org.assisterportal.learning.Transcripts;
import org.assisterportal.shared.PersonId;
import org.assisterportal.shared.Sql;
import org.jspecify.annotations.Nullable;
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

    /** A course as far as the rows have told. */
    private static final class Told {
        private long lessons;
        private @Nullable Instant trained;
        private final List<Instant> passes = new ArrayList<>();
        private int attempts;
        private int points;
        private int outOf;

        void attempt(Instant graded, boolean passed, int got, int of) {
            attempts++;
            if (passed) {
                passes.add(graded);
            }
            // The best by its share, compared without rounding; of equals the earliest.
            if (attempts == 1 || (long) got * outOf > (long) points * of) {
                points = got;
                outOf = of;
            }
        }

        CourseRecord record(int ofLessons) {
            return new CourseRecord(
                    trained == null ? (int) lessons : ofLessons, ofLessons, trained, passes, attempts, points, outOf);
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Map<PersonId, Transcript> of(Collection<PersonId> people) {
        Map<PersonId, Map<String, Told>> told = new HashMap<>();
        people.forEach(person -> told.put(person, new HashMap<>()));
        if (!people.isEmpty()) {
            jdbc.sql(
                            """
                            SELECT 'TRAINED' AS kind, person, course, at, NULL::text AS lesson, NULL::boolean AS passed,
                                   NULL::int AS points, NULL::int AS out_of
                              FROM learning.training_done WHERE person = ANY(:ids::uuid[])
                            UNION ALL
                            SELECT 'GRADED', person, course, graded_at, NULL, passed, points, out_of
                              FROM learning.attempt WHERE person = ANY(:ids::uuid[]) AND graded_at IS NOT NULL
                            UNION ALL
                            SELECT 'LESSON', person, course, answered_at, lesson, NULL, NULL, NULL
                              FROM learning.lesson l WHERE person = ANY(:ids::uuid[]) AND answered_at IS NOT NULL
                               AND NOT EXISTS (SELECT 1 FROM learning.training_done t
                                                WHERE t.person = l.person AND t.course = l.course)
                            ORDER BY 4
                            """)
                    .param("ids", Sql.ids(people))
                    .query((row, number) -> tell(row, told))
                    .list();
        }
        Map<PersonId, Transcript> transcripts = new HashMap<>();
        told.forEach((person, courses) -> transcripts.put(person, new Transcript(person, records(courses))));
        return transcripts;
    }

    private boolean tell(ResultSet row, Map<PersonId, Map<String, Told>> all) throws SQLException {
        String code = row.getString("course");
        Told told =
                all.computeIfAbsent(new PersonId(Sql.uuid(row, "person")), person -> new HashMap<>())
                        .computeIfAbsent(code, course -> new Told());
        Instant at = Sql.instant(row, "at");
        switch (row.getString("kind")) {
            case "TRAINED" -> told.trained = at;
            case "GRADED" -> told.attempt(at, row.getBoolean("passed"), row.getInt("points"), row.getInt("out_of"));
            default -> told.lessons += isLesson(code, row.getString("lesson")) ? 1 : 0;
        }
        return true;
    }

    private boolean isLesson(String course, String slug) {
        return catalog.course(course).stream()
                .flatMap(known -> known.lessons().stream())
                .anyMatch(lesson -> lesson.slug().equals(slug));
    }

    /** A course never opened is there too, with its number of lessons. */
    private Map<String, CourseRecord> records(Map<String, Told> told) {
        Map<String, CourseRecord> records = new HashMap<>();
        told.forEach((code, course) -> records.put(code, course.record(lessons(code))));
        for (Course course : catalog.path()) {
            records.computeIfAbsent(course.code(), code -> new Told().record(course.lessons().size()));
        }
        return records;
    }

    private int lessons(String code) {
        return catalog.course(code).map(course -> course.lessons().size()).orElse(0);
    }

    @Override
    public String title(String course) {
        return catalog.course(course).map(Course::title).orElse(course);
    }
}
