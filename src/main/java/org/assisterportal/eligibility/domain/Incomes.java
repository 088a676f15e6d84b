package org.assisterportal.eligibility.domain;

import static org.assisterportal.eligibility.domain.Kin.NOBODY;
import static org.assisterportal.eligibility.domain.Kin.has;

import java.time.LocalDate;
import org.assisterportal.eligibility.Answer;
import org.assisterportal.eligibility.Deduction;
import org.assisterportal.eligibility.Frequency;
import org.assisterportal.eligibility.Income;
import org.assisterportal.eligibility.IncomeKind;
import org.assisterportal.eligibility.IncomeKind.Counted;
import org.assisterportal.eligibility.Money;
import org.assisterportal.eligibility.Person;
import org.jspecify.annotations.Nullable;

/**
 * What each person of a household has, in cents a year; the month is kept as twelve times itself, so that nothing is ever
 * divided. Unknown amounts count as nothing and are marked.
 */
final class Incomes {
    private static final int MONTHS = 12;
    /** The age that 26 U.S.C. 63(f) names. */
    private static final int AGED = 65;

    private final Kin kin;
    private final int childUnder;
    private final long[] twelveMonths;
    private final long[] year;
    private final boolean[] monthKnown;
    private final boolean[] yearKnown;
    private final Answer[] filesThisYear;
    private final Answer[] filesPlanYear;

    Incomes(Kin kin, int childUnder, RuleFile.@Nullable Filing thisYear, RuleFile.@Nullable Filing planYear) {
        this.kin = kin;
        this.childUnder = childUnder;
        int count = kin.count();
        twelveMonths = new long[count];
        year = new long[count];
        monthKnown = new boolean[count];
        yearKnown = new boolean[count];
        filesThisYear = new Answer[count];
        filesPlanYear = new Answer[count];
        for (int i = 0; i < count; i++) {
            read(i, thisYear, planYear);
        }
    }

    /** 42 CFR 435.603(e) for the month, 26 CFR 1.36B-1(e)(2) for the year. */
    private void read(int place, RuleFile.@Nullable Filing thisYear, RuleFile.@Nullable Filing planYear) {
        Person person = kin.people[place];
        long month = 0;
        long earned = 0;
        long selfEmployed = 0;
        long unearned = 0;
        long untaxed = 0;
        boolean monthIsKnown = true;
        boolean yearIsKnown = true;
        for (Income income : person.incomes()) {
            IncomeKind kind = income.kind();
            Money amount = income.amount();
            if (kind.counted() == Counted.NEVER) {
                continue;
            }
            if (amount == null) {
                yearIsKnown = false;
                monthIsKnown &= kind.counted() != Counted.ALWAYS;
                continue;
            }
            long yearly = amount.cents() * income.frequency().timesAYear();
            if (kind.counted() == Counted.ALWAYS) {
                month += income.frequency() == Frequency.ONCE ? yearly * MONTHS : yearly;
            }
            switch (kind.nature()) {
                case EARNED -> {
                    earned += yearly;
                    if (kind == IncomeKind.SELF_EMPLOYMENT || kind == IncomeKind.FARMING) {
                        selfEmployed += yearly;
                    }
                }
                case UNEARNED -> unearned += yearly;
                case UNTAXED -> untaxed += yearly;
            }
        }
        long deducted = 0;
        for (Deduction deduction : person.deductions()) {
            Money amount = deduction.amount();
            if (amount == null) {
                yearIsKnown = false;
                monthIsKnown = false;
                continue;
            }
            long yearly = amount.cents() * deduction.frequency().timesAYear();
            deducted += yearly;
            month -= deduction.frequency() == Frequency.ONCE ? yearly * MONTHS : yearly;
        }
        twelveMonths[place] = month;
        monthKnown[place] = monthIsKnown;
        year[place] = earned + unearned + untaxed - deducted;
        yearKnown[place] = yearIsKnown;
        if (person.expected() != null) {
            Money expected = person.expected().amount();
            yearKnown[place] = expected != null;
            year[place] = expected == null ? 0 : expected.cents();
            // The year's kinds are those of the month: what isn't untaxed or unearned now will be earned.
            untaxed = Math.min(untaxed, Math.max(0, year[place]));
            unearned = Math.min(unearned, Math.max(0, year[place] - untaxed));
            earned = year[place] - untaxed - unearned;
            selfEmployed = Math.min(selfEmployed, Math.max(0, earned));
        }
        Taxable taxable = new Taxable(person.taxes().isDependent(), earned, selfEmployed, unearned, yearKnown[place]);
        filesThisYear[place] = mustFile(thisYear, additional(place, thisYear, kin.household.day().getYear()), taxable);
        filesPlanYear[place] =
                thisYear == planYear
                        ? filesThisYear[place]
                        : mustFile(planYear, additional(place, planYear, kin.household.planYear()), taxable);
    }

