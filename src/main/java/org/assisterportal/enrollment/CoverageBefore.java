package org.assisterportal.enrollment;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What somebody had in the 60 days before a move or a marriage, by which alone these let one choose (45 CFR 155.420(a)(5)). */
public enum CoverageBefore {
    /** Health coverage on at least one day. */
    COVERED,
    /** Lived in another country, or in a territory of the United States, on at least one day. */
    ABROAD,
    /** Is a member of a federally recognized tribe. */
    TRIBE,
    /** Lived where no plan was sold. */
    NO_PLANS,
    NOTHING;

    /** What was chosen on a page; empty for anything else. */
    public static Optional<CoverageBefore> of(@Nullable String typed) {
        return Arrays.stream(values()).filter(one -> one.name().equals(typed)).findFirst();
    }
}
