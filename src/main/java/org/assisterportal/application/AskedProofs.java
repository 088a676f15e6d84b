package org.assisterportal.application;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a signed version's people are asked to prove. This module needs to know it; whoever puts the modules together says from where. */
public interface AskedProofs {

    /** What is open for this version, first day first. */
    List<Asked> of(ApplicationId signed);

    /**
     * One of them.
     *
     * @param message the key of what is asked for, with the plan year as its fact where there is one
     * @param due the last day
     */
    record Asked(String name, String message, @Nullable Integer planYear, LocalDate due) {}
}
