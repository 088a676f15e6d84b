package org.assisterportal.eligibility.domain;

import static org.assisterportal.eligibility.domain.Kin.NOBODY;
import static org.assisterportal.eligibility.domain.Kin.bit;
import static org.assisterportal.eligibility.domain.Kin.has;

import org.assisterportal.eligibility.Taxes;

/** Whom a program counts together with a person; a group is the bits of a long. */
final class HouseholdRules {
    private HouseholdRules() {}

    /** How somebody's household for Medical Assistance came about, each with the message that says so. */
    enum Way {
        TAXPAYER("eligibility.household.taxpayer"),
        DEPENDENT("eligibility.household.dependent"),
        CLAIMED_BY_ANOTHER("eligibility.household.claimed-by-another"),
        PARENTS_APART_ON_RETURNS("eligibility.household.parents-not-joint"),
        PARENT_ELSEWHERE("eligibility.household.parent-elsewhere"),
        OUTSIDE_RETURN("eligibility.household.outside-return"),
        NOT_ON_A_RETURN("eligibility.household.not-on-return");

        final String message;

        Way(String message) {
            this.message = message;
        }
    }

    /** 42 CFR 435.603(f): by which of its rules. */
    static Way way(Kin kin, int person, int childUnder) {
        int by = kin.claimedBy[person];
        if (by != NOBODY) {
            return dependentsWay(kin, person, by, kin.ages[person] < childUnder);
        }
        if (kin.claimedOutside(person, Taxes.Outside.OTHER)) {
            return Way.CLAIMED_BY_ANOTHER;
        }
        if (kin.claimedOutside(person, Taxes.Outside.PARENT)) {
            return kin.ages[person] < childUnder ? Way.PARENT_ELSEWHERE : Way.OUTSIDE_RETURN;
        }
        return kin.isTaxpayer(person) ? Way.TAXPAYER : Way.NOT_ON_A_RETURN;
    }

    /** 42 CFR 435.603(f)(2)(i) to (iii): the three exceptions of dependents. */
    private static Way dependentsWay(Kin kin, int person, int by, boolean child) {
        int withBy = kin.jointSpouse(by);
        boolean taxpayersChild = kin.isChildOf(person, by) || (withBy != NOBODY && kin.isChildOf(person, withBy));
        if (!taxpayersChild && kin.spouse[person] != by) {
            return Way.CLAIMED_BY_ANOTHER;
        }
        if (child && taxpayersChild) {
            boolean withTaxpayer = kin.together(person, by) || (withBy != NOBODY && kin.together(person, withBy));
            if (!withTaxpayer) {
                return Way.PARENT_ELSEWHERE;
            }
            long others = kin.parents[person] & kin.home[person] & ~bit(by);
            if (withBy != NOBODY) {
                others &= ~bit(withBy);
            }
            if (others != 0) {
                return Way.PARENTS_APART_ON_RETURNS;
            }
        }
        return Way.DEPENDENT;
    }

    /** 42 CFR 435.603(f): a person's household for Medical Assistance. */
    static long medicalAssistance(Kin kin, int person, Way way, int childUnder) {
        return switch (way) {
            case TAXPAYER -> taxpayers(kin, person);
            case DEPENDENT -> taxpayers(kin, kin.claimedBy[person]) | bit(person) | spouseAtHome(kin, person);
            case CLAIMED_BY_ANOTHER, PARENTS_APART_ON_RETURNS, PARENT_ELSEWHERE, OUTSIDE_RETURN, NOT_ON_A_RETURN ->
                    notOnReturn(kin, person, childUnder);
        };
    }

    /** EPM 3.3.1: those of the tax return and a spouse at home; without a return as for Medical Assistance. */
    static long minnesotaCare(Kin kin, int person, int childUnder) {
        if (kin.claimedBy[person] != NOBODY) {
            return taxpayers(kin, kin.claimedBy[person]) | bit(person);
        }
        return kin.isTaxpayer(person) ? taxpayers(kin, person) : notOnReturn(kin, person, childUnder);
    }

    /** 42 CFR 435.603(f)(1) and (4): taxpayer, whoever files with them, whom they claim, and a spouse at home. */
    private static long taxpayers(Kin kin, int person) {
        return taxReturn(kin, person) | spouseAtHome(kin, person);
    }

    /** 26 CFR 1.36B-1(d): the people of one return. */
    static long taxReturn(Kin kin, int person) {
        int joint = kin.jointSpouse(person);
        long group = bit(person) | kin.claims[person];
        return joint == NOBODY ? group : group | bit(joint) | kin.claims[joint];
    }

    /** 42 CFR 435.603(f)(3): of those at home spouse and children; of a child, also parents and siblings who are children. */
    private static long notOnReturn(Kin kin, int person, int childUnder) {
        long group = bit(person) | spouseAtHome(kin, person);
        boolean child = kin.ages[person] < childUnder;
        for (int other = 0; other < kin.count(); other++) {
            if (other == person || !kin.together(person, other)) {
                continue;
            }
            boolean otherIsChild = kin.ages[other] < childUnder;
            if ((otherIsChild && has(kin.parents[other], person))
                    || (child && has(kin.parents[person], other))
                    || (child && otherIsChild && has(kin.siblings[person], other))) {
                group |= bit(other);
            }
        }
        return group;
    }

    private static long spouseAtHome(Kin kin, int person) {
        int spouse = kin.spouse[person];
        return spouse != NOBODY && kin.together(person, spouse) ? bit(spouse) : 0;
    }
}
