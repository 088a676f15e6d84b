package org.assisterportal.application.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.assisterportal.application.NextSteps;
import org.assisterportal.application.Notice.Kind;
import org.assisterportal.application.Notice.Row;
import org.assisterportal.eligibility.CostSharing;
import org.assisterportal.eligibility.CreditHousehold;
import org.assisterportal.eligibility.Determination;
import org.assisterportal.eligibility.Finding;
import org.assisterportal.eligibility.Money;
import org.assisterportal.eligibility.PersonAnswer;
import org.assisterportal.eligibility.Program;
import org.assisterportal.eligibility.ProgramAnswer;
import org.assisterportal.eligibility.Verdict;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One person's part of a notice: what, from when, what to do, and why. */
@Component
class NoticePerson {
    private final NextSteps next;

    NoticePerson(NextSteps next) {
        this.next = next;
    }

    void write(
            NoticeWriter.Text text, Determination determination, @Nullable Determination former, PersonAnswer answer, LocalDate today) {
        Spoken spoken = text.spoken().byFirstName();
        ProgramAnswer first = answer.first();
        text.add(Kind.HEADING, text.spoken().name(answer.person()));
        text.add(
                first.verdict() == Verdict.YES ? Kind.GRANTED : Kind.OPEN,
                next.headline(answer, spoken));
        NextSteps.Steps steps = next.of(determination, former, answer, today, today, spoken);
        List<Row> facts = new ArrayList<>();
        if (former != null) {
            next.ends(former, answer, today, spoken).ifPresent(said -> facts.add(new Row(spoken.text("notice.person.ends"), said)));
        }
        facts.add(new Row(spoken.text("notice.person.from"), steps.from()));
        facts.add(new Row(spoken.text("notice.person.next"), steps.next()));
        Money contribution = contribution(determination, answer, first);
        if (contribution != null) {
            facts.add(
                    new Row(spoken.text("notice.person.pays"), spoken.text("apply.result.contribution", contribution.words())));
        }
        if (answer.costSharing() != null && answer.costSharing() != CostSharing.NONE) {
            facts.add(new Row(spoken.text("notice.person.costs"), spoken.text("eligibility.care." + answer.costSharing())));
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
}
