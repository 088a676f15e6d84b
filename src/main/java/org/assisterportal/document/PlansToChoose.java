package org.assisterportal.document;

import java.time.LocalDate;
import org.assisterportal.consumer.ConsumerId;
import org.jspecify.annotations.Nullable;

/** Whether somebody still has to choose a plan. This module needs to know it; whoever puts the modules together says from where. */
public interface PlansToChoose {
    Standing of(ConsumerId consumer);

    /**
     * How it stands with plans.
     *
     * @param enrolled whether somebody of the household has a plan
     * @param renews whether what is to be chosen is next year's
     * @param until the last day to choose; null when there is nothing to choose now
     */
    record Standing(boolean enrolled, boolean renews, @Nullable LocalDate until) {}
}
