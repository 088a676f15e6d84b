package org.assisterportal.eligibility.domain;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.assisterportal.eligibility.Answer;
import org.assisterportal.eligibility.CountedHousehold;
import org.assisterportal.eligibility.Money;
import org.assisterportal.eligibility.Percent;
import org.assisterportal.eligibility.Person;
import org.assisterportal.eligibility.Program;
import org.assisterportal.eligibility.ProgramAnswer;
import org.assisterportal.eligibility.Rule;
import org.assisterportal.eligibility.Sentence.Word;
import org.assisterportal.eligibility.Verdict;
import org.assisterportal.eligibility.domain.HouseholdRules.Way;
import org.assisterportal.eligibility.domain.Rules.Guideline;

/** Medical Assistance for families, children and adults, by the income of the present month. */
final class MedicalAssistanceRules {
    private static final int MONTHS = 12;
    private static final int WHOLE = 100;
    private static final int OTHER_BASIS_FROM = 65;
    private static final Map<Basis, Word> WORDS = words();

    private MedicalAssistanceRules() {}

    /**
     * An answer with what other programs need of it.
     *
     * @param byIncome the answer of these rules alone, without what another basis might still say
     */
    record Judged(ProgramAnswer answer, Verdict byIncome, CountedHousehold household) {}

    static Judged judge(Facts facts, int place) {
        Person person = facts.person(place);
        Findings found = new Findings();
        int childUnder = facts.rules.file.medicalAssistance().householdChildUnder().years();
        Way way = HouseholdRules.way(facts.kin, place, childUnder);
        long group = HouseholdRules.medicalAssistance(facts.kin, place, way, childUnder);
        int expected = facts.expected(group);
        int size = Long.bitCount(group) + expected;
        LocalDate day = facts.kin.household.day();
        Guideline guideline = facts.rules.medicalAssistance(day);
        CountedHousehold household = facts.month(group, size, guideline == null ? facts.rules.yearly : guideline);

        GateRules.residence(person, Rule.MA_RESIDENCE, found);
        ImmigrationRules.medicalAssistance(facts, place, found);
        GateRules.custodyUnderMedicalAssistance(person, found);
        boolean open = !found.refused();
        found.noted(Rule.MA_HOUSEHOLD, way.message, facts.names(group), Long.bitCount(group));
        if (expected > 0) {
            found.noted(Rule.MA_HOUSEHOLD, "eligibility.household.expected", expected, size);
        }
        if (guideline == null) {
            found.unknown(Rule.MA_INCOME, "eligibility.rules.guideline-missing", day);
        } else {
            byGroup(facts, place, way, group, household, guideline, found);
        }
        Verdict byIncome = found.verdict();
        Verdict verdict = open ? orOtherBasis(facts, place, byIncome, found) : byIncome;
        LocalDate from = verdict == Verdict.YES ? day.withDayOfMonth(1) : null;
        return new Judged(
                new ProgramAnswer(Program.MEDICAL_ASSISTANCE, verdict, found.findings(), found.changes(), from), byIncome, household);
    }

    private static void byGroup(
            Facts facts, int place, Way way, long group, CountedHousehold household, Guideline guideline, Findings found) {
        Basis basis = BasisRules.strongest(facts, place);
        if (basis == null) {
            if (!fosterCare(facts, place, found)) {
                found.notMet(Rule.MA_BASIS, "eligibility.ma.no-group", facts.kin.ages[place]);
            }
            return;
        }
        Word word = word(basis);
        found.met(Rule.MA_BASIS, "eligibility.ma.group", word);
        if (basis == Basis.ADULT && facts.person(place).medicare() == Answer.UNKNOWN) {
            found.unknown(Rule.MA_BASIS, "eligibility.coverage.medicare-unknown");
        }
        income(facts, place, way, group, basis, household, guideline, found);
    }

    /** 42 CFR 435.603(h)(1): the month's income against the group's limit; then the ways round it. */
    private static void income(
            Facts facts,
            int place,
            Way way,
            long group,
            Basis basis,
            CountedHousehold household,
            Guideline guideline,
            Findings found) {
        int limit = facts.rules.limit(basis);
        long poverty = guideline.of(household.size());
        long income = facts.incomes.twelveMonths(group);
        Money most = new Money(limit * poverty / (WHOLE * MONTHS));
        if (facts.incomes.twelveMonthsRange(group).straddles(limit * poverty / WHOLE) || way == Way.OUTSIDE_RETURN) {
            if (!fosterCare(facts, place, found)) {
                String message = way == Way.OUTSIDE_RETURN ? "eligibility.ma.income.outside" : "eligibility.income.unknown";
                found.unknown(Rule.MA_INCOME, message, facts.names(group));
            }
            return;
        }
        Incomes.openButDecided(household, Rule.MA_INCOME, found);
        if (income * WHOLE <= limit * poverty) {
            found.met(
                    Rule.MA_INCOME, "eligibility.ma.income.met", Shown.month(income, most, true), Shown.percent(income, poverty, limit), household.size(),
                    word(basis), Percent.whole(limit), most, guideline.year());
            int without = limit - facts.rules.file.medicalAssistance().disregard().points();
            if (income * WHOLE > without * poverty) {
                found.noted(Rule.MA_INCOME, "eligibility.ma.disregard", Percent.whole(without), Percent.whole(limit));
            }
            if (!found.refused()) {
                found.change("eligibility.change.ma-until", most);
                BirthdayRules.leaves(facts, place, basis, found);
            }
            return;
        }
        // Foster care asks for no income, so it is looked at before an unknown year; where it is unknown itself, after a gap.
        boolean foster = facts.person(place).fosterCare() == Answer.YES && fosterCare(facts, place, found);
        if (foster || gap(facts, place, found)
                || fosterCare(facts, place, found)
                || pregnancyWouldDo(facts, place, basis, group, household, guideline, found)) {
            return;
        }
        found.notMet(
                Rule.MA_INCOME, "eligibility.ma.income.over", Shown.month(income, most, false), Shown.percent(income, poverty, limit), household.size(),
                word(basis), Percent.whole(limit), most, guideline.year());
        found.change("eligibility.change.ma-income", most);
    }

