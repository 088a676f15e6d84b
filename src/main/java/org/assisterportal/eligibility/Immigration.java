package org.assisterportal.eligibility;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person's citizenship or immigration status.
 *
 * @param since the day from which the five years of a qualified status count; null when it isn't known or doesn't matter
 * @param before what a lawful permanent resident was before, such as a refugee; null when nothing that matters
 * @param military veteran, on active duty, or spouse or child of one
 */
public record Immigration(
        ImmigrationStatus status,
        @Nullable LocalDate since,
        @Nullable ImmigrationStatus before,
        Answer military) {

    public static final Immigration CITIZEN = of(ImmigrationStatus.CITIZEN);

    @SuppressWarnings("ConstantValue")
    public Immigration {
        if (status == null) {
            throw new IllegalArgumentException("There is a status, even an unknown one");
        }
        military = military == null ? Answer.NO : military;
    }

    public static Immigration of(ImmigrationStatus status) {
        return new Immigration(status, null, null, Answer.NO);
    }

    public static Immigration since(ImmigrationStatus status, LocalDate since) {
        return new Immigration(status, since, null, Answer.NO);
    }

    public static Immigration resident(LocalDate since, @Nullable ImmigrationStatus before) {
        return new Immigration(ImmigrationStatus.LAWFUL_PERMANENT_RESIDENT, since, before, Answer.NO);
    }
}
