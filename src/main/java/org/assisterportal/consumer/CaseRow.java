package org.assisterportal.consumer;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A consumer in an assister's list.
 *
 * @param status of the latest application; words are {@code case.status.<status>}
 * @param next the next step; words are {@code case.next.<next>}
 * @param waits whose move it is
 * @param due until when, null when there is no day
 */
public record CaseRow(
        ConsumerId id,
        String name,
        Scope scope,
        String status,
        String next,
        Waits waits,
        @Nullable LocalDate due,
        Instant lastActivity) {

    /** Whose move. */
    public enum Waits {
        ASSISTER,
        CONSUMER,
        MARKETPLACE,
        NOBODY
    }
}
