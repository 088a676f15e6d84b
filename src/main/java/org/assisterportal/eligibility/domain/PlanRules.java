package org.assisterportal.eligibility.domain;

import org.assisterportal.eligibility.Answer;
import org.assisterportal.eligibility.Person;
import org.assisterportal.eligibility.Rule;

/** Whether somebody may buy a plan of the marketplace at all: 45 CFR 155.305(a). */
final class PlanRules {
    private PlanRules() {}

    static Findings judge(Facts facts, int place) {
        Person person = facts.person(place);
        Findings found = new Findings();
        GateRules.residence(person, Rule.PLAN_RESIDENCE, found);
        GateRules.custody(person, Rule.PLAN_CUSTODY, found);
        ImmigrationRules.plan(facts, place, found);
        if (person.medicare() == Answer.YES) {
            found.noted(Rule.PLAN_MEDICARE, "eligibility.plan.medicare");
        }
        return found;
    }
}
