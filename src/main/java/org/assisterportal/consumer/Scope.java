package org.assisterportal.consumer;

/** What a consumer lets an assister do. */
public enum Scope {
    /** Look at the consumer's information, change nothing. */
    SEE,
    /** Also fill in, sign and send applications, choose plans and enroll, on the consumer's behalf. */
    APPLY;

    /** Whether an authorization of this scope is enough for what another one names. */
    public boolean covers(Scope wanted) {
        return compareTo(wanted) >= 0;
    }
}
