package org.assisterportal.learning;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A graded attempt.
 *
 * @param needed the fewest points that passed
 * @param reread the lessons behind the missed questions, each once
 */
public record AttemptResult(
        UUID attempt,
        String course,
        String courseTitle,
        boolean passed,
        int points,
        int outOf,
        int needed,
        int passMarkPercent,
        Instant gradedAt,
        List<LessonToReread> reread) {

    public AttemptResult {
        reread = List.copyOf(reread);
    }

    public record LessonToReread(String slug, String title, long missed) {}
}
