package org.assisterportal.agency;

import java.util.List;

/**
 * What is wrong with one value of a roster, and what to do.
 *
 * @param value as typed, shortened to 60 characters
 * @param reason message key {@code roster.problem.…}, the remedy included
 * @param facts arguments of the message, each shortened to 160 characters
 */
public record CellProblem(RosterColumn column, String value, String reason, List<String> facts) {
    /** Somebody else saved another value while the form was open; the facts are theirs and the form's. */
    public static final String MEANWHILE = "roster.problem.meanwhile";

    public CellProblem {
        value = shortened(value, 60);
        facts = facts.stream().map(fact -> shortened(fact, 160)).toList();
    }

    private static String shortened(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest - 1) + "…" : text;
    }
}
