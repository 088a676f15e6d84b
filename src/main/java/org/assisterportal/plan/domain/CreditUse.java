package org.assisterportal.plan.domain;

/** How a credit is shared among the policies that it may pay for. */
final class CreditUse {
    private CreditUse() {}

    /**
     * 45 CFR 155.340(e): in proportion to what it may pay of each, in whole cents; cents left over go to the first policies with
     * room.
     *
     * @param limits what it may pay of each, none negative
     * @return for each what it pays, together the credit or all limits, whichever is less
     */
    static long[] shared(long credit, long[] limits) {
        long whole = 0;
        for (long limit : limits) {
            whole += limit;
        }
        long[] paid = new long[limits.length];
        if (credit >= whole) {
            return limits.clone();
        }
        long left = credit;
        for (int i = 0; i < limits.length; i++) {
            paid[i] = Math.multiplyExact(credit, limits[i]) / whole;
            left -= paid[i];
        }
        for (int i = 0; left > 0; i = (i + 1) % limits.length) {
            if (paid[i] < limits[i]) {
                paid[i]++;
                left--;
            }
        }
        return paid;
    }
}