    /** 42 CFR 435.603(i): over by the month, yet below poverty by the year as the tax credit counts it. */
    private static boolean gap(Facts facts, int place, Findings found) {
        long group = TaxUnits.yearly(facts, place);
        long year = facts.incomes.year(group);
        long poverty = facts.rules.yearly.of(Long.bitCount(group));
        int below = facts.rules.file.medicalAssistance().gapBelow().percent().intValueExact();
        if (facts.incomes.yearRange(group).straddles((below * poverty - 1) / WHOLE)) {
            found.unknown(Rule.MA_GAP, "eligibility.income.unknown", facts.names(group));
            return true;
        }
        if (year * WHOLE >= below * poverty) {
            return false;
        }
        found.met(Rule.MA_GAP, "eligibility.ma.gap", new Money(year), new Money(below * poverty / WHOLE), Long.bitCount(group));
        return true;
    }

    /** 42 CFR 435.150: in foster care and on Medicaid at 18, under 26, whatever the income. */
    private static boolean fosterCare(Facts facts, int place, Findings found) {
        int under = facts.rules.file.medicalAssistance().fosterCareUnder().years();
        int age = facts.kin.ages[place];
        Answer fosterCare = facts.person(place).fosterCare();
        if (age < 18 || age >= under || fosterCare == Answer.NO) {
            return false;
        }
        if (fosterCare == Answer.UNKNOWN) {
            found.unknown(Rule.MA_FOSTER_CARE, "eligibility.ma.foster-care-unknown", under);
        } else {
            found.met(Rule.MA_FOSTER_CARE, "eligibility.ma.foster-care", under);
            found.change("eligibility.change.foster-care", facts.person(place).born().plusYears(under));
        }
        return true;
    }

    /** Nobody is refused over a pregnancy not asked about, theirs or another's: with a child expected the income would do. */
    private static boolean pregnancyWouldDo(
            Facts facts, int place, Basis basis, long group, CountedHousehold household, Guideline guideline, Findings found) {
        int open = facts.pregnancyUnknown(group);
        boolean theirs = facts.person(place).pregnancy().pregnant() == Answer.UNKNOWN;
        int limit = facts.rules.limit(theirs ? Basis.PREGNANT : basis);
        long poverty = guideline.of(household.size() + open);
        if (open == 0 || facts.incomes.twelveMonths(group) * WHOLE > limit * poverty) {
            return false;
        }
        if (theirs) {
            found.unknown(Rule.MA_BASIS, "eligibility.ma.pregnancy-unknown", Percent.whole(limit));
        } else {
            found.unknown(Rule.MA_HOUSEHOLD, "eligibility.ma.expected-unknown", new Money(limit * poverty / (WHOLE * MONTHS)));
        }
        return true;
    }

    /** 42 CFR 435.603(j): 65 and over, Medicare, blind or disabled is decided by other rules elsewhere, so this is never a no. */
    private static Verdict orOtherBasis(Facts facts, int place, Verdict byIncome, Findings found) {
        Person person = facts.person(place);
        boolean likely =
                facts.kin.ages[place] >= OTHER_BASIS_FROM || person.medicare() == Answer.YES || person.disabled() == Answer.YES;
        if (byIncome == Verdict.YES) {
            if (likely) {
                found.noted(Rule.MA_OTHER_BASIS, "eligibility.ma.other-basis-too");
            }
            return byIncome;
        }
        if (likely && byIncome == Verdict.NO) {
            found.noted(Rule.MA_OTHER_BASIS, "eligibility.ma.other-basis");
            return Verdict.HANDED_OVER;
        }
        if (person.medicare() == Answer.UNKNOWN || person.disabled() == Answer.UNKNOWN) {
            found.unknown(Rule.MA_OTHER_BASIS, "eligibility.ma.other-basis-unknown");
            return Verdict.UNKNOWN;
        }
        return byIncome;
    }

    private static Word word(Basis basis) {
        return Objects.requireNonNull(WORDS.get(basis));
    }

    private static Map<Basis, Word> words() {
        Map<Basis, Word> words = new EnumMap<>(Basis.class);
        for (Basis basis : Basis.values()) {
            words.put(basis, new Word(basis.message()));
        }
        return words;
    }
}
