package org.assisterportal.application.domain;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.assisterportal.application.Kin;
import org.assisterportal.application.Member;

/**
 * Who takes care of a child that lives here without a parent: a relative, or a relative's husband or wife (42 CFR 435.4).
 *
 * @param carer key of one of them of 19 or older here; empty when nobody of them does
 */
record CareForm(String carer) {
    private static final String NOBODY = "NOBODY";
    private static final Set<Kin> NO_RELATIVES = EnumSet.of(Kin.SPOUSE, Kin.PARTNER, Kin.NOT_RELATED);
    private static final int LAST_YEAR = 18;
    private static final int ADULT = 19;
    private static final int OLDEST = 120;

    static CareForm of(String child, Fields fields, Sheet sheet) {
        String chosen = fields.cell("carer");
        boolean offered = carers(child, sheet).stream().anyMatch(one -> one.key().equals(chosen));
        if (!offered && !chosen.equals(NOBODY)) {
            fields.wrong("carer", "choose");
        }
        return new CareForm(offered ? chosen : "");
    }

    /** Children at home here, none of whose parents is. */
    static boolean isAsked(Member child, Sheet sheet) {
        return child.here()
                && child.isAged(0, LAST_YEAR, sheet.today())
                && !carers(child.key(), sheet).isEmpty()
                && sheet.bonds().stream()
                        .filter(bond -> bond.isOf(child.key()))
                        .map(bond -> bond.besides(child.key()).here() && bond.isParent(bond.besides(child.key()).key()))
                        .noneMatch(parent -> parent);
    }

    static List<Member> carers(String child, Sheet sheet) {
        return sheet.members().stream()
                .filter(one -> !one.key().equals(child) && one.here() && one.isAged(ADULT, OLDEST, sheet.today()))
                .filter(one -> isRelated(one.key(), child, sheet) || spouseIsRelated(one.key(), child, sheet))
                .toList();
    }

    private static boolean isRelated(String one, String child, Sheet sheet) {
        return sheet.bonds().stream()
                .anyMatch(bond -> bond.isOf(one) && bond.isOf(child) && !NO_RELATIVES.contains(bond.kin()));
    }

    private static boolean spouseIsRelated(String one, String child, Sheet sheet) {
        return TaxForm.spouse(one, sheet).filter(spouse -> isRelated(spouse.key(), child, sheet)).isPresent();
    }
}
