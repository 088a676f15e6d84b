package org.assisterportal.access;

/** Where a person is on the way to, and in, the portal. */
public enum AccessState {
    NOT_READY,
    READY,
    HELD,
    ENROLLED,
    ACTIVE,
    SUSPENDED,
    CLOSED
}
