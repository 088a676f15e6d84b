package org.assisterportal.policy;

import java.time.LocalDate;
import java.util.List;

/**
 * One policy value in force.
 *
 * @param code dotted name, e.g. {@code portal.assessment.pass-mark-percent}
 * @param value as written; lists hold one item a line
 * @param clause where it comes from
 * @param effectiveFrom the Minnesota date it took effect; with the code, its version
 */
public record PolicyValue(String code, String value, String clause, LocalDate effectiveFrom) {

    /** The value as a whole number. */
    public int number() {
        return Integer.parseInt(value.strip());
    }

    public List<String> items() {
        return value.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
