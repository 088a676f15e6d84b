package org.assisterportal.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assisterportal.application.Changes;
import org.assisterportal.application.Member;
import org.assisterportal.application.NextSteps;
import org.assisterportal.application.OpenEnrollment;
import org.assisterportal.application.Paper;
import org.assisterportal.application.Signings;
import org.assisterportal.eligibility.CostSharing;
import org.assisterportal.eligibility.CountedHousehold;
import org.assisterportal.eligibility.CreditHousehold;
import org.assisterportal.eligibility.Determination;
import org.assisterportal.eligibility.Finding;
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
    private final NextSteps next;
    private final Clock clock;

    ResultWords(Words words, NextSteps next, Clock clock) {
        this.words = words;
        this.next = next;
        this.clock = clock;
    }

    /**
     * A rule as it was applied, with where it is written.
     *
     * @param style the result as a style's name ends
     */
    public record Line(String style, String result, String said, String citation) {}

    /** What one program says. */
    public record Rung(String program, Verdict verdict, String said, String from, List<Line> lines, List<String> changes) {}

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
        Sentence.Speech speech = speech(paper);
        LocalDate decided = LocalDate.ofInstant(signature.at(), Minnesota.ZONE);
        return determination.people().stream().map(one -> person(determination, former, one, decided, speech)).toList();
    }

    /**
     * What a reported change would do to somebody; for who wasn't in it, {@code before} says that.
     *
     * @param same whether the program stays; amounts may differ all the same
     * @param amounts what differs besides the program: what is paid, what care costs, what ends, and from when
     */
    public record Effect(String before, String after, boolean same, List<String> amounts) {}

    public List<Effect> effects(Paper paper, Changes.Effect effect) {
        Sentence.Speech speech = speech(paper, effect.names());
        return compared(speech, effect.before(), effect.after()).stream()
                .map(one -> new Effect(one.before(), one.after(), one.same(), differs(one, effect, speech)))
                .toList();
    }

    private List<String> differs(Compared one, Changes.Effect effect, Sentence.Speech speech) {
        List<String> lines = new ArrayList<>(one.amounts());
        Optional<PersonAnswer> then = effect.after().people().stream().filter(answer -> answer.person().equals(one.person())).findFirst();
        if (then.isPresent() && !(one.same() && lines.isEmpty())) {
            LocalDate today = Minnesota.today(clock);
            next.ends(effect.before(), then.get(), today, speech).ifPresent(lines::add);
            lines.add(from(effect, then.get(), today, speech));
        }
        return lines;
    }

    /** Whoever has plans already and keeps them pays otherwise from a month on; everybody else begins as the notice says. */
    private String from(Changes.Effect effect, PersonAnswer then, LocalDate today, Sentence.Speech speech) {
        boolean bought = effect.before().people().stream().anyMatch(one -> one.person().equals(then.person()) && one.buys());
        if (!bought || !then.buys()) {
            return words.say("apply.change.from", List.of(next.of(effect.after(), then, today, today, speech).from()));
        }
        int year = effect.after().facts().planYear();
        LocalDate from = OpenEnrollment.changesFrom(year, today);
        return from.getYear() == year
                ? words.say("apply.change.from.plans", List.of(words.day(from)))
                : words.say("apply.change.from.late", List.of(String.valueOf(year)));
    }

    /** Somebody before and after; what changed program by program with the rules that decide then. */
    public record Compared(String person, String name, String before, String after, boolean same, List<Step> steps, List<String> amounts) {}

    /** A program whose answer changes. */
    public record Step(String program, String before, String after, List<Line> lines) {}

    /** Everybody of both; whoever is new comes last. */
    public List<Compared> compared(Paper paper, Determination before, Determination after) {
        return compared(speech(paper), before, after);
    }

    private List<Compared> compared(Sentence.Speech speech, Determination before, Determination after) {
        List<Compared> all = new ArrayList<>();
        for (PersonAnswer one : before.people()) {
            all.add(
                    after.people().stream()
                            .filter(then -> then.person().equals(one.person()))
                            .findFirst()
                            .map(then -> compared(speech, before, after, one, then))
                            .orElseGet(() -> gone(speech, after, one)));
        }
        after.people().stream()
                .filter(then -> before.people().stream().noneMatch(one -> one.person().equals(then.person())))
                .forEach(then -> all.add(come(speech, after, then)));
        return all;
    }

    private Compared compared(Sentence.Speech speech, Determination before, Determination after, PersonAnswer one, PersonAnswer then) {
        List<Step> steps = new ArrayList<>();
        for (Program program : Program.values()) {
            ProgramAnswer now = one.of(program);
            ProgramAnswer later = then.of(program);
            if (now.verdict() != later.verdict()) {
                steps.add(step(now, later, speech));
            }
        }
        List<String> amounts = new ArrayList<>();
        String pays = pays(before, one);
        String wouldPay = pays(after, then);
        if (!pays.isEmpty() && !wouldPay.isEmpty() && !pays.equals(wouldPay)) {
            amounts.add(words.say("whatif.pays", List.of(pays, wouldPay)));
        } else if (pays.isEmpty() && !wouldPay.isEmpty()) {
            amounts.add(words.say("apply.result.contribution", List.of(wouldPay)));
        }
        String costs = costs(one);
        String wouldCost = costs(then);
        if (!costs.equals(wouldCost)) {
            amounts.add(words.say("whatif.costs", List.of(costs, wouldCost)));
        }
        String now = next.headline(one, speech);
        String later = next.headline(then, speech);
        return new Compared(one.person(), speech.name(one.person()), now, later, now.equals(later), steps, amounts);
    }

    private Compared gone(Sentence.Speech speech, Determination after, PersonAnswer one) {
        String name = speech.name(one.person());
        boolean stays = after.facts().people().stream().anyMatch(person -> person.key().equals(one.person()));
        String then = words.say(stays ? "whatif.not-asked" : "whatif.gone", List.of(name));
        return new Compared(one.person(), name, next.headline(one, speech), then, false, List.of(), List.of());
    }

    private Compared come(Sentence.Speech speech, Determination after, PersonAnswer then) {
        ProgramAnswer first = then.first();
        Step step =
                new Step(
                        words.key("eligibility.program." + first.program()), "",
                        words.key("eligibility.verdict." + first.verdict()), lines(first.deciding(), speech));
        String pays = pays(after, then);
        List<String> amounts = new ArrayList<>();
        if (!pays.isEmpty()) {
            amounts.add(words.say("apply.result.contribution", List.of(pays)));
        }
        if (then.costSharing() != null && then.costSharing() != CostSharing.NONE) {
            amounts.add(words.say("apply.change.costs", List.of(costs(then))));
        }
        String name = speech.name(then.person());
        return new Compared(then.person(), name, words.key("apply.change.new"), next.headline(then, speech), false, List.of(step), amounts);
    }

    private Step step(ProgramAnswer now, ProgramAnswer later, Sentence.Speech speech) {
        return new Step(
                words.key("eligibility.program." + later.program()), words.key("eligibility.verdict." + now.verdict()),
                words.key("eligibility.verdict." + later.verdict()), lines(later.deciding(), speech));
    }

    private List<Line> lines(List<Finding> findings, Sentence.Speech speech) {
        return findings.stream()
                .map(
                        one ->
                                new Line(
                                        one.result().name().toLowerCase(Locale.ROOT), words.key("apply.rule." + one.result()), one.said(speech),
                                        one.rule().citation()))
                .toList();
    }

    private static String pays(Determination determination, PersonAnswer answer) {
        CreditHousehold household = determination.taxHousehold(answer);
        return answer.of(Program.TAX_CREDIT).verdict() != Verdict.YES || household == null || household.contribution() == null
                ? ""
                : household.contribution().words();
    }

    private String costs(PersonAnswer answer) {
        return words.key("eligibility.cost-sharing." + (answer.costSharing() == null ? CostSharing.NONE : answer.costSharing()));
    }

    private Person person(
            Determination determination, @Nullable Determination former, PersonAnswer answer, LocalDate decided, Sentence.Speech speech) {
        String name = speech.name(answer.person());
        NextSteps.Steps steps = next.of(determination, answer, decided, Minnesota.today(clock), speech);
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
        String pays = answer.first().program() == Program.TAX_CREDIT ? pays(determination, answer) : "";
        if (!pays.isEmpty()) {
            facts.add(new Fact(words.key("notice.person.pays"), words.say("apply.result.contribution", List.of(pays))));
        }
        if (answer.costSharing() != null && answer.costSharing() != CostSharing.NONE) {
            facts.add(new Fact(words.key("notice.person.costs"), costs(answer)));
        }
        return facts;
    }

    private Rung rung(ProgramAnswer answer, Sentence.Speech speech) {
        return new Rung(
                words.key("eligibility.program." + answer.program()), answer.verdict(),
                words.key("eligibility.verdict." + answer.verdict()),
                answer.from() == null ? "" : words.say("eligibility.from", List.of(words.day(answer.from()))),
                lines(answer.findings(), speech),
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

    private Sentence.Speech speech(Paper paper) {
        return speech(paper, Map.of());
    }

    /** With the names of those who were in it before. */
    private Sentence.Speech speech(Paper paper, Map<String, String> before) {
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

    public String said(Paper paper, Sentence sentence) {
        return sentence.said(speech(paper));
    }
}
