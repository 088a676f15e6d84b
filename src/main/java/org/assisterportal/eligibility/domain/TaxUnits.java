package org.assisterportal.eligibility.domain;

import static org.assisterportal.eligibility.domain.Kin.NOBODY;
import static org.assisterportal.eligibility.domain.Kin.has;

import java.util.Arrays;
import org.assisterportal.eligibility.CountedHousehold;
import org.assisterportal.eligibility.Money;
import org.assisterportal.eligibility.Percent;
import org.assisterportal.eligibility.Taxes.Filing;
import org.assisterportal.eligibility.Taxes.SeparateReason;
import org.jspecify.annotations.Nullable;

/** The tax households of a household: 26 CFR 1.36B-1(d), each with what it is expected to pay. */
final class TaxUnits {
    private static final int MONTHS = 12;
    private static final int WHOLE = 100;
    private static final int HUNDREDTHS = 10_000;

    final int[] unitOf;
    final Unit[] units;

    TaxUnits(Facts facts) {
        Kin kin = facts.kin;
        unitOf = new int[kin.count()];
        Arrays.fill(unitOf, NOBODY);
        Unit[] found = new Unit[kin.count()];
        int count = 0;
        for (int i = 0; i < kin.count(); i++) {
            if (kin.isTaxpayer(i) && unitOf[i] == NOBODY) {
                Unit unit = unit(facts, i);
                for (int member = 0; member < kin.count(); member++) {
                    if (has(unit.group, member)) {
                        unitOf[member] = count;
                    }
                }
                found[count++] = unit;
            }
        }
        units = Arrays.copyOf(found, count);
    }

    /**
     * One return's people.
     *
     * @param filers filer, and spouse on the same return
     * @param mayHaveCredit filed jointly, not married, or excepted and living apart: 26 CFR 1.36B-2(b)(2)
     * @param open an income isn't known and could decide, or how much is paid depends on it
     * @param share of income expected, null when the table isn't loaded or no credit is possible at this income
     */
    record Unit(
            long filers,
            long group,
            CountedHousehold household,
            boolean mayHaveCredit,
            SeparateReason exception,
            boolean floorMet,
            boolean ceilingMet,
            boolean open,
            @Nullable Percent share,
            @Nullable Money contribution) {}

    private static Unit unit(Facts facts, int filer) {
        Kin kin = facts.kin;
        int joint = kin.jointSpouse(filer);
        long group = HouseholdRules.taxReturn(kin, filer);
        long filers = joint == NOBODY ? Kin.bit(filer) : Kin.bit(filer) | Kin.bit(joint);
        CountedHousehold household = facts.year(group);
        long income = household.income().cents();
        long poverty = household.guideline().cents();
        long floor = facts.rules.file.credit().from().percent().intValueExact() * poverty;
        long ceiling = facts.rules.file.credit().to().percent().intValueExact() * poverty;
        boolean floorMet = income * WHOLE >= floor;
        boolean ceilingMet = income * WHOLE <= ceiling;
        boolean open = !household.known() && facts.incomes.yearRange(group).reaches((floor + WHOLE - 1) / WHOLE, ceiling / WHOLE);
        SeparateReason exception = kin.people[filer].taxes().exception();
        int spouse = kin.spouse[filer];
        boolean apart = spouse == NOBODY || !kin.together(filer, spouse);
        boolean mayHaveCredit = kin.filing(filer) != Filing.SEPARATE || (exception != SeparateReason.NONE && apart);
        Percent share = null;
        Money contribution = null;
        if (household.known() && floorMet && ceilingMet && facts.rules.hasShares()) {
            int hundredths = facts.rules.share((int) (income * WHOLE / poverty));
            share = new Percent(hundredths);
            contribution = contribution(income, hundredths);
        }
        return new Unit(filers, group, household, mayHaveCredit, exception, floorMet, ceilingMet, open, share, contribution);
    }

    /** A twelfth of the expected share of the year's income, rounded half up to the cent before anything is subtracted. */
    static Money contribution(long income, int hundredths) {
        long twelfths = (long) MONTHS * HUNDREDTHS;
        return new Money((2 * income * hundredths + twelfths) / (2 * twelfths));
    }

    @Nullable Unit of(int place) {
        return unitOf[place] == NOBODY ? null : units[unitOf[place]];
    }

    /** Whose year counts as the tax credit counts it: those of the return, or without one as MinnesotaCare counts. */
    static long yearly(Facts facts, int place) {
        Kin kin = facts.kin;
        if (kin.claimedBy[place] != NOBODY) {
            return HouseholdRules.taxReturn(kin, kin.claimedBy[place]);
        }
        if (kin.isTaxpayer(place)) {
            return HouseholdRules.taxReturn(kin, place);
        }
        return HouseholdRules.minnesotaCare(kin, place, facts.rules.file.medicalAssistance().householdChildUnder().years());
    }
}
