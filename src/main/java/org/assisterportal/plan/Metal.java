package org.assisterportal.plan;

import org.jspecify.annotations.Nullable;

/** How much of the cost of care a plan pays on average, by its word in the carriers' files; the last two are dental plans. */
public enum Metal {
    CATASTROPHIC("Catastrophic"),
    BRONZE("Bronze"),
    EXPANDED_BRONZE("Expanded Bronze"),
    SILVER("Silver"),
    GOLD("Gold"),
    PLATINUM("Platinum"),
    DENTAL_LOW("Low"),
    DENTAL_HIGH("High");

    private final String written;

    Metal(String written) {
        this.written = written;
    }

    public boolean isDental() {
        return this == DENTAL_LOW || this == DENTAL_HIGH;
    }

    /** Null for a word that isn't one. */
    public static @Nullable Metal of(String written) {
        for (Metal metal : values()) {
            if (metal.written.equalsIgnoreCase(written)) {
                return metal;
            }
        }
        return null;
    }
}
