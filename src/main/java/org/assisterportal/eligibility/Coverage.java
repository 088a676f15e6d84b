package org.assisterportal.eligibility;

/** Coverage that somebody has now. */
public enum Coverage {
    /** Enrolled in a plan of an employer, one's own or a family member's. */
    EMPLOYER,
    /** Enrolled in continued coverage of a former employer. */
    COBRA,
    RETIREE,
    TRICARE,
    VETERANS_HEALTH,
    PEACE_CORPS,
    /** A student plan, another state's program, coverage abroad that counts as minimum essential. */
    OTHER_MINIMUM_ESSENTIAL,
    /** Medical Assistance or MinnesotaCare now; no bar, since it is what is determined. */
    STATE_PROGRAM,
    /** A plan bought on one's own; no bar, since it can be replaced. */
    INDIVIDUAL,
    /** Dental only, a short-term plan, sharing of costs and the like. */
    NOT_MINIMUM_ESSENTIAL,
    UNKNOWN
}
