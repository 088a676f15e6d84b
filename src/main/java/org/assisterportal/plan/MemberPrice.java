package org.assisterportal.plan;

import org.assisterportal.eligibility.Money;

/**
 * What one person adds to a premium a month.
 *
 * @param age on the day on which coverage begins
 * @param charged false for a fourth and further child
 * @param essential the part of the premium for essential health benefits; in a dental plan, for a child's dental care
 */
public record MemberPrice(String key, int age, boolean tobacco, boolean charged, Money premium, Money essential) {

    /** The row of the rate file. */
    public String band() {
        return RateSheet.bands().get(RateSheet.band(age));
    }
}
