package org.assisterportal.application.domain;

import java.util.List;
import org.assisterportal.application.Member;

/**
 * Who takes care of a child that lives here without a parent.
 *
 * @param carer key of somebody of 19 or older here; empty when nobody of them does
 */
record CareForm(String carer) {
    private static final String NOBODY = "NOBODY";
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
                .toList();
    }
}
