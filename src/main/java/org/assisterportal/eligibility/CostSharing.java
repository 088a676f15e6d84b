package org.assisterportal.eligibility;

/** Cost-sharing reductions, with the variant's number in a plan's HIOS id. */
public enum CostSharing {
    NONE("01"),
    /** Nothing to pay, at any metal level: members of tribes up to 300 % of poverty. */
    ZERO("02"),
    /** Nothing to pay at or through the Indian Health Service: members of tribes at any income. */
    LIMITED("03"),
    SILVER_73("04"),
    SILVER_87("05"),
    SILVER_94("06");

    private final String variant;

    CostSharing(String variant) {
        this.variant = variant;
    }

    public String variant() {
        return variant;
    }
}
