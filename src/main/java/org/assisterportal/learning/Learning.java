package org.assisterportal.learning;

import java.util.Optional;
import java.util.UUID;
import org.assisterportal.shared.Actor;

/**
 * What a learner does in the Learning Center; always for the actor's own person, whose newest submitted roster entry
 * must be active with a Training ID. For anybody else the courses don't exist ({@code NotFound}).
 */
public interface Learning {

    /** The courses in the order to take them; the one answer that tells why they are closed. */
    LearningPath path(Actor by);

    /** Opens a lesson, which is kept. */
    LessonView open(Actor by, String course, String lesson);

    /** Keeps the answer to a lesson's check, right or wrong; the last lesson's answer completes the training. */
    LessonView answer(Actor by, String course, String lesson, int option);

    /** Resumes the open attempt or draws a new one. */
    AttemptStart start(Actor by, String course);

    /** The attempt while it is open; empty once it is graded and has a result instead. */
    Optional<AttemptView> attempt(Actor by, UUID attempt);

    /**
     * Keeps one answer and the flag.
     *
     * @param option from 0; negative keeps the answer that is there
     * @return false when the attempt is graded already and nothing was kept
     */
    boolean keep(Actor by, UUID attempt, int position, int option, boolean flagged);

    /** Grades the attempt once; whoever submits it again gets the same result. */
    AttemptResult submit(Actor by, UUID attempt);

    /** A graded attempt's result; {@code NotFound} while it is open. */
    AttemptResult result(Actor by, UUID attempt);

    /** Whether the learner may begin. */
    sealed interface AttemptStart {
        record Started(UUID attempt) implements AttemptStart {}

        /** The assessment opens when all lessons are done. */
        record TrainingOpen(int lessonsLeft) implements AttemptStart {}
    }
}
