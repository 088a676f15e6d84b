package org.assisterportal.access;

import java.time.Instant;
import java.util.List;

/** One line of a person's history: message key {@code access.history.…} with its facts, and who did it. */
public record HistoryLine(Instant at, String what, List<String> facts, String by) {

    public HistoryLine {
        facts = List.copyOf(facts);
    }
}
