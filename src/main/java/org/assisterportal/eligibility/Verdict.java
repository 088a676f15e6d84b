package org.assisterportal.eligibility;

/** The answer of one program for one person. */
public enum Verdict {
    YES,
    NO,
    /** An answer or a rule that decides is missing. */
    UNKNOWN,
    /** Not by these rules, but perhaps on another basis, which the county or tribe decides: never a no. */
    HANDED_OVER
}
