package org.assisterportal.learning.domain;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.learning.AttemptResult;
import org.assisterportal.learning.AttemptResult.LessonToReread;
import org.assisterportal.learning.AttemptView;
import org.assisterportal.learning.AttemptView.AskedQuestion;
import org.assisterportal.learning.Learning.AttemptStart;
import org.assisterportal.learning.LearningProgressed;
import org.assisterportal.learning.domain.AttemptTable.Attempt;
import org.assisterportal.learning.domain.AttemptTable.Kept;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.NotFound;
import org.assisterportal.shared.PersonId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Attempts at assessments, from the draw to the grade; the person is known to be a learner. */
@Component
class Assessing {
    private final Catalog catalog;
    private final LessonTable lessons;
    private final AttemptTable attempts;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Assessing(
            Catalog catalog,
            LessonTable lessons,
            AttemptTable attempts,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.catalog = catalog;
        this.lessons = lessons;
        this.attempts = attempts;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    AttemptStart start(Actor by, PersonId person, String code) {
        Course course = catalog.course(code).orElseThrow(NotFound::new);
        if (!lessons.coursesDone(person).contains(code)) {
            Map<String, LessonTable.Done> done = lessons.of(person).getOrDefault(code, Map.of());
            long left = course.lessons().stream().filter(lesson -> !isDone(done, lesson)).count();
            audit.recordRefusal(line(by, "learning.assessment-started", person, code).refused("training-open"));
            return new AttemptStart.TrainingOpen((int) left);
        }
        for (Attempt attempt : attempts.of(person)) {
            if (attempt.course().equals(code) && attempt.gradedAt() == null) {
                return new AttemptStart.Started(attempt.id());
            }
        }
        List<Draw.Drawn> drawn = Draw.from(course.assessment(), catalog.questions(course), random);
        UUID id = attempts.start(person, code, drawn, clock.instant());
        audit.record(line(by, "learning.assessment-started", person, code).with("attempt", id));
        return new AttemptStart.Started(id);
    }

    static boolean isDone(Map<String, LessonTable.Done> done, Course.Lesson lesson) {
        LessonTable.Done row = done.get(lesson.slug());
        return row != null && row.answer() != null;
    }

    @Transactional
    Optional<AttemptView> attempt(PersonId person, UUID id) {
        Attempt attempt = attempts.lock(person, id).orElseThrow(NotFound::new);
        return attempt.gradedAt() == null ? Optional.of(view(attempt)) : Optional.empty();
    }

    /** Without the keys. */
    private AttemptView view(Attempt attempt) {
        return new AttemptView(
                attempt.id(),
                attempt.course(),
                title(attempt),
                attempt.startedAt(),
                attempts.questions(attempt.id()).stream()
                        .map(
                                kept ->
                                        new AskedQuestion(
                                                kept.position(),
                                                kept.words(),
                                                kept.options(),
                                                kept.chosen(),
                                                kept.flagged()))
                        .toList());
    }

    @Transactional
    boolean keep(PersonId person, UUID id, int position, int option, boolean flagged) {
        Attempt attempt = attempts.lock(person, id).orElseThrow(NotFound::new);
        if (attempt.gradedAt() != null) {
            return false;
        }
        if (!attempts.keep(id, position, option, flagged)) {
            throw new NotFound();
        }
        return true;
    }

    @Transactional
    AttemptResult submit(Actor by, PersonId person, UUID id) {
        Attempt attempt = attempts.lock(person, id).orElseThrow(NotFound::new);
        if (attempt.gradedAt() != null) {
            return result(attempt);
        }
        Course course = catalog.course(attempt.course()).orElseThrow(NotFound::new);
        int points = (int) attempts.questions(id).stream().filter(Kept::correct).count();
        PassMark mark = catalog.passMark(course);
        boolean passed = mark.reachedBy(points, attempt.outOf());
        Instant now = clock.instant();
        attempts.grade(id, points, mark.percent(), passed, now);
        audit.record(
                line(by, "learning.assessment-graded", person, course.code())
                        .with("attempt", id)
                        .with("points", points)
                        .with("of", attempt.outOf())
                        .with("mark", mark.percent())
                        .with("passed", passed));
        if (passed) {
            events.publishEvent(new LearningProgressed(person, course.code(), true, now));
        }
        return result(attempts.lock(person, id).orElseThrow(NotFound::new));
    }

    @Transactional
    AttemptResult result(PersonId person, UUID id) {
        return result(attempts.lock(person, id).orElseThrow(NotFound::new));
    }

    private AttemptResult result(Attempt attempt) {
        Instant gradedAt = attempt.gradedAt();
        if (gradedAt == null) {
            throw new NotFound();
        }
        Map<String, Long> missed =
                attempts.questions(attempt.id()).stream()
                        .filter(kept -> !kept.correct())
                        .collect(Collectors.groupingBy(Kept::lesson, LinkedHashMap::new, Collectors.counting()));
        List<LessonToReread> reread =
                catalog.course(attempt.course()).stream()
                        .flatMap(course -> course.lessons().stream())
                        .filter(lesson -> missed.containsKey(lesson.slug()))
                        .map(lesson ->
                                new LessonToReread(
                                        lesson.slug(), lesson.title(), missed.getOrDefault(lesson.slug(), 0L)))
                        .toList();
        return new AttemptResult(
                attempt.id(),
                attempt.course(),
                title(attempt),
                attempt.passed(),
                attempt.points(),
                attempt.outOf(),
                new PassMark(attempt.passMark()).neededOf(attempt.outOf()),
                attempt.passMark(),
                gradedAt,
                reread);
    }

    private String title(Attempt attempt) {
        return catalog.course(attempt.course()).map(Course::title).orElse(attempt.course());
    }

    private static AuditLine line(Actor by, String act, PersonId person, String course) {
        return AuditLine.of(by, act).about(person.value()).with("course", course);
    }
}
