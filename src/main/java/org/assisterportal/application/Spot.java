package org.assisterportal.application;

/**
 * A page of one application.
 *
 * @param subject the person's key; empty for a question to the household
 */
public record Spot(Question question, String subject) {
    public static final String HOUSEHOLD = "";

    public static Spot of(Question question) {
        return new Spot(question, HOUSEHOLD);
    }
}
