package org.assisterportal.shared;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time in which a fact holds: from inclusive, until exclusive, null until = still open.
 *
 * @throws IllegalArgumentException when it would end before it starts
 */
public record Interval(Instant from, @Nullable Instant until) {

    public Interval {
        if (until != null && until.isBefore(from)) {
            throw new IllegalArgumentException("interval ends before it starts");
        }
    }

    public static Interval since(Instant from) {
        return new Interval(from, null);
    }

    public boolean contains(Instant moment) {
        return !moment.isBefore(from) && (until == null || moment.isBefore(until));
    }

    boolean isEmpty() {
        return until != null && until.equals(from);
    }
}
