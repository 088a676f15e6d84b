package org.assisterportal.application.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.assisterportal.application.OpenEnrollment;
import org.assisterportal.eligibility.Ages;
import org.assisterportal.eligibility.Answer;
import org.assisterportal.eligibility.Determination;
import org.assisterportal.eligibility.Finding;
import org.assisterportal.eligibility.PersonAnswer;
import org.assisterportal.eligibility.Pregnancy;
import org.assisterportal.eligibility.Program;
import org.assisterportal.eligibility.Rule;
import org.assisterportal.eligibility.Sentence.Speech;
import org.assisterportal.eligibility.Verdict;
import org.assisterportal.policy.PolicyValues;
import org.springframework.stereotype.Component;

/** When a program ends that somebody had by the version that counted before; while an answer is open, none does. */
@Component
class ProgramEnds {
    private static final int CHILD_UNDER = 19;
    private static final int MONTHS_AFTER = 12;

    private final PolicyValues policy;

    ProgramEnds(PolicyValues policy) {
        this.policy = policy;
    }

    Optional<String> said(Determination former, PersonAnswer answer, LocalDate decided, Speech speech) {
        return ended(former, answer).flatMap(program -> said(program, former, answer, decided, speech));
    }

    private static Optional<Program> ended(Determination former, PersonAnswer answer) {
        return former.people().stream()
                .filter(one -> one.person().equals(answer.person()))
                .findFirst()
                .map(PersonAnswer::program)
                .filter(program -> answer.of(program).verdict() == Verdict.NO);
    }

    /** Whether Medical Assistance by the former version goes on, though the new one would not give it. */
    boolean continues(Determination former, PersonAnswer answer, LocalDate decided) {
        return ended(former, answer).filter(program -> program == Program.MEDICAL_ASSISTANCE).isPresent()
                && keeps(former, answer, decided);
    }

    private Optional<String> said(Program program, Determination former, PersonAnswer answer, LocalDate decided, Speech speech) {
        String name = speech.text("eligibility.program." + program);
        return switch (program) {
            case MEDICAL_ASSISTANCE ->
                    Optional.of(keeps(former, answer, decided) ? speech.text("notice.ends.continues", name) : afterNotice(name, decided, speech));
            case MINNESOTACARE ->
                    Optional.of(
                            answer.program() == Program.MEDICAL_ASSISTANCE
                                    ? speech.text("notice.ends.replaced", name, speech.text("eligibility.program.MEDICAL_ASSISTANCE"))
                                    : afterNotice(name, decided, speech));
            case TAX_CREDIT -> Optional.of(credit(former.facts().planYear(), decided, speech));
            case FULL_PRICE_PLAN -> Optional.empty();
        };
    }

    /**
     * 42 CFR 435.926, 42 U.S.C. 1396a(e)(5), (16): children, and whoever is pregnant or gave birth in the last twelve months,
     * keep Medical Assistance through more income, not through a move out of the state. How long, the county knows.
     */
    private static boolean keeps(Determination former, PersonAnswer answer, LocalDate decided) {
        boolean moved =
                answer.of(Program.MEDICAL_ASSISTANCE).findings().stream()
                        .anyMatch(one -> one.rule() == Rule.MA_RESIDENCE && one.result() == Finding.Result.NOT_MET);
        return !moved
                && former.facts().people().stream()
                        .filter(one -> one.key().equals(answer.person()))
                        .anyMatch(one -> Ages.at(one.born(), decided) < CHILD_UNDER || isPregnantOrAfter(one.pregnancy(), decided));
    }

    private static boolean isPregnantOrAfter(Pregnancy pregnancy, LocalDate decided) {
        LocalDate ended = pregnancy.endedOn();
        return pregnancy.pregnant() == Answer.YES || (ended != null && !decided.isAfter(ended.plusMonths(MONTHS_AFTER)));
    }

    private String afterNotice(String name, LocalDate decided, Speech speech) {
        int days = policy.inForce("notice.advance-days").number();
        return speech.text("notice.ends.after-notice", name, speech.day(lastDay(decided, days)), days);
    }

    /** 42 CFR 431.211, Minn. Stat. 256L.07, subd. 1: coverage is of whole months, and ends with the one in which the days of the notice are over. */
    static LocalDate lastDay(LocalDate decided, int days) {
        return YearMonth.from(decided.plusDays(days)).atEndOfMonth();
    }

    private static String credit(int year, LocalDate decided, Speech speech) {
        LocalDate without = OpenEnrollment.changesFrom(year, decided);
        return decided.getYear() < year
                ? speech.text("notice.ends.no-credit", year)
                : speech.text("notice.ends.credit", speech.day(without.minusDays(1)));
    }
}
