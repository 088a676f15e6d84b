package org.assisterportal.eligibility;

/** How often an amount is received or paid; fifty-two weeks are a year. */
public enum Frequency {
    WEEKLY(52),
    EVERY_TWO_WEEKS(26),
    TWICE_A_MONTH(24),
    MONTHLY(12),
    QUARTERLY(4),
    YEARLY(1),
    /** Received in the month of the determination and not again. */
    ONCE(1);

    private final int timesAYear;

    Frequency(int timesAYear) {
        this.timesAYear = timesAYear;
    }

    public int timesAYear() {
        return timesAYear;
    }
}
