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
import org.assisterportal.shared.Facts;
import org.assisterportal.shared.PersonId;
import org.assisterportal.shared.Sql;
import org.jspecify.annotations.Nullable;

/** What people did in their courses, and the transcripts that come of it. */
class LearningFacts extends Facts<Map<PersonId, Transcript>> {
    private static final String SELECT =
            """
            SELECT 'TRAINED' AS learned, person AS learner, course, at AS learned_at, NULL::text AS lesson,
                   NULL::boolean AS passed, NULL::int AS points, NULL::int AS out_of
              FROM learning.training_done WHERE person = ANY(:people::uuid[])
            UNION ALL
            SELECT 'GRADED', person, course, graded_at, NULL, passed, points, out_of
              FROM learning.attempt WHERE person = ANY(:people::uuid[]) AND graded_at IS NOT NULL
            UNION ALL
            SELECT 'LESSON', person, course, answered_at, lesson, NULL, NULL, NULL
              FROM learning.lesson l WHERE person = ANY(:people::uuid[]) AND answered_at IS NOT NULL
               AND NOT EXISTS (SELECT 1 FROM learning.training_done t WHERE t.person = l.person AND t.course = l.course)
            """;

    private final Catalog catalog;
    private final Map<PersonId, Map<String, Told>> told = new HashMap<>();

    LearningFacts(Catalog catalog, Collection<PersonId> people) {
        super(SELECT, "learner", "learned_at");
        this.catalog = catalog;
        people.forEach(person -> told.put(person, new HashMap<>()));
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
    protected void read(ResultSet row) throws SQLException {
        String code = row.getString("course");
        Told course =
                told.computeIfAbsent(new PersonId(Sql.uuid(row, "learner")), person -> new HashMap<>())
                        .computeIfAbsent(code, any -> new Told());
        Instant at = Sql.instant(row, "learned_at");
        switch (row.getString("learned")) {
            case "TRAINED" -> course.trained = at;
            case "GRADED" -> course.attempt(at, row.getBoolean("passed"), row.getInt("points"), row.getInt("out_of"));
            default -> course.lessons += isLesson(code, row.getString("lesson")) ? 1 : 0;
        }
    }

    private boolean isLesson(String course, String slug) {
        return catalog.course(course).stream()
                .flatMap(known -> known.lessons().stream())
                .anyMatch(lesson -> lesson.slug().equals(slug));
    }

    @Override
    public Map<PersonId, Transcript> answer() {
        Map<PersonId, Transcript> transcripts = new HashMap<>();
        told.forEach((person, courses) -> transcripts.put(person, new Transcript(person, records(courses))));
        return transcripts;
    }

    /** A course never opened is there too, with its number of lessons. */
    private Map<String, CourseRecord> records(Map<String, Told> courses) {
        Map<String, CourseRecord> records = new HashMap<>();
        courses.forEach((code, course) -> records.put(code, course.record(lessons(code))));
        for (Course course : catalog.path()) {
            records.computeIfAbsent(course.code(), code -> new Told().record(course.lessons().size()));
        }
        return records;
    }

    private int lessons(String code) {
        return catalog.course(code).map(course -> course.lessons().size()).orElse(0);
    }
}
