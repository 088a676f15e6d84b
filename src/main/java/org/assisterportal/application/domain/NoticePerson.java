package org.assisterportal.application.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.assisterportal.application.Notice.Kind;
import org.assisterportal.application.Notice.Row;
import org.assisterportal.application.OpenEnrollment;
import org.assisterportal.eligibility.CostSharing;
import org.assisterportal.eligibility.CreditHousehold;
import org.assisterportal.eligibility.Determination;
import org.assisterportal.eligibility.Finding;
import org.assisterportal.eligibility.Money;
import org.assisterportal.eligibility.PersonAnswer;
import org.assisterportal.eligibility.Program;
import org.assisterportal.eligibility.ProgramAnswer;
import org.assisterportal.eligibility.Rule;
import org.assisterportal.eligibility.Verdict;
import org.assisterportal.policy.PolicyValues;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** One person's part of a notice: what, from when, what to do, and why. */
@Component
class NoticePerson {
    private final PolicyValues policy;
    private final String phone;

    NoticePerson(PolicyValues policy, @Value("${assisterportal.arc.phone}") String phone) {
        this.policy = policy;
        this.phone = phone;
    }

    /** From when, and what to do. */
    private record Steps(String from, String next) {}

    void write(NoticeWriter.Text text, Determination determination, PersonAnswer answer, LocalDate today) {
        Spoken spoken = text.spoken();
        String name = spoken.name(answer.person());
        ProgramAnswer first = answer.first();
        text.add(Kind.HEADING, name);
        text.add(
                first.verdict() == Verdict.YES ? Kind.GRANTED : Kind.OPEN,
                spoken.text("apply.result." + first.verdict() + "." + first.program(), name));
        Steps steps = steps(spoken, determination.facts().planYear(), first, today);
        List<Row> facts = new ArrayList<>();
        facts.add(new Row(spoken.text("notice.person.from"), steps.from()));
        facts.add(new Row(spoken.text("notice.person.next"), steps.next()));
        Money contribution = contribution(determination, answer, first);
        if (contribution != null) {
            facts.add(
                    new Row(spoken.text("notice.person.pays"), spoken.text("apply.result.contribution", contribution.words())));
        }
        if (answer.costSharing() != null && answer.costSharing() != CostSharing.NONE) {
            facts.add(new Row(spoken.text("notice.person.costs"), spoken.text("eligibility.cost-sharing." + answer.costSharing())));
        }
        text.facts(facts);
        answer.ladder().forEach(one -> why(text, spoken, one));
    }

    private static void why(NoticeWriter.Text text, Spoken spoken, ProgramAnswer answer) {
        text.add(
                Kind.SUBHEADING,
                spoken.text(
                        "notice.why", spoken.text("eligibility.program." + answer.program()),
                        spoken.text("eligibility.verdict." + answer.verdict())));
        text.items(answer.deciding().stream().map(one -> said(spoken, one)).toList());
        if (!answer.changes().isEmpty()) {
            String all = String.join(" ", answer.changes().stream().map(one -> one.said(spoken)).toList());
            text.add(Kind.TEXT, spoken.text("apply.result.change") + " " + all);
        }
    }

    private static String said(Spoken spoken, Finding finding) {
        return spoken.text("notice.rule", finding.said(spoken), finding.rule().citation());
    }

    private static @Nullable Money contribution(Determination determination, PersonAnswer answer, ProgramAnswer first) {
        CreditHousehold household = determination.taxHousehold(answer);
        return first.program() == Program.TAX_CREDIT && first.verdict() == Verdict.YES && household != null
                ? household.contribution()
                : null;
    }

    private Steps steps(Spoken spoken, int year, ProgramAnswer first, LocalDate today) {
        return switch (first.verdict()) {
            case YES ->
                    switch (first.program()) {
                        case MEDICAL_ASSISTANCE -> medicalAssistance(spoken, first.from());
                        case MINNESOTACARE -> minnesotaCare(spoken, year, today);
                        case TAX_CREDIT, FULL_PRICE_PLAN -> plan(spoken, year, today);
                    };
            case HANDED_OVER -> {
                LocalDate by = today.plusDays(policy.inForce("notice.county-days").number());
                yield new Steps(
                        spoken.text("notice.from.county"), spoken.text("notice.next.county", spoken.day(by), phone));
            }
            case UNKNOWN -> {
                if (first.deciding().stream().allMatch(one -> one.rule() == Rule.CREDIT_CONTRIBUTION)) {
                    // Nothing is missing from the household: the year's figures are.
                    Steps choosing = plan(spoken, year, today);
                    yield new Steps(choosing.from(), spoken.text("notice.next.figures", year) + " " + choosing.next());
                }
                LocalDate by = today.plusDays(policy.inForce("notice.change-days").number());
                yield new Steps(spoken.text("notice.from.unknown"), spoken.text("notice.next.unknown", spoken.day(by)));
            }
            case NO -> {
                LocalDate by = today.plusDays(policy.inForce("notice.appeal-days").number());
                yield new Steps(spoken.text("notice.from.none"), spoken.text("notice.next.none", spoken.day(by)));
            }
        };
    }

    private Steps medicalAssistance(Spoken spoken, @Nullable LocalDate from) {
        String begins = from == null ? spoken.text("notice.from.ma-open") : spoken.day(from);
        return new Steps(begins, spoken.text("notice.next.ma", phone));
    }

    /** The first of the month after the first payment, in the plan year. */
    private static Steps minnesotaCare(Spoken spoken, int year, LocalDate today) {
        LocalDate next = OpenEnrollment.firstAfter(today);
        LocalDate january = LocalDate.of(year, 1, 1);
        LocalDate begins = next.isBefore(january) ? january : next;
        String day = spoken.day(begins);
        String payBy = spoken.day(begins.minusDays(1));
        return new Steps(
                spoken.text("notice.from.minnesotacare", payBy, day), spoken.text("notice.next.minnesotacare", payBy, day));
    }

    private Steps plan(Spoken spoken, int year, LocalDate today) {
        OpenEnrollment calendar = OpenEnrollment.of(year, policy);
        if (calendar == null) {
            return new Steps(spoken.text("notice.from.plan-open"), spoken.text("notice.next.plan-open", year, phone));
        }
        if (calendar.isOver(today)) {
            return new Steps(
                    spoken.text("notice.from.special"),
                    spoken.text("notice.next.special", year, spoken.day(calendar.closes()), phone));
        }
        LocalDate by = calendar.chooseBy(today);
        String from = spoken.text("notice.from.plan", spoken.day(by), spoken.day(calendar.begins(today)));
        String opens = today.isBefore(calendar.opens()) ? spoken.text("notice.next.plan-opens", spoken.day(calendar.opens())) + " " : "";
        String later =
                by.isBefore(calendar.closes())
                        ? " " + spoken.text("notice.next.plan-later", spoken.day(calendar.closes()), spoken.day(OpenEnrollment.firstAfter(calendar.closes())))
                        : "";
        return new Steps(from, opens + spoken.text("notice.next.plan", spoken.day(by), phone) + later);
    }
}
