package org.assisterportal.coverage;

import java.util.List;
import org.assisterportal.application.Member;
import org.assisterportal.application.Paper;
import org.assisterportal.application.Question;
import org.assisterportal.application.Spot;
import org.assisterportal.eligibility.Problem;
import org.assisterportal.eligibility.Sentence;
import org.assisterportal.pages.ResultWords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What stands in the way of a signature, each with the page on which to correct it. */
@Component
class Contradictions {
    private final ResultWords words;
    private final Addresses addresses;

    Contradictions(ResultWords words, Addresses addresses) {
        this.words = words;
        this.addresses = addresses;
    }

    /** What is wrong, and the page's address where there is one. */
    record Line(String said, @Nullable String to) {}

    List<Line> of(Paper paper, List<Problem> problems) {
        return problems.stream().map(one -> line(paper, one)).toList();
    }

    Line of(Paper paper, Sentence why) {
        return new Line(words.said(paper, why), null);
    }

    private Line line(Paper paper, Problem problem) {
        String who = paper.person(problem.person()).map(Member::name).orElse("");
        String said = words.said(paper, problem);
        String to =
                paper.steps().stream()
                        .map(Paper.Step::spot)
                        .filter(spot -> isAbout(spot, problem))
                        .findFirst()
                        .map(spot -> addresses.of(paper.id(), spot))
                        .orElse(null);
        return new Line(who.isEmpty() ? said : who + ": " + said, to);
    }

    private static boolean isAbout(Spot spot, Problem problem) {
        Question question = question(problem.message().substring(problem.message().lastIndexOf('.') + 1));
        return spot.question() == question && (!question.ofOnePerson() || spot.subject().equals(problem.person()));
    }

    private static Question question(String problem) {
        return switch (problem) {
            case "born", "same-key" -> Question.PERSON;
            case "pregnancy-end" -> Question.PREGNANCY;
            case "status-since" -> Question.IMMIGRATION;
            case "negative-income" -> Question.INCOME;
            case "negative-deduction" -> Question.DEDUCTIONS;
            case "negative-price", "own-family", "unknown-employee" -> Question.OFFER;
            case "unknown-relative", "own-relative", "two-spouses", "young-spouse", "older-than-parent", "married-relative",
                    "own-ancestor" -> Question.RELATION;
            default -> Question.TAXES;
        };
    }
}
