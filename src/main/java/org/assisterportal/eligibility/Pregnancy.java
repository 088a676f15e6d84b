package org.assisterportal.eligibility;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody expects children or did lately.
 *
 * @param expected how many children, 0 when not pregnant
 * @param endedOn the day on which the last pregnancy ended; null when none did in the last year or so
 */
public record Pregnancy(Answer pregnant, int expected, @Nullable LocalDate endedOn) {
    public static final Pregnancy NONE = new Pregnancy(Answer.NO, 0, null);
    public static final Pregnancy UNKNOWN = new Pregnancy(Answer.UNKNOWN, 0, null);
    private static final int MOST = 9;

    @SuppressWarnings("ConstantValue")
    public Pregnancy {
        pregnant = pregnant == null ? Answer.of(expected > 0) : pregnant;
        if (expected < 0 || expected > MOST) {
            throw new IllegalArgumentException("Zero to nine children are expected");
        }
        if ((pregnant == Answer.YES) != expected > 0) {
            throw new IllegalArgumentException("Somebody pregnant expects a child, and nobody else does");
        }
    }

    public static Pregnancy expecting(int children) {
        return new Pregnancy(Answer.YES, children, null);
    }

    public static Pregnancy ended(LocalDate on) {
        return new Pregnancy(Answer.NO, 0, on);
    }
}
