package org.assisterportal.eligibility;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Coverage that an employer offers, whether or not anybody takes it.
 *
 * @param employee key of the person employed
 * @param family keys of the others who could be covered
 * @param employeeOnly the lowest monthly price of a plan of minimum value for the employee alone; null when not known
 * @param familyCost the lowest monthly price of such a plan for the employee and the family members; null when not known
 * @param minimumValue whether any plan offered to the employee pays at least 60 % of costs
 * @param familyMinimumValue the same of what is offered to the family
 */
public record EmployerOffer(
        String employee,
        Set<String> family,
        @Nullable Money employeeOnly,
        @Nullable Money familyCost,
        Answer minimumValue,
        Answer familyMinimumValue) {
    private static final Money MOST = Money.dollars(1_000_000);

    @SuppressWarnings("ConstantValue")
    public EmployerOffer {
        if (employee == null) {
            throw new IllegalArgumentException("An offer is made to an employee");
        }
        employeeOnly = Money.within(employeeOnly, MOST);
        familyCost = Money.within(familyCost, MOST);
        family = family == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(family));
        minimumValue = minimumValue == null ? Answer.YES : minimumValue;
        familyMinimumValue = familyMinimumValue == null ? minimumValue : familyMinimumValue;
    }
}
