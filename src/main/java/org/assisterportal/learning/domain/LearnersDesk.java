package org.assisterportal.learning.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.learning.AttemptResult;
import org.assisterportal.learning.AttemptView;
import org.assisterportal.learning.Learning;
import org.assisterportal.learning.LearningPath;
import org.assisterportal.learning.LearningPath.CourseOnPath;
import org.assisterportal.learning.LearningPath.LessonOnPath;
import org.assisterportal.learning.LessonView;
import org.assisterportal.learning.domain.AttemptTable.Attempt;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.NotFound;
import org.assisterportal.shared.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Guards every use of the courses, then passes it on. */
@Component
class LearnersDesk implements Learning {
    private final Learners learners;
    private final Catalog catalog;
    private final LessonTable lessons;
    private final AttemptTable attempts;
    private final Training training;
    private final Assessing assessing;
    private final AuditLog audit;

    LearnersDesk(
            Learners learners,
            Catalog catalog,
            LessonTable lessons,
            AttemptTable attempts,
            Training training,
            Assessing assessing,
            AuditLog audit) {
        this.learners = learners;
        this.catalog = catalog;
        this.lessons = lessons;
        this.attempts = attempts;
        this.training = training;
        this.assessing = assessing;
        this.audit = audit;
    }

    @Override
    @Transactional
    public LearningPath path(Actor by) {
        PersonId person = learners.personOf(by);
        AuditLine line = AuditLine.of(by, "learning.path-shown").about(person.value()).showing(List.of(person.value()));
        if (learners.open(person).isEmpty()) {
            audit.recordRefusal(line.refused("not-active"));
            return new LearningPath.Closed("learning.closed.not-active");
        }
        audit.record(line);
        return pathOf(person);
    }

    LearningPath.Open pathOf(PersonId person) {
        Map<String, Map<String, LessonTable.Done>> done = lessons.of(person);
        List<String> trained = lessons.coursesDone(person);
        List<Attempt> own = attempts.of(person);
        return new LearningPath.Open(
                catalog.path().stream()
                        .map(course -> onPath(course, done.getOrDefault(course.code(), Map.of()), trained, own))
                        .toList());
    }

    private static CourseOnPath onPath(
            Course course, Map<String, LessonTable.Done> done, List<String> trained, List<Attempt> own) {
        List<LessonOnPath> lessons =
                course.lessons().stream()
                        .map(lesson ->
                                new LessonOnPath(
                                        lesson.slug(),
                                        lesson.title(),
                                        lesson.minutes(),
                                        done.containsKey(lesson.slug()),
                                        Assessing.isDone(done, lesson)))
                        .toList();
        List<LessonOnPath> left = lessons.stream().filter(lesson -> !lesson.done()).toList();
        List<Attempt> attempts = own.stream().filter(attempt -> attempt.course().equals(course.code())).toList();
        List<Attempt> graded = attempts.stream().filter(attempt -> attempt.gradedAt() != null).toList();
        return new CourseOnPath(
                course.code(),
                course.title(),
                course.summary(),
                course.minutes(),
                left.stream().mapToInt(LessonOnPath::minutes).sum(),
                course.requiredFor() == Course.RequiredFor.PORTAL,
                lessons,
                left.isEmpty() ? null : left.getFirst(),
                trained.contains(course.code()),
                attempts.stream().filter(attempt -> attempt.gradedAt() == null).map(Attempt::id).findFirst().orElse(null),
                graded.isEmpty() ? null : graded.getFirst().id(),
                graded.stream().filter(Attempt::passed).map(Attempt::gradedAt).findFirst().orElse(null));
    }

    @Override
    @Transactional
    public LessonView open(Actor by, String course, String lesson) {
        return asLearner(by, "learning.lesson-shown", person -> training.open(by, person, course, lesson));
    }

    @Override
    @Transactional
    public LessonView answer(Actor by, String course, String lesson, int option) {
        return asLearner(by, "learning.check-answered", person -> training.answer(by, person, course, lesson, option));
    }

    @Override
    @Transactional
    public AttemptStart start(Actor by, String course) {
        return asLearner(by, "learning.assessment-started", person -> assessing.start(by, person, course));
    }

    @Override
    @Transactional
    public Optional<AttemptView> attempt(Actor by, UUID attempt) {
        return asLearner(
                by, "learning.question-shown",
                person -> {
                    Optional<AttemptView> open = assessing.attempt(person, attempt);
                    open.ifPresent(shown -> audit.record(line(by, "learning.question-shown", person, attempt)));
                    return open;
                });
    }

    @Override
    @Transactional
    public boolean keep(Actor by, UUID attempt, int position, int option, boolean flagged) {
        return asLearner(
                by, "learning.answer-kept",
                person -> {
                    boolean kept = assessing.keep(person, attempt, position, option, flagged);
                    AuditLine line = line(by, "learning.answer-kept", person, attempt).with("position", position);
                    if (kept) {
                        audit.record(line);
                    } else {
                        audit.recordRefusal(line.refused("graded"));
                    }
                    return kept;
                });
    }

    @Override
    @Transactional
    public AttemptResult submit(Actor by, UUID attempt) {
        return asLearner(by, "learning.assessment-graded", person -> assessing.submit(by, person, attempt));
    }

    @Override
    @Transactional
    public AttemptResult result(Actor by, UUID attempt) {
        return asLearner(
                by, "learning.result-shown",
                person -> {
                    AttemptResult result = assessing.result(person, attempt);
                    audit.record(line(by, "learning.result-shown", person, attempt));
                    return result;
                });
    }

    /** Does it for the person if the courses are open to them; what isn't theirs leaves a line and isn't found. */
    private <T> T asLearner(Actor by, String act, Function<PersonId, T> use) {
        PersonId person = learners.personOf(by);
        AuditLine line = AuditLine.of(by, act).about(person.value());
        if (learners.open(person).isEmpty()) {
            audit.recordRefusal(line.refused("not-active"));
            throw new NotFound();
        }
        try {
            return use.apply(person);
        } catch (NotFound missing) {
            audit.recordRefusal(line.refused("not-found"));
            throw missing;
        }
    }

    private static AuditLine line(Actor by, String act, PersonId person, UUID attempt) {
        return AuditLine.of(by, act).about(person.value()).showing(List.of(person.value())).with("attempt", attempt);
    }
}
