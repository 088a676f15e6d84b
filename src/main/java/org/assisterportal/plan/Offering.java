package org.assisterportal.plan;

import org.jspecify.annotations.Nullable;

/** To whom a plan is sold, by its words in the carriers' files. */
public enum Offering {
    EVERYBODY("Allows Adult and Child-Only"),
    /** Children only together with an adult. */
    WITH_AN_ADULT("Allows Adult-Only"),
    CHILDREN_ONLY("Allows Child-Only");

    private final String written;

    Offering(String written) {
        this.written = written;
    }

    /** Null for words that aren't one. */
    public static @Nullable Offering of(String written) {
        for (Offering offering : values()) {
            if (offering.written.equalsIgnoreCase(written)) {
                return offering;
            }
        }
        return null;
    }
}
