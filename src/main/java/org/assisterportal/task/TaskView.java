package org.assisterportal.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One piece of work.
 *
 * @param kind names the message keys {@code task.<kind>.title} and {@code task.<kind>.todo}
 * @param subject what it is about, e.g. an authorization
 * @param facts ids, codes and numbers; nobody's private data
 * @param owner the officer who took it, null while nobody has
 * @param result what the officer found, null while open
 */
public record TaskView(
        UUID id,
        String kind,
        UUID subject,
        Map<String, String> facts,
        Instant openedAt,
        LocalDate due,
        @Nullable UUID owner,
        @Nullable String ownerName,
        @Nullable Instant doneAt,
        @Nullable String doneBy,
        @Nullable String result) {}
