package org.assisterportal.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assisterportal.application.NextSteps;
import org.assisterportal.application.Paper;
import org.assisterportal.application.Signings;
import org.assisterportal.eligibility.CostSharing;
import org.assisterportal.eligibility.CountedHousehold;
import org.assisterportal.eligibility.CreditHousehold;
import org.assisterportal.eligibility.Determination;
import org.assisterportal.eligibility.PersonAnswer;
import org.assisterportal.eligibility.Program;
import org.assisterportal.eligibility.ProgramAnswer;
import org.assisterportal.eligibility.Sentence;
import org.assisterportal.eligibility.Verdict;
import org.assisterportal.shared.Minnesota;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A determination in the reader's words: each person, each program, each rule that decided. */
@Component
public class ResultWords {
    private final Words words;
    private final DeterminedWords determined;
    private final NextSteps next;
    private final Clock clock;

    ResultWords(Words words, DeterminedWords determined, NextSteps next, Clock clock) {
        this.words = words;
        this.determined = determined;
        this.next = next;
        this.clock = clock;
    }

    /** What one program says. */
    public record Rung(String program, Verdict verdict, String said, String from, List<RuleLine> lines, List<String> changes) {}

    /** A line of what follows, {@code What to do next: Choose a plan by …}. */
    public record Fact(String name, String said) {}

    /**
     * One person's answers.
     *
     * @param verdict of the headline
     * @param facts why, from when, what to do, what is paid, as the notice says them
     * @param counted who is counted together and their income, a line a program
     */
    public record Person(
            String name, Verdict verdict, String headline, List<Fact> facts, NextSteps.Act act, List<Rung> ladder, List<String> counted) {}

    /**
     * Everybody's answers.
     *
     * @param former what counted for the plan year before; null for the year's first version
     */
    public List<Person> people(Paper paper, Signings.Signature signature, Determination determination, @Nullable Determination former) {
        Sentence.Speech speech = determined.speech(paper);
        LocalDate decided = LocalDate.ofInstant(signature.at(), Minnesota.ZONE);
        return determination.people().stream().map(one -> person(determination, former, one, decided, speech)).toList();
    }

    private Person person(
            Determination determination, @Nullable Determination former, PersonAnswer answer, LocalDate decided, Sentence.Speech speech) {
        String name = speech.name(answer.person());
        NextSteps.Steps steps = next.of(determination, former, answer, decided, Minnesota.today(clock), speech);
        // Like the days of the notice, which is made right after the signature.
        Optional<String> ends = former == null ? Optional.empty() : next.ends(former, answer, decided, speech);
        List<Rung> ladder = answer.ladder().stream().map(one -> rung(one, speech)).toList();
        return new Person(
                name, answer.first().verdict(), next.headline(answer, speech), facts(steps, ends, determination, answer), steps.act(), ladder,
                counted(determination, answer, speech));
    }

    private List<Fact> facts(NextSteps.Steps steps, Optional<String> ends, Determination determination, PersonAnswer answer) {
        List<Fact> facts = new ArrayList<>();
        if (!steps.why().isEmpty()) {
            facts.add(new Fact(words.key("apply.result.reason"), String.join(" ", steps.why())));
        }
        ends.ifPresent(said -> facts.add(new Fact(words.key("notice.person.ends"), said)));
        facts.add(new Fact(words.key("notice.person.from"), steps.from()));
        facts.add(new Fact(words.key("notice.person.next"), steps.next()));
        String pays = answer.first().program() == Program.TAX_CREDIT ? DeterminedWords.pays(determination, answer) : "";
        if (!pays.isEmpty()) {
            facts.add(new Fact(words.key("notice.person.pays"), words.say("apply.result.contribution", List.of(pays))));
        }
        if (answer.costSharing() != null && answer.costSharing() != CostSharing.NONE) {
            facts.add(new Fact(words.key("notice.person.costs"), determined.care(answer)));
        }
        return facts;
    }

    private Rung rung(ProgramAnswer answer, Sentence.Speech speech) {
        return new Rung(
                words.key("eligibility.program." + answer.program()), answer.verdict(),
                words.key("eligibility.verdict." + answer.verdict()),
                answer.from() == null ? "" : words.say("eligibility.from", List.of(words.day(answer.from()))),
                determined.lines(answer.findings(), speech),
                answer.changes().stream().map(one -> one.said(speech)).toList());
    }

    private List<String> counted(Determination determination, PersonAnswer answer, Sentence.Speech speech) {
        List<String> lines = new ArrayList<>();
        lines.add(counted("apply.result.counted.month", answer.medicalAssistance(), speech));
        lines.add(counted("apply.result.counted.year", answer.yearly(), speech));
        CreditHousehold household = determination.taxHousehold(answer);
        if (household != null) {
            lines.add(counted("apply.result.counted.return", household.household(), speech));
        }
        return lines;
    }

    private String counted(String key, CountedHousehold household, Sentence.Speech speech) {
        String who = String.join(", ", household.members().stream().map(speech::name).toList());
        return words.say(
                key, List.of(who, String.valueOf(household.size()), household.income().words(), household.percent().words()));
    }

    public String said(Paper paper, Sentence sentence) {
        return sentence.said(determined.speech(paper));
    }
}
