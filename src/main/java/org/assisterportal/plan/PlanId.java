package org.assisterportal.plan;

import java.util.regex.Pattern;

/** A plan's HIOS id without its variant: five digits of the carrier, the state, product and plan, such as 99101MN0010003. */
public record PlanId(String value) implements Comparable<PlanId> {
    private static final Pattern SHAPE = Pattern.compile("\\d{5}[A-Z]{2}\\d{7}");
    private static final int ISSUER = 5;

    public PlanId {
        if (!isOne(value)) {
            throw new IllegalArgumentException("A plan's id has five digits, a state and seven digits");
        }
    }

    public static boolean isOne(String value) {
        return SHAPE.matcher(value).matches();
    }

    /** The carrier's number. */
    public String issuer() {
        return value.substring(0, ISSUER);
    }

    @Override
    public int compareTo(PlanId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
