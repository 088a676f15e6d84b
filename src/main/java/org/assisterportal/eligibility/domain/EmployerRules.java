package org.assisterportal.eligibility.domain;

import org.assisterportal.eligibility.Answer;
import org.assisterportal.eligibility.EmployerOffer;
import org.assisterportal.eligibility.Money;
import org.assisterportal.eligibility.Percent;
import org.assisterportal.eligibility.Rule;
import org.assisterportal.eligibility.Sentence.Who;
import org.jspecify.annotations.Nullable;

/** Whether an employer's offer is affordable and of minimum value, which bars whoever could take it. */
final class EmployerRules {
    private static final int MONTHS = 12;
    private static final int HUNDREDTHS = 10_000;

    private EmployerRules() {}

    /**
     * 26 CFR 1.36B-2(c)(3)(v): the employee by the price for one, family members on the same return by the price for the
     * family (the rule since 2023). Others whom the offer reaches are barred only once enrolled: 1.36B-2(c)(4)(i).
     *
     * @param group whose income counts, the household of the program
     */
    static void offers(Facts facts, int place, Rule rule, long group, Findings found) {
        boolean any = false;
        for (EmployerOffer offer : facts.kin.household.offers()) {
            int employee = facts.kin.place(offer.employee());
            if (employee == place) {
                any = true;
                judge(
                        facts, rule, group, offer.employeeOnly(), offer.minimumValue(), "eligibility.employer.own",
                        employee, found);
            } else if (offer.family().contains(facts.person(place).key())) {
                any = true;
                if (!Kin.has(group, employee)) {
                    found.met(rule, "eligibility.employer.not-family", facts.who[employee]);
                } else {
                    judge(
                            facts, rule, group, offer.familyCost(), offer.familyMinimumValue(), "eligibility.employer.family",
                            employee, found);
                }
            }
        }
        if (!any) {
            found.met(rule, "eligibility.employer.none");
        }
    }

    private static void judge(
            Facts facts,
            Rule rule,
            long group,
            @Nullable Money price,
            Answer minimumValue,
            String message,
            int employee,
            Findings found) {
        Who who = facts.who[employee];
        if (minimumValue == Answer.NO) {
            found.met(rule, "eligibility.employer.no-minimum-value", who);
            return;
        }
        // Nothing is no share of any income.
        if (price != null && price.cents() == 0 && minimumValue == Answer.YES) {
            found.notMet(rule, message + ".free", who);
            return;
        }
        int share = facts.rules.affordable();
        if (share < 0) {
            found.unknown(rule, "eligibility.rules.affordable-missing", facts.rules.file.planYear());
            return;
        }
        if (price == null || facts.incomes.yearRange(group).straddles(Math.floorDiv(price.cents() * MONTHS * HUNDREDTHS - 1, share))) {
            found.unknown(rule, "eligibility.employer.unknown", who);
            return;
        }
        long income = facts.incomes.year(group);
        boolean affordable = price.cents() * MONTHS * HUNDREDTHS <= share * income;
        Money most = new Money(share * income / (MONTHS * HUNDREDTHS));
        if (!affordable) {
            found.met(rule, message + ".not-affordable", who, price, most, new Percent(share));
        } else if (minimumValue == Answer.UNKNOWN) {
            found.unknown(rule, "eligibility.employer.unknown", who);
        } else {
            found.notMet(rule, message + ".affordable", who, price, most, new Percent(share));
            found.change("eligibility.change.offer", most);
        }
    }
}
