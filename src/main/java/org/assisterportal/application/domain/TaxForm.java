package org.assisterportal.application.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.assisterportal.application.Kin;
import org.assisterportal.application.Member;
import org.assisterportal.application.Question;
import org.assisterportal.application.Spot;
import org.assisterportal.eligibility.Answer;
import org.assisterportal.eligibility.Taxes;
import org.assisterportal.eligibility.Taxes.Filing;
import org.assisterportal.eligibility.Taxes.Outside;
import org.assisterportal.eligibility.Taxes.SeparateReason;
import org.jspecify.annotations.Nullable;

/** How somebody will be on tax returns. */
final class TaxForm {
    static final String FILING = "filing";
    static final String CLAIMED = "claimed";
    private static final String REASON = "reason";
    // A younger child files for income of its own only, and claims nobody.
    private static final int LAST_YEAR_OF_CHILDHOOD = 13;

    private TaxForm() {}

    static Taxes of(String key, Fields fields, Sheet sheet) {
        boolean child = isChild(key, sheet);
        Filing filing = child ? Filing.NONE : fields.choice(FILING, Filing.class).orElse(Filing.UNKNOWN);
        SeparateReason reason =
                filing == Filing.SEPARATE
                        ? fields.choice(REASON, SeparateReason.class).orElse(SeparateReason.NONE)
                        : SeparateReason.NONE;
        String claimed = fields.cell(CLAIMED);
        @Nullable String by = sheet.member(claimed).map(Member::key).orElse(null);
        Optional<Outside> outside = fields.chosen(CLAIMED, Outside.class);
        boolean offered = by != null && claimers(key, sheet).stream().anyMatch(one -> one.key().equals(by));
        if (!offered && outside.isEmpty()) {
            fields.wrong(CLAIMED, "choose");
        }
        Taxes taxes = new Taxes(filing, by, outside.orElse(Outside.NOBODY), reason);
        if (child || !fields.isEmpty(FILING)) {
            TaxFit.check(key, taxes, fields, sheet);
        }
        return taxes;
    }

    /** Young and without income: whether a return is filed need not be asked. */
    private static boolean isChild(String key, Sheet sheet) {
        return sheet.member(key)
                .filter(one -> one.isAged(0, LAST_YEAR_OF_CHILDHOOD, sheet.today()))
                .filter(one -> EachForm.of(Question.EARNERS, key, sheet) != Answer.YES)
                .filter(one -> said(key, sheet).chosen(FILING, Filing.class).orElse(Filing.NONE) == Filing.NONE)
                .isPresent();
    }

    /** The fields that aren't asked of this person. */
    static Set<String> leftOut(String key, Sheet sheet) {
        return isChild(key, sheet) ? Set.of(FILING, REASON) : Set.of();
    }

    /** Who may be said to claim this person. */
    static List<Member> claimers(String key, Sheet sheet) {
        return sheet.members().stream().filter(one -> !one.key().equals(key) && !isChild(one.key(), sheet)).toList();
    }

    /** The page without what isn't asked. */
    static Map<String, String> tidied(String key, Map<String, String> content, Sheet sheet) {
        Map<String, String> tidied = new TreeMap<>(content);
        tidied.keySet().removeAll(leftOut(key, sheet));
        if (!Filing.SEPARATE.name().equals(tidied.get(FILING))) {
            tidied.remove(REASON);
        }
        return tidied;
    }

    /** What somebody's page says by now; nothing where it was answered for another year. */
    static Fields said(String key, Sheet sheet) {
        Fields said = sheet.fields(new Spot(Question.TAXES, key));
        return OfItsYear.isOfAnother(said, sheet) ? new Fields(Map.of()) : said;
    }

    static Optional<Member> spouse(String key, Sheet sheet) {
        return marriage(key, sheet).map(bond -> bond.besides(key));
    }

    static Optional<Bond> marriage(String key, Sheet sheet) {
        return sheet.bonds().stream().filter(bond -> bond.kin() == Kin.SPOUSE && bond.isOf(key)).findFirst();
    }
}
