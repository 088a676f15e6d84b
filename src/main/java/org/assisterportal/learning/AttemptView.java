package org.assisterportal.learning;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An open attempt at an assessment; holds no key. */
public record AttemptView(
        UUID id, String course, String courseTitle, Instant startedAt, List<AskedQuestion> questions) {

    public AttemptView {
        questions = List.copyOf(questions);
    }

    public long answered() {
        return questions.stream().filter(question -> question.chosen() != null).count();
    }

    public List<Integer> unanswered() {
        return questions.stream().filter(question -> question.chosen() == null).map(AskedQuestion::position).toList();
    }

    /** The positions flagged for later. */
    public List<Integer> flagged() {
        return questions.stream().filter(AskedQuestion::flagged).map(AskedQuestion::position).toList();
    }

    /**
     * One question.
     *
     * @param position from 1
     * @param chosen the kept answer from 0, null while unanswered
     */
    public record AskedQuestion(
            int position, String words, List<String> options, @Nullable Integer chosen, boolean flagged) {
        public AskedQuestion {
            options = List.copyOf(options);
        }
    }
}
