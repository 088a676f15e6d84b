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
    public Answered {
        content = Map.copyOf(content);
    }

    public boolean byAssister() {
        return hat == Hat.ASSISTER;
    }
}
