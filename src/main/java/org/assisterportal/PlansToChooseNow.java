package org.assisterportal;

import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.document.PlansToChoose;
import org.assisterportal.enrollment.PlanSteps;
import org.springframework.stereotype.Component;

/** Whether somebody still has to choose a plan, as enrollment has it. */
@Component
class PlansToChooseNow implements PlansToChoose {
    private final PlanSteps steps;

    PlansToChooseNow(PlanSteps steps) {
        this.steps = steps;
    }

    @Override
    public Standing of(ConsumerId consumer) {
        PlanSteps.Step step = steps.of(consumer);
        return new Standing(step.enrolled(), step.renews(), step.until());
    }
}
