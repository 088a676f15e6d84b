package org.assisterportal.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assisterportal.eligibility.Money;
import org.assisterportal.eligibility.Program;
import org.jspecify.annotations.Nullable;

/** What a household that tells only ages and income could get; for looking around, never a determination. */
public interface Estimates {

    /** Somebody who wants coverage, by age on the day on which it would begin. */
    record Guest(String key, int age, boolean tobacco) {}

    /**
     * What was told.
     *
     * @param married whether the first two are married to each other and file together
     * @param size people in the tax household, those who want no coverage included
     * @param income of all of them in the plan year; null when not told
     */
    record Told(int planYear, LocalDate effective, List<Guest> guests, boolean married, int size, @Nullable Money income) {
        public Told {
            guests = List.copyOf(guests);
        }
    }

    /**
     * What is assumed from it by the rules of eligibility.
     *
     * @param buyers everybody, with the credit where it seems to be theirs
     * @param programs of each by key; a plan at full price where the income isn't known
     * @param known whether the year's table of contributions is loaded and an income was told
     */
    record Estimate(Buyers buyers, Map<String, Program> programs, boolean known) {}

    Estimate estimate(Told told);
}
