package org.assisterportal.learning;

import org.assisterportal.shared.Actor;

/** Lets made-up people of the demo learn; only the demo profile has it. */
public interface DemoLearning {

    /** Opens the lessons and answers their checks, the first {@code lessons} of them. */
    void study(Actor learner, String course, int lessons);

    /** Does all lessons, then an assessment with this many right answers. */
    void takeAssessment(Actor learner, String course, int right);
}
