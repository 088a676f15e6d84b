package org.assisterportal.learning.domain;

import java.util.List;
import java.util.Optional;

/** A course as its files have it; shown to everybody alike, so it holds nothing personal. */
record Course(
        String code,
        String title,
        String summary,
        int minutes,
        RequiredFor requiredFor,
        List<Lesson> lessons,
        Assessment assessment) {

    Course {
        lessons = List.copyOf(lessons);
    }

    enum RequiredFor {
        PORTAL,
        CERTIFICATION
    }

    Optional<Lesson> lesson(String slug) {
        return lessons.stream().filter(lesson -> lesson.slug().equals(slug)).findFirst();
    }

    /**
     * One lesson.
     *
     * @param html its text, rendered once; raw HTML in it is escaped
     */
    record Lesson(String slug, String title, String objective, int minutes, Check check, String html) {}

    /** The question at a lesson's end. */
    record Check(String question, List<Option> options) {
        Check {
            options = List.copyOf(options);
        }
    }

    record Option(String text, boolean correct, String because) {}

    record Assessment(int questions, List<Topic> topics, List<BankQuestion> bank) {
        Assessment {
            topics = List.copyOf(topics);
            bank = List.copyOf(bank);
        }
    }

    record Topic(String code, String title, int draw) {}

    record BankQuestion(
            String id, String topic, String lesson, String question, String right, List<String> wrong, String because) {
        BankQuestion {
            wrong = List.copyOf(wrong);
        }
    }
}
