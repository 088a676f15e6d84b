package org.assisterportal.enrollment;

import java.time.LocalDate;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.consumer.ConsumerId;
import org.jspecify.annotations.Nullable;

/** What is still to be chosen by a household; it shows nobody anything and leaves no line. */
public interface PlanSteps {
    Step of(ConsumerId consumer);

    /**
     * How it stands with plans.
     *
     * @param enrolled whether somebody of the household has a plan
     * @param renews whether what is to be chosen is next year's
     * @param from the version that counts for the year in which something is to be chosen; null where nothing is, or none is signed for it
     * @param chosen whether a health plan is chosen there and not signed
     * @param until the last day to choose; null when everybody who buys has a plan, or nothing can be chosen now
     */
    record Step(boolean enrolled, boolean renews, @Nullable ApplicationId from, boolean chosen, @Nullable LocalDate until) {}
}
