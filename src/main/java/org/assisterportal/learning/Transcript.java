package org.assisterportal.learning;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assisterportal.shared.PersonId;
import org.jspecify.annotations.Nullable;

/** What a person has done in each course, by course code; a course never opened has a record of zeros. */
public record Transcript(PersonId person, Map<String, CourseRecord> courses) {

    public Transcript {
        courses = Map.copyOf(courses);
    }

    public CourseRecord course(String code) {
        return courses.getOrDefault(code, CourseRecord.NOTHING);
    }

    /**
     * One course.
     *
     * @param lessonsDone lessons opened whose check was answered; all of them once the training was done, whatever was added since
     * @param trainingDoneAt when the last lesson was done, null while some are open
     * @param passes when an assessment was passed, oldest first
     * @param bestPoints of {@code outOf}, over all graded attempts; 0 of 0 without one
     */
    public record CourseRecord(
            int lessonsDone,
            int lessons,
            @Nullable Instant trainingDoneAt,
            List<Instant> passes,
            int attempts,
            int bestPoints,
            int outOf) {

        static final CourseRecord NOTHING = new CourseRecord(0, 0, null, List.of(), 0, 0, 0);

        public CourseRecord {
            passes = List.copyOf(passes);
        }

        public @Nullable Instant passedAt() {
            return passes.isEmpty() ? null : passes.getFirst();
        }

        public @Nullable Instant lastPassedAt() {
            return passes.isEmpty() ? null : passes.getLast();
        }
    }
}
