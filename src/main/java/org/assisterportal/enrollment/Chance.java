package org.assisterportal.enrollment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Why a household may choose plans, or sign about them, today.
 *
 * @param event what happened; null outside of a special enrollment period
 * @param reported as which it was reported; null as above
 * @param until the last day
 * @param begins when coverage begins that is chosen today
 * @param proofDays within how many days of signing the event has to be proved; 0 when nothing has to
 */
public record Chance(Kind kind, @Nullable LifeEvent event, @Nullable EventId reported, LocalDate until, LocalDate begins, int proofDays) {

    /** Which time of the year. */
    public enum Kind {
        OPEN_ENROLLMENT,
        SPECIAL,
        /** Members of federally recognized tribes, in any month. */
        MONTHLY,
        /** No plan is chosen, only another part of the credit: on any day. */
        CREDIT
    }

    /** Tells it from the others of a household. */
    public String key() {
        return reported == null ? kind.name() : reported.toString();
    }

    public Chance toProve(int days) {
        return new Chance(kind, event, reported, until, begins, days);
    }
}
