package org.assisterportal.agency;

import java.util.List;

/**
 * What is wrong with one value of a roster, and what to do.
 *
 * @param value as typed, shortened to 60 characters
 * @param reason message key {@code roster.problem.…}, the remedy included
 * @param facts arguments of the message
 */
public record CellProblem(RosterColumn column, String value, String reason, List<String> facts) {

    public CellProblem {
        value = value.length() > 60 ? value.substring(0, 59) + "…" : value;
        facts = List.copyOf(facts);
    }
}
