package org.assisterportal.learning.domain;

import java.util.List;
import java.util.UUID;
import org.assisterportal.learning.DemoLearning;
import org.assisterportal.learning.Learning;
import org.assisterportal.learning.LearningPath;
import org.assisterportal.learning.LearningPath.CourseOnPath;
import org.assisterportal.shared.Actor;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Knows the keys of a made-up person's attempt, and answers through the same doors as everybody. */
@Component
@Profile("demo")
class DemoLearner implements DemoLearning {
    private final Learning learning;
    private final JdbcClient jdbc;

    DemoLearner(Learning learning, JdbcClient jdbc) {
        this.learning = learning;
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public void study(Actor learner, String course, int lessons) {
        course(learner, course).lessons().stream()
                .limit(lessons)
                .forEach(
                        lesson -> {
                            learning.open(learner, course, lesson.slug());
                            learning.answer(learner, course, lesson.slug(), 0);
                        });
    }

    @Override
    @Transactional
    public void takeAssessment(Actor learner, String course, int right) {
        study(learner, course, Integer.MAX_VALUE);
        if (learning.start(learner, course) instanceof Learning.AttemptStart.Started started) {
            UUID attempt = started.attempt();
            List<Integer> keys =
                    jdbc.sql("SELECT right_option FROM learning.attempt_question WHERE attempt = :attempt ORDER BY position")
                            .param("attempt", attempt)
                            .query(Integer.class)
                            .list();
            for (int i = 0; i < keys.size(); i++) {
                int option = i < right ? keys.get(i) : (keys.get(i) + 1) % 4;
                learning.keep(learner, attempt, i + 1, option, false);
            }
            learning.submit(learner, attempt);
        }
    }

    private CourseOnPath course(Actor learner, String code) {
        if (learning.path(learner) instanceof LearningPath.Open open) {
            return open.courses().stream().filter(course -> course.code().equals(code)).findFirst().orElseThrow();
        }
        throw new IllegalStateException("the courses are closed");
    }
}
