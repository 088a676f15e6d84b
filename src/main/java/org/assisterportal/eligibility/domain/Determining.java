package org.assisterportal.eligibility.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assisterportal.eligibility.Answer;
import org.assisterportal.eligibility.CostSharing;
import org.assisterportal.eligibility.CreditHousehold;
import org.assisterportal.eligibility.Determination;
import org.assisterportal.eligibility.Eligibility;
import org.assisterportal.eligibility.Household;
import org.assisterportal.eligibility.PersonAnswer;
import org.assisterportal.eligibility.Problem;
import org.assisterportal.eligibility.Program;
import org.assisterportal.eligibility.ProgramAnswer;
import org.assisterportal.eligibility.Verdict;
import org.springframework.stereotype.Component;

/** Determines by the rules of the household's plan year; reads its rule data when it is made, and nothing afterwards. */
@Component
final class Determining implements Eligibility {
    private final RuleShelf shelf = new RuleShelf();
    private final HouseholdText text = new HouseholdText();

    @Override
    public Outcome determine(Household household) {
        Rules rules = shelf.of(household.planYear());
        if (rules == null) {
            return new RulesNotLoaded(household.planYear(), "eligibility.rules.year-missing", List.of(household.planYear()));
        }
        return determine(household, rules);
    }

    @Override
    public Outcome again(Household household, String version) {
        Rules rules = shelf.ofVersion(version);
        if (rules == null || rules.file.planYear() != household.planYear()) {
            return new RulesNotLoaded(household.planYear(), "eligibility.rules.version-missing", List.of(version));
        }
        return determine(household, rules);
    }

    private static Outcome determine(Household household, Rules rules) {
        Kin kin = new Kin(household);
        List<Problem> problems = ConsistencyRules.problems(kin, rules.file.marriage().age());
        if (!problems.isEmpty()) {
            return new Inconsistent(problems);
        }
        return new Determined(determined(new Facts(kin, rules)));
    }

    private static Determination determined(Facts facts) {
        TaxUnits units = new TaxUnits(facts);
        int count = facts.kin.count();
        List<PersonAnswer> answers = new ArrayList<>(count);
        long credited = 0;
        for (int place = 0; place < count; place++) {
            if (facts.person(place).applies()) {
                PersonAnswer answer = person(facts, place, units);
                answers.add(answer);
                if (answer.of(Program.TAX_CREDIT).verdict() == Verdict.YES) {
                    credited |= Kin.bit(place);
                }
            }
        }
        List<CreditHousehold> taxHouseholds = new ArrayList<>(units.units.length);
        for (TaxUnits.Unit unit : units.units) {
            taxHouseholds.add(
                    new CreditHousehold(
                            facts.keys(unit.filers()),
                            unit.household(),
                            facts.keys(unit.group() & credited),
                            unit.share(),
                            unit.contribution(),
                            CreditRules.costSharing(facts, unit)));
        }
        return new Determination(facts.kin.household, facts.rules.version, answers, taxHouseholds);
    }

    /** The ladder, in its order; each program knows what the ones above it said. */
    private static PersonAnswer person(Facts facts, int place, TaxUnits units) {
        MedicalAssistanceRules.Judged medicalAssistance = MedicalAssistanceRules.judge(facts, place);
        Verdict byIncome = medicalAssistance.byIncome();
        MinnesotaCareRules.Judged minnesotaCare = MinnesotaCareRules.judge(facts, place, byIncome);
        Findings plan = PlanRules.judge(facts, place);
        CreditRules.Judged credit =
                CreditRules.judge(facts, place, byIncome, minnesotaCare.answer().verdict(), plan.verdict(), units);
        CostSharing sharing = credit.costSharing();
        if (sharing == null && plan.verdict() == Verdict.YES && facts.person(place).tribal() == Answer.YES) {
            sharing = CostSharing.LIMITED;
            CreditRules.say(sharing, plan);
        }
        return new PersonAnswer(
                facts.who[place].key(),
                List.of(
                        medicalAssistance.answer(),
                        minnesotaCare.answer(),
                        credit.answer(),
                        new ProgramAnswer(Program.FULL_PRICE_PLAN, plan.verdict(), plan.findings(), plan.changes(), null)),
                medicalAssistance.household(),
                minnesotaCare.household(),
                units.unitOf[place],
                sharing);
    }

    @Override
    public Set<Integer> planYears() {
        return Set.copyOf(shelf.all().keySet());
    }

    @Override
    public String write(Household household) {
        return text.write(household);
    }

    @Override
    public Household read(String written) {
        return text.read(written);
    }
}
