package org.assisterportal.eligibility.domain;

import static org.assisterportal.eligibility.domain.Kin.NOBODY;
import static org.assisterportal.eligibility.domain.Kin.has;

import org.assisterportal.eligibility.Answer;
import org.assisterportal.eligibility.CountedHousehold;
import org.assisterportal.eligibility.Money;
import org.assisterportal.eligibility.Person;
import org.assisterportal.eligibility.Rule;
import org.assisterportal.eligibility.Taxes.Filing;
import org.jspecify.annotations.Nullable;

/**
 * What each person of a household has, in cents a year; the month is kept as twelve times itself, so that nothing is ever
 * divided. Sums leave out what isn't known; ranges say what it could come to.
 */
final class Incomes {
    /** 26 U.S.C. 1211(b): so much of a year's capital losses comes off other income. */
    private static final long MOST_CAPITAL_LOSS = 3_000_00;

    private final Kin kin;
    private final int childUnder;
    private final PersonIncome[] parts;
    private final Range[] twelveMonths;
    private final Range[] year;
    private final long[] twelveMonthsKnown;
    private final long[] yearKnown;
    private final Answer[] filesThisYear;
    private final Answer[] filesPlanYear;

    Incomes(Kin kin, int childUnder, RuleFile.@Nullable Filing thisYear, RuleFile.@Nullable Filing planYear) {
        this.kin = kin;
        this.childUnder = childUnder;
        int count = kin.count();
        parts = new PersonIncome[count];
        twelveMonths = new Range[count];
        year = new Range[count];
        twelveMonthsKnown = new long[count];
        yearKnown = new long[count];
        filesThisYear = new Answer[count];
        filesPlanYear = new Answer[count];
        for (int i = 0; i < count; i++) {
            parts[i] = new PersonIncome(kin.people[i]);
        }
        for (int i = 0; i < count; i++) {
            limitLosses(i);
        }
        for (int i = 0; i < count; i++) {
            settle(i, thisYear, planYear);
        }
    }

    /** 26 U.S.C. 1211(b): what a return loses beyond the limit is carried to later years; half the limit on a separate return. */
    private void limitLosses(int place) {
        int spouse = kin.jointSpouse(place);
        PersonIncome part = parts[place];
        if (spouse != NOBODY && (parts[spouse].yearGains < part.yearGains || (parts[spouse].yearGains == part.yearGains && spouse < place))) {
            return;
        }
        long most = kin.filing(place) == Filing.SEPARATE ? MOST_CAPITAL_LOSS / 2 : MOST_CAPITAL_LOSS;
        long yearGains = part.yearGains + (spouse == NOBODY ? 0 : parts[spouse].yearGains);
        long monthGains = part.monthGains + (spouse == NOBODY ? 0 : parts[spouse].monthGains);
        part.unearned += Math.max(0, -yearGains - most);
        part.month += Math.max(0, -monthGains - most);
    }

    private void settle(int place, RuleFile.@Nullable Filing thisYear, RuleFile.@Nullable Filing planYear) {
        Person person = kin.people[place];
        PersonIncome part = parts[place];
        twelveMonthsKnown[place] = part.month;
        twelveMonths[place] = Range.known(part.month).open(part.monthBelow, part.monthAbove);
        long earned = part.earned;
        long unearned = part.unearned;
        long untaxed = part.untaxed;
        yearKnown[place] = earned + unearned + untaxed - part.deducted;
        year[place] = Range.known(yearKnown[place]).open(part.yearBelow, part.yearAbove);
        if (person.expected() != null) {
            Money expected = person.expected().amount();
            yearKnown[place] = expected == null ? 0 : expected.cents();
            year[place] = Range.known(yearKnown[place]).open(expected == null, expected == null);
            // The year's kinds are those of the month: what isn't untaxed or unearned now will be earned.
            untaxed = Math.min(untaxed, Math.max(0, yearKnown[place]));
            unearned = Math.min(unearned, Math.max(0, yearKnown[place] - untaxed));
            earned = yearKnown[place] - untaxed - unearned;
        }
        boolean known = year[place].least() == year[place].most();
        FilingRules.Taxable taxable = new FilingRules.Taxable(person.taxes().isDependent(), earned, unearned, known);
        filesThisYear[place] = FilingRules.mustFile(kin, place, thisYear, kin.household.day().getYear(), taxable);
        filesPlanYear[place] =
                thisYear == planYear
                        ? filesThisYear[place]
                        : FilingRules.mustFile(kin, place, planYear, kin.household.planYear(), taxable);
    }

    /** Twelve times the group's countable month, in cents, of what is known; a person's share is left out where the rules say so. */
    long twelveMonths(long group) {
        return sum(group, twelveMonthsKnown, filesThisYear);
    }

    /** The group's countable year, in cents, of what is known. */
    long year(long group) {
        return sum(group, yearKnown, filesPlanYear);
    }

    Range twelveMonthsRange(long group) {
        return range(group, twelveMonths, filesThisYear);
    }

    Range yearRange(long group) {
        return range(group, year, filesPlanYear);
    }

    boolean monthKnown(long group) {
        return known(group, twelveMonths, filesThisYear);
    }

    boolean yearKnown(long group) {
        return known(group, year, filesPlanYear);
    }

    /** What isn't known is said to change nothing, where a rule decides all the same. */
    static void openButDecided(CountedHousehold household, Rule rule, Findings found) {
        if (!household.known()) {
            found.noted(rule, "eligibility.income.open-but-decided");
        }
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

    private Range range(long group, Range[] amounts, Answer[] files) {
        Range sum = Range.NOTHING;
        for (int i = 0; i < amounts.length; i++) {
            if (!has(group, i)) {
                continue;
            }
            if (files[i] == Answer.YES || !countsOnlyIfFiling(group, i)) {
                sum = sum.plus(amounts[i]);
            } else if (files[i] == Answer.UNKNOWN) {
                sum = sum.plus(amounts[i].orNothing());
            }
        }
        return sum.fromZero();
    }

    private boolean known(long group, Range[] amounts, Answer[] files) {
        for (int i = 0; i < amounts.length; i++) {
            if (!has(group, i)) {
                continue;
            }
            boolean known = amounts[i].least() == amounts[i].most();
            if (!countsOnlyIfFiling(group, i)) {
                if (!known) {
                    return false;
                }
            } else if (files[i] == Answer.UNKNOWN || (files[i] == Answer.YES && !known)) {
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
