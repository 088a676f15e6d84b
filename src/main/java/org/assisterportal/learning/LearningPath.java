package org.assisterportal.learning;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a learner finds first: the courses, or why they are closed. */
public sealed interface LearningPath {

    record Open(List<CourseOnPath> courses) implements LearningPath {
        public Open {
            courses = List.copyOf(courses);
        }
    }

    /** Why no course can be opened, as a message key. */
    record Closed(String reason) implements LearningPath {}

    /**
     * One course.
     *
     * @param minutesLeft about how long the open lessons take
     * @param next the lesson to go on with, null when all are done
     * @param openAttempt an assessment begun and not submitted
     * @param lastAttempt the newest graded one
     */
    record CourseOnPath(
            String code,
            String title,
            String summary,
            int minutes,
            int minutesLeft,
            boolean forPortal,
            List<LessonOnPath> lessons,
            @Nullable LessonOnPath next,
            boolean trainingDone,
            @Nullable UUID openAttempt,
            @Nullable UUID lastAttempt,
            @Nullable Instant passedAt) {
        public CourseOnPath {
            lessons = List.copyOf(lessons);
        }

        public long lessonsDone() {
            return lessons.stream().filter(LessonOnPath::done).count();
        }
    }

    record LessonOnPath(String slug, String title, int minutes, boolean opened, boolean done) {}
}
