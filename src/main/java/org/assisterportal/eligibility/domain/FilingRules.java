package org.assisterportal.eligibility.domain;

import static org.assisterportal.eligibility.domain.Kin.NOBODY;

import java.time.LocalDate;
import org.assisterportal.eligibility.Answer;
import org.jspecify.annotations.Nullable;

/**
 * Who must file a return of the income tax: 26 U.S.C. 6012(a)(1), 63(c)(5). The return that 26 U.S.C. 6017 asks for 400
 * dollars of self-employment is of another tax, and makes nobody's income count: 26 U.S.C. 36B(d)(2)(A)(ii).
 */
final class FilingRules {
    /** The age that 26 U.S.C. 63(f) names. */
    private static final int AGED = 65;

    private FilingRules() {}

    /**
     * One person's gross income of a year, in cents.
     *
     * @param earned pay from abroad included, as 26 U.S.C. 6012(c) has it
     */
    record Taxable(boolean dependent, long earned, long unearned, boolean known) {}

    static Answer mustFile(Kin kin, int place, RuleFile.@Nullable Filing thresholds, int year, Taxable of) {
        if (of.known() && of.earned() <= 0 && of.unearned() <= 0) {
            return Answer.NO;
        }
        if (!of.known() || thresholds == null) {
            return Answer.UNKNOWN;
        }
        long additional = additional(kin, place, thresholds, year);
        long standard = thresholds.standardDeduction() * 100 + additional;
        if (!of.dependent()) {
            return Answer.of(of.earned() + of.unearned() >= standard);
        }
        long least = thresholds.unearned() * 100 + additional;
        long plus = Math.max(0, of.earned()) + thresholds.earnedPlus() * 100 + additional;
        long gross = Math.min(standard, Math.max(least, plus));
        return Answer.of(of.earned() > standard || of.unearned() > least || of.earned() + of.unearned() > gross);
    }

    /** 26 U.S.C. 63(f), 6012(a)(1)(B): what the thresholds are higher by for who is 65 on the day after the year. */
    private static long additional(Kin kin, int place, RuleFile.Filing thresholds, int year) {
        if (kin.people[place].born().isAfter(LocalDate.of(year - AGED + 1, 1, 1))) {
            return 0;
        }
        return 100 * (kin.spouse[place] == NOBODY ? thresholds.agedUnmarried() : thresholds.agedMarried());
    }
}
