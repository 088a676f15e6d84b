package org.assisterportal.eligibility.domain;

import static org.assisterportal.eligibility.domain.Kin.NOBODY;
import static org.assisterportal.eligibility.domain.Kin.has;

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
        boolean known = true;
        for (Income income : person.incomes()) {
            IncomeKind kind = income.kind();
            Money amount = income.amount();
            if (kind.counted() == Counted.NEVER) {
                continue;
            }
            if (amount == null) {
                known = false;
                continue;
            }
            long yearly = amount.cents() * income.frequency().timesAYear();
            if (kind.counted() == Counted.ALWAYS) {
                month += income.frequency() == Frequency.ONCE ? yearly * MONTHS : yearly;
            }
            switch (kind.nature()) {
                case EARNED -> {
                    earned += yearly;
                    if (kind != IncomeKind.WAGES) {
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
                known = false;
                continue;
            }
            long yearly = amount.cents() * deduction.frequency().timesAYear();
            deducted += yearly;
            month -= deduction.frequency() == Frequency.ONCE ? yearly * MONTHS : yearly;
        }
        twelveMonths[place] = month;
        monthKnown[place] = known;
        year[place] = earned + unearned + untaxed - deducted;
        yearKnown[place] = known;
        if (person.expected() != null) {
            Money expected = person.expected().amount();
            yearKnown[place] = expected != null;
            year[place] = expected == null ? 0 : expected.cents();
            // The year's kinds are those of the month: what isn't untaxed or unearned now will be earned.
            untaxed = Math.min(untaxed, Math.max(0, year[place]));
            unearned = Math.min(unearned, Math.max(0, year[place] - untaxed));
            earned = year[place] - untaxed - unearned;
            selfEmployed = selfEmployed == 0 ? 0 : earned;
        }
        boolean dependent = person.taxes().isDependent();
        filesThisYear[place] = mustFile(thisYear, dependent, earned, selfEmployed, unearned, yearKnown[place]);
        filesPlanYear[place] =
                thisYear == planYear
                        ? filesThisYear[place]
                        : mustFile(planYear, dependent, earned, selfEmployed, unearned, yearKnown[place]);
    }

    /** 26 U.S.C. 6012(a)(1), 63(c)(5), 6017: above which income somebody must file a return. */
    static Answer mustFile(
            RuleFile.@Nullable Filing thresholds,
            boolean dependent,
            long earned,
            long selfEmployed,
            long unearned,
            boolean known) {
        if (known && earned <= 0 && unearned <= 0) {
            return Answer.NO;
        }
        if (!known || thresholds == null) {
            return Answer.UNKNOWN;
        }
        long standard = thresholds.standardDeduction() * 100;
        if (selfEmployed >= thresholds.selfEmployment() * 100) {
            return Answer.YES;
        }
        if (!dependent) {
            return Answer.of(earned + unearned >= standard);
        }
        long least = thresholds.unearned() * 100;
        long gross = Math.min(standard, Math.max(least, Math.max(0, earned) + thresholds.earnedPlus() * 100));
        return Answer.of(earned > standard || unearned > least || earned + unearned > gross);
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
