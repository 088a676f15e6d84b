package org.assisterportal.application.domain;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private static final String APART = "spouse-apart";
    private static final String TOGETHER = "spouse-together";

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
        spouse.ifPresent(other -> checkReturns(key, filing, other, fields, sheet));
        String claimed = fields.cell("claimed");
        @Nullable String by = sheet.member(claimed).map(Member::key).orElse(null);
        Optional<Outside> outside = fields.chosen("claimed", Outside.class);
        if (claimed.equals(key) || (by == null && outside.isEmpty())) {
            fields.wrong("claimed", "choose");
        }
        if (by != null && saysFilesNone(by, sheet)) {
            fields.wrong("claimed", "claimer");
        }
        if (by != null && sheet.fields(new Spot(Question.TAXES, by)).cell("claimed").equals(key)) {
            fields.wrong("claimed", "claim-each-other");
        }
        if (by != null && filing == Filing.JOINT && spouse.map(Member::key).filter(by::equals).isPresent()) {
            fields.wrong("claimed", "spouse-claims");
        }
        return new Taxes(filing, by, outside.orElse(Outside.NOBODY), reason);
    }

    /** Both file together, or neither: 26 U.S.C. 6013; who lives with the spouse is no head of household: 26 U.S.C. 7703(b). */
    private static void checkReturns(String key, Filing filing, Member spouse, Fields fields, Sheet sheet) {
        Optional<Filing> theirs = sheet.fields(new Spot(Question.TAXES, spouse.key())).chosen("filing", Filing.class);
        if (filing == Filing.JOINT && theirs.filter(one -> one != Filing.JOINT && one != Filing.UNKNOWN).isPresent()) {
            fields.wrong("filing", APART);
        }
        if (filing != Filing.JOINT && filing != Filing.UNKNOWN && theirs.filter(Filing.JOINT::equals).isPresent()) {
            fields.wrong("filing", TOGETHER);
        }
        boolean here = sheet.member(key).filter(Member::here).isPresent() && spouse.here();
        if (filing == Filing.HEAD_OF_HOUSEHOLD && here) {
            fields.wrong("filing", "head-with-spouse");
        }
    }

    /** Whether all that is wrong is what the spouse's page says: a couple that changes both has to begin with one of them. */
    static boolean waitsForTheSpouse(Map<String, String> problems) {
        return Set.of("apply.problem." + APART, "apply.problem." + TOGETHER).containsAll(problems.values());
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
