package org.assisterportal.eligibility;

import org.jspecify.annotations.Nullable;

/**
 * How somebody will be on tax returns for the plan year.
 *
 * @param claimedBy key of the person of this household who claims them as a dependent; null when nobody here does
 * @param claimedOutside who claims them though not of this household
 * @param exception why a married person need not file jointly
 */
public record Taxes(Filing filing, @Nullable String claimedBy, Outside claimedOutside, SeparateReason exception) {
    public static final Taxes NONE = of(Filing.NONE);

    @SuppressWarnings("ConstantValue")
    public Taxes {
        filing = filing == null ? Filing.NONE : filing;
        claimedOutside = claimedOutside == null ? Outside.NOBODY : claimedOutside;
        exception = exception == null ? SeparateReason.NONE : exception;
    }

    public static Taxes of(Filing filing) {
        return new Taxes(filing, null, Outside.NOBODY, SeparateReason.NONE);
    }

    public static Taxes claimedBy(String key) {
        return new Taxes(Filing.NONE, key, Outside.NOBODY, SeparateReason.NONE);
    }

    public static Taxes claimedOutside(Outside by) {
        return new Taxes(Filing.NONE, null, by, SeparateReason.NONE);
    }

    public static Taxes separately(SeparateReason exception) {
        return new Taxes(Filing.SEPARATE, null, Outside.NOBODY, exception);
    }

    /** Somebody is known to claim them. */
    public boolean isDependent() {
        return claimedBy != null || claimedOutside == Outside.PARENT || claimedOutside == Outside.OTHER;
    }

    /** The status on the person's own return. */
    public enum Filing {
        /** Files none. */
        NONE,
        SINGLE,
        /** Unmarried, or apart from the spouse for the last half of the year, with a child at home. */
        HEAD_OF_HOUSEHOLD,
        /** With the spouse. */
        JOINT,
        SEPARATE,
        UNKNOWN;

        /** Whether there is a return of one's own. */
        public boolean files() {
            return this != NONE && this != UNKNOWN;
        }
    }

    /** Somebody outside the household who claims a person. */
    public enum Outside {
        NOBODY,
        /** A parent with whom the person doesn't live. */
        PARENT,
        OTHER,
        /** Not known whether somebody does. */
        UNKNOWN
    }

    /** Exceptions to filing jointly: 26 CFR 1.36B-2(b)(2)(ii). */
    public enum SeparateReason {
        NONE,
        ABUSE,
        ABANDONMENT
    }
}
