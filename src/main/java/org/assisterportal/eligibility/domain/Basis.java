package org.assisterportal.eligibility.domain;

/** Groups of people whom Medical Assistance takes by income. */
enum Basis {
    INFANT,
    CHILD,
    YOUNG_ADULT,
    PREGNANT,
    PARENT,
    ADULT;

    String message() {
        return switch (this) {
            case INFANT -> "eligibility.basis.infant";
            case CHILD -> "eligibility.basis.child";
            case YOUNG_ADULT -> "eligibility.basis.young-adult";
            case PREGNANT -> "eligibility.basis.pregnant";
            case PARENT -> "eligibility.basis.parent";
            case ADULT -> "eligibility.basis.adult";
        };
    }
}
