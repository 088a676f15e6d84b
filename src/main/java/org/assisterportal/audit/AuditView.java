package org.assisterportal.audit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line as the search shows it. */
public record AuditView(
        UUID id,
        Instant at,
        String actorName,
        @Nullable String hat,
        @Nullable UUID account,
        String act,
        boolean refused,
        @Nullable UUID subject,
        @Nullable UUID agency,
        int shown,
        Map<String, String> facts) {}
