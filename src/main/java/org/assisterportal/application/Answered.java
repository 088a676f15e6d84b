package org.assisterportal.application;

import java.time.Instant;
import java.util.Map;
import org.assisterportal.shared.Hat;
import org.jspecify.annotations.Nullable;

/**
 * What stands on a page, as it was typed, and by whom.
 *
 * @param version counts from 1; the next one is another row
 * @param hat in which capacity
 */
public record Answered(Map<String, String> content, int version, Instant at, String by, @Nullable Hat hat) {
    /** Holds the plan year for which a page was answered that asks about the year itself. */
    public static final String FOR_YEAR = "for-year";

    /** Holds the incomes on which an answer about the year rests. */
    public static final String FOR_INCOME = "for-income";

    public Answered {
        content = Map.copyOf(content);
    }

    /** For which plan year it was answered; empty where that makes no difference, or wasn't known yet. */
    public String forYear() {
        return content.getOrDefault(FOR_YEAR, "");
    }

    public boolean byAssister() {
        return hat == Hat.ASSISTER;
    }
}
