package org.assisterportal.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A mail as staff see it: what, to whom, where it stands; never its text or link. */
public record MailView(
        UUID id,
        String kind,
        String to,
        MailState state,
        int attempts,
        Instant queuedAt,
        @Nullable Instant sentAt,
        @Nullable Instant nextAttemptAt,
        @Nullable String lastError,
        @Nullable UUID subject) {}
