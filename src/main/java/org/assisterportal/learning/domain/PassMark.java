package org.assisterportal.learning.domain;

import org.assisterportal.policy.PolicyValue;

/**
 * The mark an assessment must reach, in whole percent; compared in integers, never rounded (policy 2.2).
 *
 * @param percent 1 to 100
 */
record PassMark(int percent) {
    PassMark {
        if (percent < 1 || percent > 100) {
            throw new IllegalArgumentException("a pass mark is 1 to 100 percent, not " + percent);
        }
    }

    static PassMark of(PolicyValue value) {
        return new PassMark(value.number());
    }

    /** Whether so many points of so many reach the mark. */
    boolean reachedBy(int points, int outOf) {
        if (points < 0 || outOf < 1 || points > outOf) {
            throw new IllegalArgumentException(points + " points of " + outOf);
        }
        return (long) points * 100 >= (long) percent * outOf;
    }

    /** The fewest points that reach the mark. */
    int neededOf(int outOf) {
        return Math.ceilDiv(percent * outOf, 100);
    }
}
