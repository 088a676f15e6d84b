package org.assisterportal.certification;

/** What the ARC records of a background study. */
public enum BackgroundResult {
    CLEARED,
    NOT_CLEARED,
    PROBLEM
}
