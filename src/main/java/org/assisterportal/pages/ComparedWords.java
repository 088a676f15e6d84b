package org.assisterportal.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assisterportal.application.Changes;
import org.assisterportal.application.NextSteps;
import org.assisterportal.application.OpenEnrollment;
import org.assisterportal.application.Paper;
import org.assisterportal.eligibility.CostSharing;
import org.assisterportal.eligibility.Determination;
import org.assisterportal.eligibility.PersonAnswer;
import org.assisterportal.eligibility.Program;
import org.assisterportal.eligibility.ProgramAnswer;
import org.assisterportal.eligibility.Sentence;
import org.assisterportal.shared.Minnesota;
import org.springframework.stereotype.Component;

/** Two determinations beside each other: what a reported change would do, and what other answers would come to. */
@Component
public class ComparedWords {
    private final Words words;
    private final DeterminedWords determined;
    private final NextSteps next;
    private final Clock clock;

    ComparedWords(Words words, DeterminedWords determined, NextSteps next, Clock clock) {
        this.words = words;
        this.determined = determined;
        this.next = next;
        this.clock = clock;
    }

    /**
     * What a reported change would do to somebody; for who wasn't in it, {@code before} says that.
     *
     * @param same whether the program stays; amounts may differ all the same
     * @param amounts what differs besides the program: what is paid, what care costs, what ends, and from when
     */
    public record Effect(String before, String after, boolean same, List<String> amounts) {}

    public List<Effect> effects(Paper paper, Changes.Effect effect) {
        Sentence.Speech speech = determined.speech(paper, effect.names());
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
            return words.say("apply.change.from", List.of(next.of(effect.after(), effect.before(), then, today, today, speech).from()));
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
    public record Step(String program, String before, String after, List<RuleLine> lines) {}

    /** Everybody of both; whoever is new comes last. */
    public List<Compared> compared(Paper paper, Determination before, Determination after) {
        return compared(determined.speech(paper), before, after);
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
        String pays = DeterminedWords.pays(before, one);
        String wouldPay = DeterminedWords.pays(after, then);
        if (!pays.isEmpty() && !wouldPay.isEmpty() && !pays.equals(wouldPay)) {
            amounts.add(words.say("whatif.pays", List.of(pays, wouldPay)));
        } else if (pays.isEmpty() && !wouldPay.isEmpty()) {
            amounts.add(words.say("apply.result.contribution", List.of(wouldPay)));
        }
        String costs = determined.costs(one);
        String wouldCost = determined.costs(then);
        // To whoever leaves plans for a program, plans say nothing any more.
        if (then.buys() && !costs.equals(wouldCost)) {
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
                        words.key("eligibility.verdict." + first.verdict()), determined.lines(first.deciding(), speech));
        String pays = DeterminedWords.pays(after, then);
        List<String> amounts = new ArrayList<>();
        if (!pays.isEmpty()) {
            amounts.add(words.say("apply.result.contribution", List.of(pays)));
        }
        if (then.costSharing() != null && then.costSharing() != CostSharing.NONE) {
            amounts.add(words.say("apply.change.costs", List.of(determined.care(then))));
        }
        String name = speech.name(then.person());
        return new Compared(then.person(), name, words.key("apply.change.new"), next.headline(then, speech), false, List.of(step), amounts);
    }

    private Step step(ProgramAnswer now, ProgramAnswer later, Sentence.Speech speech) {
        return new Step(
                words.key("eligibility.program." + later.program()), words.key("eligibility.verdict." + now.verdict()),
                words.key("eligibility.verdict." + later.verdict()), determined.lines(later.deciding(), speech));
    }
}
