package org.assisterportal.enrollment;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why a household may choose plans, or sign about them, today.
 *
 * @param event what happened; null outside of a special enrollment period
 * @param reported as which it was reported; null as above
 * @param until the last day
 * @param begins when coverage begins that is chosen today
 * @param proofDays within how many days of signing the event has to be proved; 0 when nothing has to
 * @param used keys of those who have a plan by the event already, so that it lets them choose no more
 */
public record Chance(
        Kind kind, @Nullable LifeEvent event, @Nullable EventId reported, LocalDate until, LocalDate begins, int proofDays, Set<String> used) {

    public Chance {
        used = Set.copyOf(used);
    }

    /** One that nobody has used. */
    public Chance(Kind kind, @Nullable LifeEvent event, @Nullable EventId reported, LocalDate until, LocalDate begins, int proofDays) {
        this(kind, event, reported, until, begins, proofDays, Set.of());
    }

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
        return new Chance(kind, event, reported, until, begins, days, used);
    }

    public Chance usedBy(Set<String> people) {
        return new Chance(kind, event, reported, until, begins, proofDays, people);
    }

    /** Whether it lets all of these people choose. */
    public boolean isFor(Collection<String> people) {
        return Collections.disjoint(used, people);
    }
}