    /** One person's income of a year, in cents. */
    private record Taxable(boolean dependent, long earned, long selfEmployed, long unearned, boolean known) {}

    /** 26 U.S.C. 63(f), 6012(a)(1)(B): what the thresholds are higher by for who is 65 on the day after the year. */
    private long additional(int place, RuleFile.@Nullable Filing thresholds, int year) {
        if (thresholds == null || kin.people[place].born().isAfter(LocalDate.of(year - AGED + 1, 1, 1))) {
            return 0;
        }
        return 100 * (kin.spouse[place] == NOBODY ? thresholds.agedUnmarried() : thresholds.agedMarried());
    }

    /** 26 U.S.C. 6012(a)(1), 63(c)(5), 6017: above which income somebody must file a return. */
    private static Answer mustFile(RuleFile.@Nullable Filing thresholds, long additional, Taxable of) {
        if (of.known() && of.earned() <= 0 && of.unearned() <= 0) {
            return Answer.NO;
        }
        if (!of.known() || thresholds == null) {
            return Answer.UNKNOWN;
        }
        if (of.selfEmployed() >= thresholds.selfEmployment() * 100) {
            return Answer.YES;
        }
        long standard = thresholds.standardDeduction() * 100 + additional;
        if (!of.dependent()) {
            return Answer.of(of.earned() + of.unearned() >= standard);
        }
        long least = thresholds.unearned() * 100 + additional;
        long plus = Math.max(0, of.earned()) + thresholds.earnedPlus() * 100 + additional;
        long gross = Math.min(standard, Math.max(least, plus));
        return Answer.of(of.earned() > standard || of.unearned() > least || of.earned() + of.unearned() > gross);
    }

    /** Twelve times the group's countable month, in cents; a person's share is left out where the rules say so. */
    long twelveMonths(long group) {
        return sum(group, twelveMonths, filesThisYear);
    }

    /** The group's countable year, in cents. */
    long year(long group) {
        return sum(group, year, filesPlanYear);
    }

    boolean monthKnown(long group) {
        return known(group, twelveMonths, monthKnown, filesThisYear);
    }

    boolean yearKnown(long group) {
        return known(group, year, yearKnown, filesPlanYear);
    }

    private long sum(long group, long[] amounts, Answer[] files) {
        long sum = 0;
        for (int i = 0; i < amounts.length; i++) {
            if (has(group, i) && (files[i] == Answer.YES || !countsOnlyIfFiling(group, i))) {
                sum += amounts[i];
            }
        }
        return Math.max(0, sum);
    }

    private boolean known(long group, long[] amounts, boolean[] known, Answer[] files) {
        for (int i = 0; i < amounts.length; i++) {
            if (!has(group, i)) {
                continue;
            }
            if (!countsOnlyIfFiling(group, i)) {
                if (!known[i]) {
                    return false;
                }
            } else if (files[i] == Answer.UNKNOWN || (files[i] == Answer.YES && !known[i])) {
                return false;
            }
        }
        return true;
    }

    /**
     * 42 CFR 435.603(d)(2): a child who belongs to a parent's household, or a dependent counted with whoever claims them; 26
     * CFR 1.36B-1(e)(1): a dependent of the return.
     */
    private boolean countsOnlyIfFiling(long group, int place) {
        int by = kin.claimedBy[place];
        if (by != NOBODY && by != kin.spouse[place] && (has(group, by) || kin.isChildOf(place, by))) {
            return true;
        }
        return kin.ages[place] < childUnder && (kin.parents[place] & group) != 0;
    }
}
