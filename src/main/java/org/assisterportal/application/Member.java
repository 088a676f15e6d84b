package org.assisterportal.application;

import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in an application.
 *
 * @param key within the application; {@link #SELF} for the consumer
 * @param born null while it isn't known
 * @param applies wants coverage
 * @param here lives with the consumer
 */
public record Member(
        String key, String firstName, String lastName, @Nullable LocalDate born, boolean applies, boolean here) {
    public static final String SELF = "self";

    public String name() {
        return (firstName + " " + lastName).strip();
    }

    public boolean isSelf() {
        return key.equals(SELF);
    }

    /** Whether somebody's age in whole years lies between these two, both included; false while it isn't known. */
    public boolean isAged(int least, int most, LocalDate today) {
        if (born == null) {
            return false;
        }
        int age = Period.between(born, today).getYears();
        return age >= least && age <= most;
    }
}
