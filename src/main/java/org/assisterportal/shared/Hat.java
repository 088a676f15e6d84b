package org.assisterportal.shared;

/** In which capacity a person acts; a session carries the rights of exactly one. */
public enum Hat {
    AGENCY_CONTACT("/amp"),
    ASSISTER("/portal"),
    ARC_OFFICER("/arc"),
    ADMINISTRATOR("/admin"),
    CONSUMER("/account");

    private final String home;

    Hat(String home) {
        this.home = home;
    }

    /** The address of the hat's first page. */
    public String home() {
        return home;
    }

    /** The Spring Security authority, e.g. {@code HAT_ASSISTER}. */
    public String authority() {
        return "HAT_" + name();
    }
}
