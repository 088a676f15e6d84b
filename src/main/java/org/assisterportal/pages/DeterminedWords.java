package org.assisterportal.pages;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assisterportal.application.Member;
import org.assisterportal.application.Paper;
import org.assisterportal.eligibility.CostSharing;
import org.assisterportal.eligibility.CreditHousehold;
import org.assisterportal.eligibility.Determination;
import org.assisterportal.eligibility.Finding;
import org.assisterportal.eligibility.PersonAnswer;
import org.assisterportal.eligibility.Program;
import org.assisterportal.eligibility.Sentence;
import org.assisterportal.eligibility.Verdict;
import org.springframework.stereotype.Component;

/** What pages about a determination say alike, and by whose names. */
@Component
class DeterminedWords {
    private final Words words;

    DeterminedWords(Words words) {
        this.words = words;
    }

    List<RuleLine> lines(List<Finding> findings, Sentence.Speech speech) {
        return findings.stream()
                .map(
                        one ->
                                new RuleLine(
                                        one.result().name().toLowerCase(Locale.ROOT), words.key("apply.rule." + one.result()), one.said(speech),
                                        one.rule().citation()))
                .toList();
    }

    static String pays(Determination determination, PersonAnswer answer) {
        CreditHousehold household = determination.taxHousehold(answer);
        return answer.of(Program.TAX_CREDIT).verdict() != Verdict.YES || household == null || household.contribution() == null
                ? ""
                : household.contribution().words();
    }

    String costs(PersonAnswer answer) {
        return words.key("eligibility.cost-sharing." + (answer.costSharing() == null ? CostSharing.NONE : answer.costSharing()));
    }

    /** What lower costs mean when care is used, as a sentence; only for whoever has them. */
    String care(PersonAnswer answer) {
        return words.key("eligibility.care." + answer.costSharing());
    }

    Sentence.Speech speech(Paper paper) {
        return speech(paper, Map.of());
    }

    /** With the names of those who were in it before. */
    Sentence.Speech speech(Paper paper, Map<String, String> before) {
        return new Sentence.Speech() {
            @Override
            public String name(String key) {
                return paper.person(key).map(Member::name).or(() -> Optional.ofNullable(before.get(key))).orElseGet(() -> words.either("whatif.name." + key, ""));
            }

            @Override
            public String text(String message, Object... facts) {
                return words.say(message, Stream.of(facts).map(String::valueOf).toList());
            }

            @Override
            public String day(LocalDate day) {
                return words.day(day);
            }
        };
    }
}
