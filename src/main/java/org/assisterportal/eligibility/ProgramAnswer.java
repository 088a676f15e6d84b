package org.assisterportal.eligibility;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.assisterportal.eligibility.Finding.Result;
import org.jspecify.annotations.Nullable;

/**
 * What one program says to one person.
 *
 * @param findings each rule that was looked at, in order, up to what decided
 * @param changes what would change the answer
 * @param from the first day of coverage; null when it depends on a choice or payment still to come, or there is none
 */
public record ProgramAnswer(
        Program program, Verdict verdict, List<Finding> findings, List<Change> changes, @Nullable LocalDate from) {

    private static final Set<Rule> OF_INCOME =
            EnumSet.of(Rule.MA_INCOME, Rule.MA_GAP, Rule.MINNESOTACARE_INCOME, Rule.CREDIT_INCOME, Rule.CREDIT_CONTRIBUTION);
    private static final Set<Rule> HOUSEHOLDS =
            EnumSet.of(Rule.MA_HOUSEHOLD, Rule.MINNESOTACARE_HOUSEHOLD, Rule.CREDIT_HOUSEHOLD);

    /**
     * What is so of almost everybody who gets a program, or is said by its income. That somebody files apart because of abuse is
     * among it on purpose: letters are read by others in the home.
     */
    private static final Set<String> USUAL =
            Set.of(
                    "eligibility.residence.met",
                    "eligibility.custody.free",
                    "eligibility.immigration.citizen",
                    "eligibility.ma.group",
                    "eligibility.not-ma.met",
                    "eligibility.minnesotacare.age.met",
                    "eligibility.coverage.none",
                    "eligibility.employer.none",
                    "eligibility.credit.plan.met",
                    "eligibility.credit.no-other",
                    "eligibility.credit.files",
                    "eligibility.credit.abuse");

    public ProgramAnswer {
        findings = List.copyOf(findings);
        changes = List.copyOf(changes);
    }

    /** The findings that decided, of a yes all that isn't usual; with an income goes whom the program counts together. */
    public List<Finding> deciding() {
        List<Finding> decided = findings.stream().filter(this::decides).toList();
        if (decided.stream().noneMatch(one -> OF_INCOME.contains(one.rule()))) {
            return decided;
        }
        return findings.stream().filter(one -> HOUSEHOLDS.contains(one.rule()) || decided.contains(one)).toList();
    }

    private boolean decides(Finding finding) {
        return switch (verdict) {
            case NO -> finding.result() == Result.NOT_MET;
            case UNKNOWN -> finding.result() == Result.UNKNOWN;
            case HANDED_OVER -> finding.rule() == Rule.MA_OTHER_BASIS;
            case YES ->
                    finding.result() != Result.NOT_MET
                            && (program == Program.FULL_PRICE_PLAN
                                    || !(USUAL.contains(finding.message()) || HOUSEHOLDS.contains(finding.rule())));
        };
    }
}
