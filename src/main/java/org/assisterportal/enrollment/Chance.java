package org.assisterportal.enrollment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Why a household may choose plans today.
 *
 * @param event what happened; null outside of a special enrollment period
 * @param until the last day
 * @param begins when coverage begins that is chosen today
 */
public record Chance(Kind kind, @Nullable LifeEvent event, LocalDate until, LocalDate begins) {

    /** Which time of the year. */
    public enum Kind {
        OPEN_ENROLLMENT,
        SPECIAL,
        /** Members of federally recognized tribes, in any month. */
        MONTHLY
    }
}
