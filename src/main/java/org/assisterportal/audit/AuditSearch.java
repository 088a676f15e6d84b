package org.assisterportal.audit;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What to look for; null = anything. Dates are Minnesota's, both inclusive; page from 1. */
public record AuditSearch(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable UUID account,
        @Nullable UUID subject,
        @Nullable UUID agency,
        @Nullable String act,
        boolean refusedOnly,
        int page) {}
