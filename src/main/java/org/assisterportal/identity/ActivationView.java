package org.assisterportal.identity;

import java.time.Instant;
import java.util.UUID;
import org.assisterportal.shared.AccountId;
import org.jspecify.annotations.Nullable;

/** The newest activation link of a hat, as staff see it. */
public record ActivationView(
        UUID id,
        AccountId account,
        String email,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant usedAt,
        @Nullable Instant withdrawnAt) {}
