package org.assisterportal.application.domain;

import java.util.Optional;
import org.assisterportal.application.Member;
import org.assisterportal.application.Question;
import org.assisterportal.application.Spot;
import org.assisterportal.eligibility.Taxes;
import org.assisterportal.eligibility.Taxes.Filing;
import org.assisterportal.eligibility.Taxes.Outside;
import org.assisterportal.eligibility.Taxes.SeparateReason;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody's taxes fit to what other pages say, as the rules of eligibility have it (26 U.S.C. 2, 152, 6013, 7703);
 * said on the page on which it is entered, with the page that says otherwise.
 */
final class TaxFit {
    private final String key;
    private final Taxes taxes;
    private final Fields fields;
    private final Sheet sheet;

    private TaxFit(String key, Taxes taxes, Fields fields, Sheet sheet) {
        this.key = key;
        this.taxes = taxes;
        this.fields = fields;
        this.sheet = sheet;
    }

    static void check(String key, Taxes taxes, Fields fields, Sheet sheet) {
        TaxFit fit = new TaxFit(key, taxes, fields, sheet);
        TaxForm.marriage(key, sheet).ifPresentOrElse(fit::married, fit::unmarried);
        fit.claimed();
        fit.claiming();
    }

    private void unmarried() {
        boolean excepted = taxes.exception() != SeparateReason.NONE;
        if (taxes.filing() == Filing.JOINT || taxes.filing() == Filing.SEPARATE && !excepted && !fields.isEmpty("reason")) {
            fields.wrong(TaxForm.FILING, "no-spouse");
        }
    }

    private void married(Bond marriage) {
        Member spouse = marriage.besides(key);
        if (taxes.filing() == Filing.SINGLE) {
            fields.wrong(TaxForm.FILING, "married", new Spot(Question.RELATION, marriage.one().key()));
        }
        if (taxes.filing() == Filing.HEAD_OF_HOUSEHOLD && marriage.one().here() && marriage.other().here()) {
            fields.wrong(TaxForm.FILING, "head-with-spouse", new Spot(Question.PERSON, spouse.isSelf() ? key : spouse.key()));
        }
        Optional<Filing> theirs = theirs(spouse.key()).chosen(TaxForm.FILING, Filing.class);
        if (theirs.isPresent() && (taxes.filing() == Filing.JOINT) != (theirs.get() == Filing.JOINT)) {
            fields.wrong(TaxForm.FILING, taxes.filing() == Filing.JOINT ? "spouse-apart" : "spouse-together", taxes(spouse.key()));
        }
        if (taxes.filing() == Filing.JOINT && taxes.isDependent()) {
            fields.wrong(TaxForm.CLAIMED, "joint-dependent");
        }
    }

    /** Whoever claims somebody files a return, and is nobody's dependent. */
    private void claimed() {
        @Nullable String by = taxes.claimedBy();
        if (by == null) {
            return;
        }
        if (theirs(by).cell(TaxForm.CLAIMED).equals(key)) {
            fields.wrong(TaxForm.CLAIMED, "claim-each-other", taxes(by));
        } else if (isClaimed(by)) {
            fields.wrong(TaxForm.CLAIMED, "claimer-dependent", taxes(by));
        } else if (theirs(by).cell(TaxForm.FILING).equals(Filing.NONE.name())) {
            fields.wrong(TaxForm.CLAIMED, "claimer", taxes(by));
        }
    }

    /** The same from the other side. */
    private void claiming() {
        for (Member other : sheet.members()) {
            if (other.key().equals(key) || !theirs(other.key()).cell(TaxForm.CLAIMED).equals(key)) {
                continue;
            }
            if (taxes.filing() == Filing.NONE) {
                fields.wrong(TaxForm.FILING, "claims-unfiled", taxes(other.key()));
            }
            if (taxes.isDependent()) {
                fields.wrong(TaxForm.CLAIMED, "claims-dependent", taxes(other.key()));
            }
        }
    }

    private boolean isClaimed(String other) {
        String by = theirs(other).cell(TaxForm.CLAIMED);
        return sheet.member(by).isPresent() || by.equals(Outside.PARENT.name()) || by.equals(Outside.OTHER.name());
    }

    private Fields theirs(String other) {
        return TaxForm.said(other, sheet);
    }

    private static Spot taxes(String other) {
        return new Spot(Question.TAXES, other);
    }
}
