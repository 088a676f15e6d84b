package org.assisterportal.eligibility.domain;

/**
 * Between what and what a group's income lies, in cents a year: an amount that isn't known is zero or more, where a loss is
 * possible anything, and a dependent's counts or doesn't while it is open whether they must file.
 */
record Range(long least, long most) {
    static final Range NOTHING = new Range(0, 0);
    /** More than any household has, and small enough to be added and multiplied. */
    private static final long ENDLESS = 1L << 52;

    static Range known(long amount) {
        return new Range(amount, amount);
    }

    Range plus(Range other) {
        return new Range(Math.max(-ENDLESS, least + other.least), Math.min(ENDLESS, most + other.most));
    }

    /** With an amount that isn't known. */
    Range open(boolean below, boolean above) {
        return new Range(below ? -ENDLESS : least, above ? ENDLESS : most);
    }

    /** Counted or not. */
    Range orNothing() {
        return new Range(Math.min(0, least), Math.max(0, most));
    }

    /** 42 CFR 435.603(e), 26 CFR 1.36B-1(e): an income below zero is none. */
    Range fromZero() {
        return new Range(Math.max(0, least), Math.max(0, most));
    }

    /** Whether it can't be told on which side of a limit the income is; the limit itself is within. */
    boolean straddles(long limit) {
        return least <= limit && most > limit;
    }

    /** Whether the income may lie from the one to the other. */
    boolean reaches(long from, long to) {
        return least <= to && most >= from;
    }
}
