package org.assisterportal.eligibility;

import java.util.List;

/**
 * One rule as applied to one person.
 *
 * @param message key of the sentence that says what was found
 * @param facts the sentence's facts in order: people, amounts, percents, days, numbers; limits stand among them
 */
public record Finding(Rule rule, Result result, String message, List<Object> facts) implements Sentence {

    /** How a rule came out. */
    public enum Result {
        MET,
        NOT_MET,
        UNKNOWN,
        /** Decides nothing by itself. */
        NOTED
    }
}
