package org.assisterportal.access.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What has been recorded of a person's access; the requirements are not among it, they are judged.
 *
 * @param heldFor why an officer keeps a ready person back, null when nobody does
 * @param reinstatedAt the latest reinstatement
 * @param closedAt when an officer closed the account for good
 */
record AccessFacts(
        @Nullable String heldFor,
        @Nullable Instant enrolledAt,
        @Nullable Instant activatedAt,
        @Nullable Instant reinstatedAt,
        @Nullable Instant closedAt) {
    static final AccessFacts NONE = new AccessFacts(null, null, null, null, null);

    /** When an officer last saw all four requirements hold. */
    @Nullable Instant provenAt() {
        return reinstatedAt != null ? reinstatedAt : enrolledAt;
    }
}
