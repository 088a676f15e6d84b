package org.assisterportal.consumer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a receipt's code proves to anybody who has it: an authorization, without its consumer. */
public record Receipt(
        long number, String assisterName, String agencyName, Scope scope, Instant givenAt, @Nullable Instant endedAt) {}
