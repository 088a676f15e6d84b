package org.assisterportal.eligibility;

/** What was answered to a question that may be left open: "I don't know yet" is an answer. */
public enum Answer {
    YES,
    NO,
    UNKNOWN;

    public static Answer of(boolean yes) {
        return yes ? YES : NO;
    }
}
