package org.assisterportal.eligibility.domain;

import org.assisterportal.eligibility.Answer;
import org.assisterportal.eligibility.CostSharing;
import org.assisterportal.eligibility.Money;
import org.assisterportal.eligibility.Percent;
import org.assisterportal.eligibility.Program;
import org.assisterportal.eligibility.ProgramAnswer;
import org.assisterportal.eligibility.Rule;
import org.assisterportal.eligibility.Sentence.Word;
import org.assisterportal.eligibility.Taxes;
import org.assisterportal.eligibility.Verdict;
import org.assisterportal.eligibility.domain.TaxUnits.Unit;
import org.jspecify.annotations.Nullable;

/** The premium tax credit, paid in advance, and what comes with it. */
final class CreditRules {
    private static final int WHOLE = 100;
    private static final Word[] WORDS = words();

    private CreditRules() {}

    /**
     * The answer and what it lowers.
     *
     * @param costSharing null without the credit
     */
    record Judged(ProgramAnswer answer, @Nullable CostSharing costSharing) {}

    static Judged judge(
            Facts facts, int place, Verdict medicalAssistance, Verdict minnesotaCare, Verdict plan, TaxUnits units) {
        Findings found = new Findings();
        plan(plan, found);
        ImmigrationRules.credit(facts, place, found);
        otherProgram(medicalAssistance, minnesotaCare, found);
        GateRules.coverage(facts.person(place), Rule.CREDIT_COVERAGE, found);
        Unit unit = units.of(place);
        if (unit == null) {
            withoutReturn(facts, place, found);
        } else {
            filing(facts, unit, found);
            EmployerRules.offers(facts, place, Rule.CREDIT_EMPLOYER, unit.group(), found);
            found.noted(Rule.CREDIT_HOUSEHOLD, "eligibility.household.return", facts.names(unit.group()), unit.household().size());
            income(facts, unit, found);
        }
        CostSharing sharing = unit != null && found.verdict() == Verdict.YES ? costSharing(facts, place, unit) : null;
        if (sharing != null) {
            say(sharing, found);
        }
        return new Judged(
                new ProgramAnswer(Program.TAX_CREDIT, found.verdict(), found.findings(), found.changes(), null), sharing);
    }

    private static void plan(Verdict plan, Findings found) {
        switch (plan) {
            case YES -> found.met(Rule.CREDIT_PLAN, "eligibility.credit.plan.met");
            case UNKNOWN -> found.unknown(Rule.CREDIT_PLAN, "eligibility.credit.plan.unknown");
            case NO, HANDED_OVER -> found.notMet(Rule.CREDIT_PLAN, "eligibility.credit.plan.not");
        }
    }

    /** 26 U.S.C. 36B(c)(2)(B): whoever could have Medical Assistance or MinnesotaCare gets no credit. */
    private static void otherProgram(Verdict medicalAssistance, Verdict minnesotaCare, Findings found) {
        if (medicalAssistance == Verdict.YES) {
            found.notMet(Rule.CREDIT_OTHER_PROGRAM, "eligibility.not-ma.gets-it");
        } else if (minnesotaCare == Verdict.YES) {
            found.notMet(Rule.CREDIT_OTHER_PROGRAM, "eligibility.credit.gets-minnesotacare");
        } else if (medicalAssistance == Verdict.UNKNOWN || minnesotaCare == Verdict.UNKNOWN) {
            found.unknown(Rule.CREDIT_OTHER_PROGRAM, "eligibility.credit.other-unknown");
        } else {
            found.met(Rule.CREDIT_OTHER_PROGRAM, "eligibility.credit.no-other");
        }
    }

    /** 26 CFR 1.36B-2(b): files a return; a dependent has the credit only through whoever claims them. */
    private static void withoutReturn(Facts facts, int place, Findings found) {
        Taxes taxes = facts.person(place).taxes();
        int by = facts.kin.claimedBy[place];
        if (by == Kin.NOBODY && taxes.isDependent()) {
            found.notMet(Rule.CREDIT_DEPENDENT, "eligibility.credit.claimed-outside");
            found.change("eligibility.change.claimed-outside");
        } else if (taxes.claimedOutside() == Taxes.Outside.UNKNOWN || taxes.filing() == Taxes.Filing.UNKNOWN
                || (by != Kin.NOBODY && facts.kin.filing(by) == Taxes.Filing.UNKNOWN)) {
            found.unknown(Rule.CREDIT_FILING, "eligibility.credit.filing-unknown");
        } else {
            found.notMet(Rule.CREDIT_FILING, "eligibility.credit.files-none");
            found.change("eligibility.change.file");
        }
    }

