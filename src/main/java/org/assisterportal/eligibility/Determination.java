package org.assisterportal.eligibility;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who qualifies for what, and why. The same facts under the same rules' version give the same answer.
 *
 * @param facts as given
 * @param rules version of the rule data: plan year and a hash of its file
 * @param people those who want coverage, in the order of the facts
 */
public record Determination(
        Household facts, String rules, List<PersonAnswer> people, List<CreditHousehold> taxHouseholds) {

    public PersonAnswer of(String person) {
        for (PersonAnswer answer : people) {
            if (answer.person().equals(person)) {
                return answer;
            }
        }
        throw new IllegalArgumentException("Nobody with this key asked for coverage");
    }

    /** The tax household that somebody is in; null when in none. */
    public @Nullable CreditHousehold taxHousehold(PersonAnswer answer) {
        return answer.taxHousehold() < 0 ? null : taxHouseholds.get(answer.taxHousehold());
    }
}
