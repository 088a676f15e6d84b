package org.assisterportal.certification;

/** The words that the roster shows. */
public enum CertificationStatus {
    NEW,
    NOT_CERTIFIED,
    CERTIFIED
}
