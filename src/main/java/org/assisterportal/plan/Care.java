package org.assisterportal.plan;

import org.jspecify.annotations.Nullable;

/** Care whose cost the yearly estimate counts, by its name in the benefit file. */
public enum Care {
    PRIMARY_VISIT("Primary Care Visit to Treat an Injury or Illness"),
    SPECIALIST_VISIT("Specialist Visit"),
    GENERIC_DRUG("Generic Drugs"),
    BRAND_DRUG("Preferred Brand Drugs"),
    LAB("Laboratory Outpatient and Professional Services"),
    X_RAY("X-rays and Diagnostic Imaging"),
    IMAGING("Imaging (CT/PET Scans, MRIs)"),
    EMERGENCY("Emergency Room Services"),
    INPATIENT_DAY("Inpatient Hospital Services (e.g., Hospital Stay)"),
    OUTPATIENT_SURGERY("Outpatient Surgery Physician/Surgical Services");

    private final String written;

    Care(String written) {
        this.written = written;
    }

    /** Null for care that isn't counted. */
    public static @Nullable Care of(String written) {
        for (Care service : values()) {
            if (service.written.equalsIgnoreCase(written)) {
                return service;
            }
        }
        return null;
    }
}
