package org.assisterportal.application.domain;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.assisterportal.application.NextSteps;
import org.assisterportal.application.OpenEnrollment;
import org.assisterportal.eligibility.Determination;
import org.assisterportal.eligibility.Finding;
import org.assisterportal.eligibility.PersonAnswer;
import org.assisterportal.eligibility.Program;
import org.assisterportal.eligibility.ProgramAnswer;
import org.assisterportal.eligibility.Rule;
import org.assisterportal.eligibility.Sentence.Speech;
import org.assisterportal.eligibility.Verdict;
import org.assisterportal.policy.PolicyValues;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Says from when coverage begins, what to do next, and what decided. */
@Component
class PersonSteps implements NextSteps {
    private static final String EMERGENCY = "eligibility.change.emergency";
    /** Findings with which rules say that their figures aren't known: nothing that a household could report. */
    private static final String FIGURES = "eligibility.rules.";
    /** Rules that only repeat another program's answer. */
    private static final Set<Rule> OF_ANOTHER = EnumSet.of(Rule.CREDIT_PLAN, Rule.CREDIT_OTHER_PROGRAM, Rule.MINNESOTACARE_NOT_MA);

    private final PolicyValues policy;
    private final ProgramEnds ends;
    private final String phone;

    PersonSteps(PolicyValues policy, ProgramEnds ends, @Value("${assisterportal.arc.phone}") String phone) {
        this.policy = policy;
        this.ends = ends;
        this.phone = phone;
    }

    @Override
    public String headline(PersonAnswer answer, Speech speech) {
        ProgramAnswer first = answer.first();
        String name = speech.name(answer.person());
        String said = speech.text("apply.result." + first.verdict() + "." + first.program(), name);
        if (alsoTheCounty(answer)) {
            return said + " " + speech.text("apply.result.county-too", name);
        }
        return buysMeanwhile(answer) ? said + " " + speech.text("apply.result.meanwhile", name) : said;
    }

    private static boolean alsoTheCounty(PersonAnswer answer) {
        return answer.first().program() != Program.MEDICAL_ASSISTANCE
                && answer.of(Program.MEDICAL_ASSISTANCE).verdict() == Verdict.HANDED_OVER;
    }

    /** The county decides, and a plan can be bought until it has; with the credit, where that isn't decided, so that nothing is said of the price. */
    private static boolean buysMeanwhile(PersonAnswer answer) {
        return answer.first().verdict() == Verdict.HANDED_OVER && answer.of(Program.TAX_CREDIT).verdict() == Verdict.NO && answer.mayBuy();
    }

    @Override
    public Steps of(
            Determination determination, @Nullable Determination former, PersonAnswer answer, LocalDate decided, LocalDate today,
            Speech speech) {
        if (former != null && ends.continues(former, answer, decided)) {
            return new Steps(speech.text("notice.from.continues"), speech.text("notice.next.continues", phone), List.of(), Act.NONE);
        }
        Steps steps = ofFirst(determination, answer, decided, today, speech);
        return alsoTheCounty(answer) ? steps.after(countyToo(answer, decided, speech)) : steps;
    }

    @Override
    public Optional<String> ends(Determination former, PersonAnswer answer, LocalDate decided, Speech speech) {
        return ends.said(former, answer, decided, speech);
    }

    /** Other help that is granted doesn't end the county's part: 42 CFR 435.603(j), 435.911(c)(2). */
    private String countyToo(PersonAnswer answer, LocalDate decided, Speech speech) {
        return speech.text("notice.next.county-too", speech.name(answer.person()), speech.day(countyBy(decided)), phone);
    }

    private LocalDate countyBy(LocalDate decided) {
        return decided.plusDays(policy.inForce("notice.county-days").number());
    }

    private Steps ofFirst(Determination determination, PersonAnswer answer, LocalDate decided, LocalDate today, Speech speech) {
        int year = determination.facts().planYear();
        ProgramAnswer first = answer.first();
        return switch (first.verdict()) {
            case YES ->
                    switch (first.program()) {
                        case MEDICAL_ASSISTANCE -> medicalAssistance(speech, first);
                        case MINNESOTACARE -> minnesotaCare(speech, year, decided);
                        case TAX_CREDIT -> plan(speech, year, today, List.of());
                        case FULL_PRICE_PLAN -> plan(speech, year, today, reasons(answer.of(Program.TAX_CREDIT), speech));
                    };
            case HANDED_OVER -> {
                String asked = speech.text("notice.next.county", speech.day(countyBy(decided)), phone);
                String meanwhile = buysMeanwhile(answer) ? " " + speech.text("notice.next.county-meanwhile") : "";
                yield new Steps(speech.text("notice.from.county"), asked + meanwhile, List.of(), Act.NONE);
            }
            case UNKNOWN -> unknown(speech, year, answer, decided, today);
            case NO -> {
                LocalDate by = decided.plusDays(policy.inForce("notice.appeal-days").number());
                boolean emergency =
                        answer.of(Program.MEDICAL_ASSISTANCE).changes().stream().anyMatch(one -> one.message().equals(EMERGENCY));
                String urgent = emergency ? speech.text("notice.next.emergency", phone) + " " : "";
                yield new Steps(
                        speech.text("notice.from.none"), urgent + speech.text("notice.next.none", speech.day(by)), reasons(first, speech),
                        Act.NONE);
            }
        };
    }

