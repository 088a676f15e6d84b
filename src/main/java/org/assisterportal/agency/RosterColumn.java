package org.assisterportal.agency;

/** A roster's columns in their order; the heading is what a file's first row says. */
public enum RosterColumn {
    TRAINING_ID("Training ID", false, 7),
    FIRST_NAME("Legal First Name", true, 70),
    LAST_NAME("Legal Last Name", true, 70),
    PHONE("Phone", true, 20),
    EMAIL("Email", true, 254),
    STREET("Street", true, 120),
    CITY("City", true, 60),
    STATE("State", true, 30),
    ZIP("ZIP", true, 10),
    EMPLOYMENT("Employment", true, 8),
    PORTAL_ACCESS("Assister Portal Access", true, 3),
    DISPLAY_NAME("Display Name", false, 70),
    PUBLIC_PHONE("Public Phone", false, 20),
    PUBLIC_EMAIL("Public Email", false, 254),
    BUSINESS_ADDRESS("Business Address", false, 200),
    LANGUAGES("Languages", false, 400),
    COUNTIES("Counties", false, 1200),
    IN_DIRECTORY("In Directory", false, 3);

    private final String heading;
    private final boolean starred;
    private final int longest;

    RosterColumn(String heading, boolean starred, int longest) {
        this.heading = heading;
        this.starred = starred;
        this.longest = longest;
    }

    public String heading() {
        return heading;
    }

    /** Must be filled on every row. */
    public boolean starred() {
        return starred;
    }

    /** In characters. */
    public int longest() {
        return longest;
    }

    /** The form field's and message key's name, e.g. {@code public-phone}. */
    public String field() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
