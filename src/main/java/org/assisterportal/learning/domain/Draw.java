package org.assisterportal.learning.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import org.assisterportal.learning.domain.Course.Assessment;
import org.assisterportal.learning.domain.Course.BankQuestion;

/** Draws an attempt's questions from the bank, topic by topic, and shuffles them and their options. */
final class Draw {
    private Draw() {}

    /**
     * A question as it is shown.
     *
     * @param right the place of the right option, from 0; never leaves the server before grading
     */
    record Drawn(BankQuestion question, List<String> options, int right) {}

    /** As many questions as asked for: each topic its share, the rest from whatever is left. */
    static List<Drawn> from(Assessment assessment, int count, RandomGenerator random) {
        List<BankQuestion> taken = new ArrayList<>();
        List<BankQuestion> left = new ArrayList<>();
        for (Course.Topic topic : assessment.topics()) {
            List<BankQuestion> ofTopic = shuffled(
                    assessment.bank().stream().filter(question -> question.topic().equals(topic.code())).toList(),
                    random);
            int share = Math.min(ofTopic.size(), topic.draw() * count / assessment.questions());
            taken.addAll(ofTopic.subList(0, share));
            left.addAll(ofTopic.subList(share, ofTopic.size()));
        }
        taken.addAll(shuffled(left, random).subList(0, Math.min(left.size(), count - taken.size())));
        return shuffled(taken, random).stream().map(question -> show(question, random)).toList();
    }

    private static Drawn show(BankQuestion question, RandomGenerator random) {
        List<String> options = new ArrayList<>(question.wrong());
        options.add(question.right());
        List<String> shown = shuffled(options, random);
        return new Drawn(question, shown, shown.indexOf(question.right()));
    }

    private static <T> List<T> shuffled(List<T> list, RandomGenerator random) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }
}
