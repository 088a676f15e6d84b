package org.assisterportal.application.domain;

import java.util.Optional;
import org.assisterportal.application.Kin;
import org.assisterportal.application.Member;
import org.assisterportal.application.Question;
import org.assisterportal.application.Spot;
import org.assisterportal.eligibility.Taxes;
import org.assisterportal.eligibility.Taxes.Filing;
import org.assisterportal.eligibility.Taxes.Outside;
import org.assisterportal.eligibility.Taxes.SeparateReason;
import org.jspecify.annotations.Nullable;

/** How somebody will be on tax returns. */
final class TaxForm {
    private TaxForm() {}

    static Taxes of(String key, Fields fields, Sheet sheet) {
        Filing filing = fields.choice("filing", Filing.class).orElse(Filing.UNKNOWN);
        SeparateReason reason =
                filing == Filing.SEPARATE
                        ? fields.choice("reason", SeparateReason.class).orElse(SeparateReason.NONE)
                        : SeparateReason.NONE;
        Optional<Member> spouse = spouse(key, sheet);
        if (filing == Filing.JOINT && spouse.isEmpty()) {
            fields.wrong("filing", "no-spouse");
        }
        if (filing == Filing.SINGLE && spouse.isPresent()) {
            fields.wrong("filing", "married");
        }
        String claimed = fields.cell("claimed");
        @Nullable String by = sheet.member(claimed).map(Member::key).orElse(null);
        Optional<Outside> outside = fields.chosen("claimed", Outside.class);
        if (claimed.equals(key) || (by == null && outside.isEmpty())) {
            fields.wrong("claimed", "choose");
        }
        if (by != null && saysFilesNone(by, sheet)) {
            fields.wrong("claimed", "claimer");
        }
        if (by != null && filing == Filing.JOINT && spouse.map(Member::key).filter(by::equals).isPresent()) {
            fields.wrong("claimed", "spouse-claims");
        }
        return new Taxes(filing, by, outside.orElse(Outside.NOBODY), reason);
    }

    private static boolean saysFilesNone(String key, Sheet sheet) {
        return sheet.fields(new Spot(Question.TAXES, key)).cell("filing").equals(Filing.NONE.name());
    }

    static Optional<Member> spouse(String key, Sheet sheet) {
        return sheet.bonds().stream()
                .filter(bond -> bond.kin() == Kin.SPOUSE && bond.isOf(key))
                .map(bond -> bond.besides(key))
                .findFirst();
    }
}