    /** 26 CFR 1.36B-2(b)(2): married people file jointly, unless abused or abandoned and living apart from the spouse. */
    private static void filing(Facts facts, Unit unit, Findings found) {
        for (int filer = 0; filer < facts.kin.count(); filer++) {
            if (Kin.has(unit.filers(), filer) && facts.kin.claimedOutside(filer, Taxes.Outside.UNKNOWN)) {
                found.unknown(Rule.CREDIT_DEPENDENT, "eligibility.credit.filing-unknown");
                return;
            }
        }
        if (!unit.mayHaveCredit() && unit.exception() != Taxes.SeparateReason.NONE) {
            found.notMet(Rule.CREDIT_FILING, "eligibility.credit.not-apart");
            found.change("eligibility.change.apart");
            return;
        }
        if (!unit.mayHaveCredit()) {
            found.notMet(Rule.CREDIT_FILING, "eligibility.credit.separate");
            found.change("eligibility.change.joint");
            return;
        }
        switch (unit.exception()) {
            case NONE -> found.met(Rule.CREDIT_FILING, "eligibility.credit.files");
            case ABUSE -> found.met(Rule.CREDIT_FILING, "eligibility.credit.abuse");
            case ABANDONMENT -> found.met(Rule.CREDIT_FILING, "eligibility.credit.abandonment");
        }
    }

    /** 26 U.S.C. 36B(c)(1)(A): from 100 to 400 % of poverty, on exact income; then 36B(b)(3)(A). */
    private static void income(Facts facts, Unit unit, Findings found) {
        if (unit.open()) {
            found.unknown(Rule.CREDIT_INCOME, "eligibility.income.unknown", facts.names(unit.group()));
            return;
        }
        Incomes.openButDecided(unit.household(), Rule.CREDIT_INCOME, found);
        RuleFile.Credit data = facts.rules.file.credit();
        Money poverty = unit.household().guideline();
        Percent floor = Percent.whole(data.from().percent().intValueExact());
        Percent ceiling = Percent.whole(data.to().percent().intValueExact());
        Money least = new Money(data.from().percent().intValueExact() * poverty.cents() / WHOLE);
        Money most = new Money(data.to().percent().intValueExact() * poverty.cents() / WHOLE);
        boolean alone = !found.refused();
        long income = unit.household().income().cents();
        RuleFile.Share nearer = unit.floorMet() ? data.to() : data.from();
        Object[] said = {
            unit.household().income(), Shown.percent(income, poverty.cents(), nearer.percent().intValueExact()), unit.household().size(), floor, least, ceiling, most,
            facts.rules.yearly.year()
        };
        if (!unit.floorMet()) {
            found.notMet(Rule.CREDIT_INCOME, "eligibility.credit.income.below", said);
            changeIf(alone, found, "eligibility.change.credit-from", least);
        } else if (!unit.ceilingMet()) {
            found.notMet(Rule.CREDIT_INCOME, "eligibility.credit.income.over", said);
            changeIf(alone, found, "eligibility.change.credit-income", most);
        } else {
            found.met(Rule.CREDIT_INCOME, "eligibility.credit.income.met", said);
            if (unit.share() == null || unit.contribution() == null) {
                found.unknown(Rule.CREDIT_CONTRIBUTION, "eligibility.rules.contributions-missing", facts.rules.file.planYear());
            } else {
                int percent = (int) (income * WHOLE / poverty.cents());
                found.met(
                        Rule.CREDIT_CONTRIBUTION, "eligibility.credit.contribution", Percent.whole(percent), unit.share(),
                        unit.contribution());
                changeIf(alone, found, "eligibility.change.credit-until", most);
            }
        }
    }

    private static void changeIf(boolean alone, Findings found, String message, Money limit) {
        if (alone) {
            found.change(message, limit);
        }
    }

    /** 45 CFR 155.305(g)(2): by the income of a return that may have the credit. */
    static CostSharing costSharing(Facts facts, Unit unit) {
        if (!unit.household().known() || !unit.floorMet() || !unit.ceilingMet() || !unit.mayHaveCredit()) {
            return CostSharing.NONE;
        }
        RuleFile.CostSharingLimits limits = facts.rules.file.credit().costSharing();
        if (atMost(unit, limits.silver94())) {
            return CostSharing.SILVER_94;
        }
        if (atMost(unit, limits.silver87())) {
            return CostSharing.SILVER_87;
        }
        return atMost(unit, limits.silver73()) ? CostSharing.SILVER_73 : CostSharing.NONE;
    }

    /** 45 CFR 155.305(g), 155.350: members of tribes have kinds of their own, at every metal level. */
    private static CostSharing costSharing(Facts facts, int place, Unit unit) {
        if (facts.person(place).tribal() != Answer.YES) {
            return costSharing(facts, unit);
        }
        return atMost(unit, facts.rules.file.credit().costSharing().zero()) ? CostSharing.ZERO : CostSharing.LIMITED;
    }

    static void say(CostSharing sharing, Findings found) {
        if (sharing != CostSharing.NONE) {
            found.noted(Rule.COST_SHARING, "eligibility.cost-sharing", WORDS[sharing.ordinal()]);
        }
    }

    private static Word[] words() {
        CostSharing[] all = CostSharing.values();
        Word[] words = new Word[all.length];
        for (CostSharing sharing : all) {
            words[sharing.ordinal()] = new Word("eligibility.cost-sharing." + sharing.name());
        }
        return words;
    }

    private static boolean atMost(Unit unit, int percent) {
        return unit.household().income().cents() * WHOLE <= percent * unit.household().guideline().cents();
    }
}
