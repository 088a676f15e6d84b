package org.assisterportal.enrollment;

import org.jspecify.annotations.Nullable;

/** How the choice was made for which an assister signs; in each case it is the consumer's. */
public enum Made {
    /** The consumer picked from plans that were proposed. */
    FROM_PROPOSAL,
    IN_PERSON,
    BY_PHONE,
    BY_VIDEO;

    /** The field of the form to sign. */
    public static final String FIELD = "made";

    /** Null for a text that is none. */
    public static @Nullable Made of(@Nullable String text) {
        for (Made one : values()) {
            if (one.name().equals(text)) {
                return one;
            }
        }
        return null;
    }
}
