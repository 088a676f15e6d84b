package org.assisterportal.agency;

/** Why the agency's approval (the first requirement) doesn't hold for a person now. */
public enum ApprovalGap {
    NOT_SUBMITTED,
    INACTIVE,
    ACCESS_NO,
    CERTIFICATION_INFORMATION_INCOMPLETE,
    EMAIL_GENERIC,
    PUBLIC_INFORMATION_INCOMPLETE,
    NO_CONTRACT
}
