package org.assisterportal.eligibility;

/** The ladder, in the order in which a person is looked at. */
public enum Program {
    MEDICAL_ASSISTANCE,
    MINNESOTACARE,
    TAX_CREDIT,
    /** A plan of the marketplace at its full price. */
    FULL_PRICE_PLAN
}
