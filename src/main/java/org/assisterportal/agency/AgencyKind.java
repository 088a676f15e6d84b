package org.assisterportal.agency;

/** What an agency is under contract for; it has the roster of this kind. */
public enum AgencyKind {
    NAVIGATOR,
    CAC
}
