package org.assisterportal.learning.domain;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.learning.LearningProgressed;
import org.assisterportal.learning.LessonView;
import org.assisterportal.learning.LessonView.CheckOption;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.NotFound;
import org.assisterportal.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lessons opened and checks answered; the person is known to be a learner. */
@Component
class Training {
    private final Catalog catalog;
    private final LessonTable lessons;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Training(
            Catalog catalog, LessonTable lessons, AuditLog audit, ApplicationEventPublisher events, Clock clock) {
        this.catalog = catalog;
        this.lessons = lessons;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    LessonView open(Actor by, PersonId person, String code, String slug) {
        Course course = catalog.course(code).orElseThrow(NotFound::new);
        Course.Lesson lesson = course.lesson(slug).orElseThrow(NotFound::new);
        LessonTable.Done before = lessons.of(person).getOrDefault(code, Map.of()).get(slug);
        if (before == null) {
            lessons.opened(person, code, slug, clock.instant());
        }
        String act = before == null ? "learning.lesson-opened" : "learning.lesson-shown";
        audit.record(line(by, act, person, course, lesson));
        return view(course, lesson, before == null ? null : before.answer());
    }

    @Transactional
    LessonView answer(Actor by, PersonId person, String code, String slug, int option) {
        Course course = catalog.course(code).orElseThrow(NotFound::new);
        Course.Lesson lesson = course.lesson(slug).orElseThrow(NotFound::new);
        Objects.checkIndex(option, lesson.check().options().size());
        lessons.opened(person, code, slug, clock.instant());
        lessons.answered(person, code, slug, option, clock.instant());
        audit.record(line(by, "learning.check-answered", person, course, lesson));
        if (lessons.completed(person, course, clock.instant())) {
            audit.record(AuditLine.of(by, "learning.training-done").about(person.value()).with("course", code));
            events.publishEvent(new LearningProgressed(person, code, false, clock.instant()));
        }
        return view(course, lesson, option);
    }

    private static AuditLine line(Actor by, String act, PersonId person, Course course, Course.Lesson lesson) {
        return AuditLine.of(by, act).about(person.value()).with("course", course.code()).with("lesson", lesson.slug());
    }

    private static LessonView view(Course course, Course.Lesson lesson, @Nullable Integer answer) {
        List<Course.Lesson> all = course.lessons();
        int index = all.indexOf(lesson);
        boolean explained = answer != null;
        return new LessonView(
                course.code(),
                course.title(),
                lesson.slug(),
                lesson.title(),
                lesson.objective(),
                lesson.minutes(),
                lesson.html(),
                index + 1,
                all.size(),
                lesson.check().question(),
                lesson.check().options().stream()
                        .map(
                                option ->
                                        new CheckOption(
                                                option.text(),
                                                explained && option.correct(),
                                                explained ? option.because() : ""))
                        .toList(),
                answer,
                index == 0 ? null : all.get(index - 1).slug(),
                index == all.size() - 1 ? null : all.get(index + 1).slug());
    }
}
