package org.assisterportal.eligibility.domain;

import java.time.LocalDate;
import org.assisterportal.eligibility.Ages;
import org.assisterportal.eligibility.CountedHousehold;
import org.assisterportal.eligibility.Money;
import org.assisterportal.eligibility.Percent;
import org.assisterportal.eligibility.Person;
import org.assisterportal.eligibility.Program;
import org.assisterportal.eligibility.ProgramAnswer;
import org.assisterportal.eligibility.Rule;
import org.assisterportal.eligibility.Verdict;

/** MinnesotaCare, the state's Basic Health Program, by the income of the plan year. */
final class MinnesotaCareRules {
    private static final int WHOLE = 100;

    private MinnesotaCareRules() {}

    /** The answer and whom it counts. */
    record Judged(ProgramAnswer answer, CountedHousehold household) {}

    static Judged judge(Facts facts, int place, Verdict medicalAssistance) {
        Person person = facts.person(place);
        Findings found = new Findings();
        int childUnder = facts.rules.file.medicalAssistance().householdChildUnder().years();
        long group = HouseholdRules.minnesotaCare(facts.kin, place, childUnder);
        CountedHousehold household = facts.year(group);
        GateRules.residence(person, Rule.MINNESOTACARE_RESIDENCE, found);
        GateRules.custody(person, Rule.MINNESOTACARE_CUSTODY, found);
        ImmigrationRules.minnesotaCare(facts, place, found);
        notMedicalAssistance(medicalAssistance, found);
        age(facts, person, found);
        GateRules.coverage(person, Rule.MINNESOTACARE_COVERAGE, found);
        EmployerRules.offers(facts, place, Rule.MINNESOTACARE_EMPLOYER, group, found);
        found.noted(Rule.MINNESOTACARE_HOUSEHOLD, "eligibility.household.year", facts.names(group), household.size());
        income(facts, group, household, found);
        return new Judged(
                new ProgramAnswer(Program.MINNESOTACARE, found.verdict(), found.findings(), found.changes(), null), household);
    }

    /** Minn. Stat. 256L.04, subd. 1 and 7: not for whoever gets Medical Assistance; waiting for another basis doesn't bar. */
    private static void notMedicalAssistance(Verdict medicalAssistance, Findings found) {
        switch (medicalAssistance) {
            case YES -> found.notMet(Rule.MINNESOTACARE_NOT_MA, "eligibility.not-ma.gets-it");
            case UNKNOWN -> found.unknown(Rule.MINNESOTACARE_NOT_MA, "eligibility.not-ma.unknown");
            case NO, HANDED_OVER -> found.met(Rule.MINNESOTACARE_NOT_MA, "eligibility.not-ma.met");
        }
    }

    /** 42 CFR 600.305(a)(5): 64 or younger when the year begins. */
    private static void age(Facts facts, Person person, Findings found) {
        int oldest = facts.rules.file.minnesotaCare().oldest().years();
        int age = Ages.at(person.born(), LocalDate.of(facts.rules.file.planYear(), 1, 1));
        if (age <= oldest) {
            found.met(Rule.MINNESOTACARE_AGE, "eligibility.minnesotacare.age.met", oldest);
        } else {
            found.notMet(Rule.MINNESOTACARE_AGE, "eligibility.minnesotacare.age.over", oldest);
        }
    }

    /** Minn. Stat. 256L.04: up to 200 % of poverty; no least income. */
    private static void income(Facts facts, long group, CountedHousehold household, Findings found) {
        int limit = facts.rules.file.minnesotaCare().limit().percent().intValueExact();
        if (facts.incomes.yearRange(group).straddles(limit * household.guideline().cents() / WHOLE)) {
            found.unknown(Rule.MINNESOTACARE_INCOME, "eligibility.income.unknown", facts.names(group));
            return;
        }
        Incomes.openButDecided(household, Rule.MINNESOTACARE_INCOME, found);
        Money most = new Money(limit * household.guideline().cents() / WHOLE);
        boolean fits = household.income().cents() * WHOLE <= limit * household.guideline().cents();
        String message = fits ? "eligibility.minnesotacare.income.met" : "eligibility.minnesotacare.income.over";
        Object[] said = {
            household.income(), Shown.percent(household.income().cents(), household.guideline().cents(), limit), household.size(), Percent.whole(limit), most, facts.rules.yearly.year()
        };
        boolean alone = !found.refused();
        if (fits) {
            found.met(Rule.MINNESOTACARE_INCOME, message, said);
        } else {
            found.notMet(Rule.MINNESOTACARE_INCOME, message, said);
        }
        if (alone) {
            found.change(fits ? "eligibility.change.minnesotacare-until" : "eligibility.change.minnesotacare-income", most);
        }
    }
}