    private Steps unknown(Speech speech, int year, PersonAnswer answer, LocalDate decided, LocalDate today) {
        ProgramAnswer first = answer.first();
        List<Finding> missing = first.findings().stream().filter(one -> one.result() == Finding.Result.UNKNOWN).toList();
        if (missing.stream().allMatch(one -> one.message().startsWith(FIGURES))) {
            // Nothing is missing from the household: the year's figures are.
            if (first.program() != Program.TAX_CREDIT) {
                return new Steps(speech.text("notice.from.figures"), speech.text("notice.next.figures-other", year), List.of(), Act.NONE);
            }
            Steps choosing = plan(speech, year, today, List.of());
            return new Steps(
                    choosing.from(), speech.text("notice.next.figures", year) + " " + choosing.next(), List.of(), Act.CHOOSE_PLAN);
        }
        LocalDate by = decided.plusDays(policy.inForce("notice.change-days").number());
        return new Steps(
                speech.text("notice.from.unknown"), speech.text("notice.next.unknown", speech.day(by)), missing(answer, speech), Act.REPORT);
    }

    /** What isn't known, in the first program that itself lacks something. */
    private static List<String> missing(PersonAnswer answer, Speech speech) {
        return answer.ladder().stream()
                .filter(one -> one.verdict() == Verdict.UNKNOWN)
                .map(
                        one ->
                                one.findings().stream()
                                        .filter(finding -> finding.result() == Finding.Result.UNKNOWN && !OF_ANOTHER.contains(finding.rule()))
                                        .map(finding -> finding.said(speech))
                                        .distinct()
                                        .toList())
                .filter(said -> !said.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** The first rule that wasn't met: it alone decides. */
    private static List<String> reasons(ProgramAnswer answer, Speech speech) {
        Stream<Finding> not = answer.findings().stream().filter(one -> one.result() == Finding.Result.NOT_MET);
        return not.limit(1).map(one -> one.said(speech)).toList();
    }

    private Steps medicalAssistance(Speech speech, ProgramAnswer answer) {
        @Nullable LocalDate from = answer.from();
        String begins = from == null ? speech.text("notice.from.ma-open") : speech.day(from);
        Steps steps = new Steps(begins, speech.text("notice.next.ma", phone), List.of(), Act.NONE);
        boolean inside = answer.findings().stream().anyMatch(one -> one.rule() == Rule.MA_CUSTODY);
        return inside ? steps.after(speech.text("notice.next.ma-custody")) : steps;
    }

    /** The first of the month after the first payment, in the plan year. */
    private static Steps minnesotaCare(Speech speech, int year, LocalDate decided) {
        LocalDate next = OpenEnrollment.firstAfter(decided);
        LocalDate january = LocalDate.of(year, 1, 1);
        LocalDate begins = next.isBefore(january) ? january : next;
        String day = speech.day(begins);
        String payBy = speech.day(begins.minusDays(1));
        return new Steps(
                speech.text("notice.from.minnesotacare", payBy, day), speech.text("notice.next.minnesotacare", payBy, day), List.of(),
                Act.NONE);
    }

    private Steps plan(Speech speech, int year, LocalDate today, List<String> why) {
        OpenEnrollment calendar = OpenEnrollment.of(year, policy);
        if (calendar == null) {
            return new Steps(
                    speech.text("notice.from.plan-open"), speech.text("notice.next.plan-open", year, phone), why, Act.CHOOSE_PLAN);
        }
        if (calendar.isOver(today)) {
            return new Steps(
                    speech.text("notice.from.special"), speech.text("notice.next.special", year, speech.day(calendar.closes()), phone), why,
                    Act.CHOOSE_PLAN);
        }
        LocalDate by = calendar.chooseBy(today);
        String from = speech.text("notice.from.plan", speech.day(by), speech.day(calendar.begins(today)));
        String opens = today.isBefore(calendar.opens()) ? speech.text("notice.next.plan-opens", speech.day(calendar.opens())) + " " : "";
        String later =
                by.isBefore(calendar.closes())
                        ? " " + speech.text("notice.next.plan-later", speech.day(calendar.closes()), speech.day(OpenEnrollment.firstAfter(calendar.closes())))
                        : "";
        return new Steps(from, opens + speech.text("notice.next.plan", speech.day(by), phone) + later, why, Act.CHOOSE_PLAN);
    }
}
