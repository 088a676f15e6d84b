package org.assisterportal.shop;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.assisterportal.enrollment.Chance;
import org.assisterportal.enrollment.Enrolled.Waits;
import org.assisterportal.enrollment.Enrollments.Desk;
import org.assisterportal.enrollment.EventId;
import org.assisterportal.enrollment.Events;
import org.assisterportal.enrollment.Events.Told;
import org.assisterportal.enrollment.LifeEvent;
import org.assisterportal.pages.Words;
import org.assisterportal.shared.Minnesota;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what happened, what it allows and what has to be proved, in the reader's language. */
@Component("happened")
class EventWords {
    private final Words words;
    private final EnrollWords enroll;
    private final Clock clock;

    EventWords(Words words, EnrollWords enroll, Clock clock) {
        this.words = words;
        this.enroll = enroll;
        this.clock = clock;
    }

    /** A reported event as it is shown. */
    public record Said(EventId id, String title, String people, List<String> lines, boolean takenBack) {}

    /** A chance among which the household chooses. */
    public record Option(String key, String title, String hint, boolean counts) {}

    private String event(LifeEvent event) {
        // On a screen that others may see, nothing tells of violence.
        return words.key(event == LifeEvent.ABUSE ? "enroll.event.unsaid" : "enroll.event." + event);
    }

    private String title(Events.Line line) {
        return words.say("enroll.event.title-of", List.of(event(line.event()), words.day(line.happened())));
    }

    List<Said> said(List<Events.Line> lines) {
        return lines.stream().map(this::said).toList();
    }

    Said said(Events.Line line) {
        List<String> said = new ArrayList<>();
        String until = words.day(line.until());
        if (line.begins() != null) {
            said.add(words.say("enroll.event.done", List.of(until, words.day(line.begins()))));
        } else {
            boolean over = line.until().isBefore(Minnesota.today(clock));
            said.add(over ? words.say("enroll.event.over", List.of(until)) : words.key(line.used() ? "enroll.event.used" : "enroll.event.not-now"));
        }
        said.addAll(proof(line));
        return new Said(line.id(), title(line), enroll.list(line.people()), said, !line.signed());
    }

    private List<String> proof(Events.Line line) {
        List<String> said = new ArrayList<>();
        if (line.proof() != null) {
            said.add(words.say("enroll.event.proof." + line.proof().state(), List.of(words.day(line.proof().due()))));
        }
        if (!line.signed() && line.begins() != null) {
            said.add(needed(line.proofDays()));
        }
        return said;
    }

    private String needed(int days) {
        return days > 0 ? words.say("enroll.event.to-prove", List.of(String.valueOf(days))) : words.key("enroll.event.no-proof");
    }

    /** The chances among which the household can choose; empty where there is one, or none. */
    List<Option> options(Desk desk, List<Events.Line> lines) {
        return desk.chances().size() < 2 ? List.of() : desk.chances().stream().map(chance -> option(chance, desk, lines)).toList();
    }

    private Option option(Chance chance, Desk desk, List<Events.Line> lines) {
        String title =
                switch (chance.kind()) {
                    case OPEN_ENROLLMENT -> words.say("enroll.because.OPEN_ENROLLMENT", List.of(String.valueOf(desk.planYear())));
                    case MONTHLY -> words.key("enroll.because.MONTHLY");
                    case CREDIT -> throw new IllegalArgumentException("no plan is chosen by it");
                    case SPECIAL ->
                            lines.stream()
                                    .filter(line -> line.id().equals(chance.reported()))
                                    .findFirst()
                                    .map(this::title)
                                    .orElseGet(() -> event(Objects.requireNonNull(chance.event())));
                };
        String hint = words.say("enroll.event.done", List.of(words.day(chance.until()), words.day(chance.begins()))) + " " + needed(chance.proofDays());
        return new Option(chance.key(), title, hint, chance.equals(desk.chance()));
    }

    /** What is to be proved for what is signed now, and what happens else; empty when nothing is. */
    List<String> toProve(@Nullable Chance chance) {
        if (chance == null || chance.proofDays() == 0 || chance.event() == null) {
            return List.of();
        }
        LocalDate due = Minnesota.today(clock).plusDays(chance.proofDays());
        return List.of(
                words.say("enroll.proof.first", List.of(event(chance.event()), words.day(due))), words.key("enroll.proof.until-then"), words.key("enroll.proof.else"));
    }

    /** What a policy waits for, until when, and what happens else. */
    public List<String> waits(Waits waits) {
        List<String> said = new ArrayList<>();
        String what = words.key("document.kind." + waits.kind());
        String due = words.day(waits.due());
        if (!waits.joins().isEmpty()) {
            said.add(words.say("enroll.waits.joins", List.of(enroll.list(waits.joins()))));
        }
        if (!waits.leaves().isEmpty()) {
            said.add(words.say("enroll.waits.leaves", List.of(enroll.list(waits.leaves()), words.day(waits.lastDay()))));
        }
        if (!waits.begins() && said.isEmpty()) {
            said.add(words.key("enroll.waits.costs"));
        }
        said.add(words.say(waits.state().isToDo() ? "enroll.waits.send" : "enroll.waits.sent", List.of(what, due)));
        said.add(words.key("enroll.proof.until-then"));
        said.add(words.key(waits.begins() ? "enroll.proof.else" : "enroll.waits.else"));
        return said;
    }

    /** What a reported event brings. */
    String told(Told told) {
        return switch (told) {
            case Told.Done done ->
                    words.say("enroll.event.done", List.of(words.day(done.chance().until()), words.day(done.chance().begins())));
            case Told.Refused no -> words.say(no.message(), List.of(no.clause()));
            case Told.Late late -> words.say("enroll.event.late", List.of(words.day(late.until()), late.clause()));
            case Told.Early early -> words.say("enroll.event.early", List.of(words.day(early.from()), early.clause()));
            case Told.OtherYear other -> words.say("enroll.event.other-year", List.of(words.day(other.begins()), String.valueOf(other.begins().getYear())));
            case Told.Missing missing -> words.key(missing.message());
            case Told.Whom whom -> words.key(whom.message());
            case Told.Before before -> words.key("enroll.event.before.choose");
        };
    }
}
