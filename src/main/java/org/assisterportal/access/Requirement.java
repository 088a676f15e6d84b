package org.assisterportal.access;

/** The policy's four requirements for portal access. */
public enum Requirement {
    APPROVAL,
    CERTIFICATION,
    TRAINING,
    ASSESSMENT
}
