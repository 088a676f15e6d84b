package org.assisterportal.audit;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
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
        int page) {

    /** The filters as facts for the search's own line. */
    Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        put(facts, "from", from);
        put(facts, "to", to);
        put(facts, "by", account);
        put(facts, "agency", agency);
        put(facts, "act", act);
        if (refusedOnly) {
            facts.put("refused-only", "true");
        }
        return facts;
    }

    private static void put(Map<String, String> facts, String name, @Nullable Object value) {
        if (value != null) {
            facts.put(name, value.toString());
        }
    }
}
