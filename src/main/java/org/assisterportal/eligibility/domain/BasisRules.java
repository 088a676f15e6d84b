package org.assisterportal.eligibility.domain;

import java.util.Map;
import org.assisterportal.eligibility.Answer;
import org.jspecify.annotations.Nullable;

/** To which group of Medical Assistance a person belongs: EPM 2.2.2.1. */
final class BasisRules {
    /** Of several groups with one limit, the first. */
    private static final Basis[] ORDER = {
        Basis.INFANT, Basis.PREGNANT, Basis.CHILD, Basis.PARENT, Basis.YOUNG_ADULT, Basis.ADULT
    };

    private BasisRules() {}

    /** The person's group with the highest limit: 42 CFR 435.603(d)(4); EPM 2.2.2.1. */
    static @Nullable Basis strongest(Facts facts, int place) {
        Map<Basis, RuleFile.Group> groups = facts.rules.file.medicalAssistance().groups();
        int age = facts.kin.ages[place];
        Basis best = null;
        for (Basis basis : ORDER) {
            RuleFile.Group group = groups.get(basis);
            if (group != null
                    && age >= group.from()
                    && age <= group.through()
                    && (best == null || facts.rules.limit(basis) > facts.rules.limit(best))
                    && belongs(facts, place, basis)) {
                best = basis;
            }
        }
        return best;
    }

    private static boolean belongs(Facts facts, int place, Basis basis) {
        return switch (basis) {
            case PREGNANT -> facts.pregnantOrAfter(place) == Answer.YES;
            case PARENT -> caresForChild(facts, place);
            case ADULT -> facts.person(place).medicare() != Answer.YES;
            case INFANT, CHILD, YOUNG_ADULT -> true;
        };
    }

    /** EPM 2.2.2.1: lives with a child under 19 as a parent, as a caretaker relative, or as such a relative's spouse. */
    private static boolean caresForChild(Facts facts, int place) {
        Kin kin = facts.kin;
        int under = facts.rules.file.medicalAssistance().dependentChildUnder().years();
        int spouse = kin.spouse[place];
        for (int child = 0; child < kin.count(); child++) {
            if (child == place || kin.ages[child] >= under || !kin.together(place, child)) {
                continue;
            }
            if (Kin.has(kin.parents[child] | kin.caretakers[child], place)
                    || (spouse != Kin.NOBODY && kin.together(place, spouse) && Kin.has(kin.caretakers[child], spouse))) {
                return true;
            }
        }
        return false;
    }
}
