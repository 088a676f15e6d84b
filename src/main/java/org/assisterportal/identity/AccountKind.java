package org.assisterportal.identity;

import org.assisterportal.shared.Hat;

/**
 * With what an account is signed in to: a person's work with the marketplace, or their own coverage. One address may have
 * one of each; neither knows of the other.
 */
public enum AccountKind {
    WORK,
    CONSUMER;

    /** On which of the two a hat is worn. */
    public static AccountKind of(Hat hat) {
        return hat == Hat.CONSUMER ? CONSUMER : WORK;
    }
}
