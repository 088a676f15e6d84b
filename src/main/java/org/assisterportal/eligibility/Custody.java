package org.assisterportal.eligibility;

/** Whether somebody is incarcerated. */
public enum Custody {
    FREE,
    /** In jail or prison while charges are pending. */
    AWAITING_DISPOSITION,
    INCARCERATED,
    UNKNOWN
}
