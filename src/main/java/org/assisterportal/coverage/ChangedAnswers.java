package org.assisterportal.coverage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assisterportal.application.Answered;
import org.assisterportal.application.Applications;
import org.assisterportal.application.Faults;
import org.assisterportal.application.Hand;
import org.assisterportal.application.Member;
import org.assisterportal.application.Paper;
import org.assisterportal.application.Question;
import org.assisterportal.pages.AnswerWords;
import org.assisterportal.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What somebody answered otherwise since an application was read over, in the words of its pages. */
@Component
class ChangedAnswers {
    private final Applications applications;
    private final AnswerWords answers;
    private final Words words;

    ChangedAnswers(Applications applications, AnswerWords answers, Words words) {
        this.applications = applications;
        this.answers = answers;
        this.words = words;
    }

    /** A page, who answered it and when, and what is different; nothing of it where the reader may not see it. */
    record Line(String title, String by, List<Difference> differences) {}

    /** A question with its answer then and now. */
    record Difference(String asked, String before, String now) {}

    /** Since so many answers had been kept; nothing where that is no number. */
    List<Line> since(Hand by, Paper paper, String revision) {
        return revision.matches("\\d{1,6}")
                ? applications.since(by, paper.id(), Integer.parseInt(revision)).stream().map(one -> line(paper, one)).toList()
                : List.of();
    }

    private Line line(Paper paper, Applications.Since one) {
        Answered now = one.now();
        String by = words.say("apply.answered-by", List.of(now.by(), words.time(now.at())));
        if (now.content().containsKey("removed")) {
            Map<String, String> former = one.before() == null ? Map.of() : one.before().content();
            String name = (former.getOrDefault("first-name", "") + " " + former.getOrDefault("last-name", "")).strip();
            return new Line(words.say("apply.changed.removed", List.of(name)), by, List.of());
        }
        Paper.Step step = paper.step(one.spot()).orElseGet(() -> new Paper.Step(one.spot(), Paper.State.DONE, now, others(paper, one), Set.of(), Faults.NONE, null));
        Map<String, String> then = said(paper, step, one.before());
        Map<String, String> present = said(paper, step, now);
        Set<String> asked = new LinkedHashSet<>(then.keySet());
        asked.addAll(present.keySet());
        List<Difference> differences = new ArrayList<>();
        String nothing = words.key("apply.changed.nothing");
        for (String question : asked) {
            String before = then.getOrDefault(question, nothing);
            String after = present.getOrDefault(question, nothing);
            if (!before.equals(after)) {
                differences.add(new Difference(question, before, after));
            }
        }
        return new Line(answers.title(paper, step), by, differences);
    }

    private static List<Member> others(Paper paper, Applications.Since one) {
        boolean ofOne = one.spot().question() == Question.RELATION || one.spot().question() == Question.TAXES;
        return paper.people().stream().filter(member -> !ofOne || !member.key().equals(one.spot().subject())).toList();
    }

    /** By what was asked; two rows of one name, such as two wages, stand together. */
    private Map<String, String> said(Paper paper, Paper.Step step, @Nullable Answered answer) {
        Map<String, String> said = new LinkedHashMap<>();
        Paper.Step then = new Paper.Step(step.spot(), step.state(), answer, step.whom(), step.leftOut(), step.faults(), null);
        answers.rows(paper, then).forEach(row -> said.merge(row.asked(), row.said(), (one, other) -> one + "; " + other));
        return said;
    }
}
