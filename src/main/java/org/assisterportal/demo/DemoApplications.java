package org.assisterportal.demo;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assisterportal.application.Answered;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Applications.Begun;
import org.assisterportal.application.Applications.Saved;
import org.assisterportal.application.Applications;
import org.assisterportal.application.Hand;
import org.assisterportal.application.OpenEnrollment;
import org.assisterportal.application.Paper;
import org.assisterportal.application.Question;
import org.assisterportal.application.Signings;
import org.assisterportal.application.TypedSignature;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Minnesota;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Applications of made-up single adults, begun or signed by themselves through the product's acts. */
@Component
@Profile("demo")
class DemoApplications {
    private static final Map<Question, Map<String, String>> ANSWERS =
            Stream.of(
                            Map.entry(Question.PERSON, Map.of("applies", "YES")),
                            Map.entry(Question.TAXES, Map.of("filing", "SINGLE", "claimed", "NOBODY")),
                            Map.entry(Question.CITIZENS, Map.of("self", "YES")),
                            Map.entry(Question.CUSTODY, Map.of("self", "FREE")),
                            Map.entry(Question.EARNERS, Map.of("self", "YES")),
                            Map.entry(
                                    Question.INCOME,
                                    Map.of("kind-1", "WAGES", "amount-1", "1,250", "frequency-1", "EVERY_TWO_WEEKS")),
                            Map.entry(Question.DEDUCTIONS, Map.of("any", "NO")),
                            Map.entry(Question.EXPECTED, Map.of("same", "YES")),
                            Map.entry(Question.OFFER, Map.of("offered", "NO")),
                            Map.entry(Question.SSN, Map.of("has", "LATER")))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    private static final Map<String, String> HOME =
            Map.of("street", "1412 Superior Street", "city", "Duluth", "zip", "55802", "county", "St. Louis", "stays", "YES");

    private final Applications applications;
    private final Signings signings;
    private final Clock clock;

    DemoApplications(Applications applications, Signings signings, Clock clock) {
        this.applications = applications;
        this.signings = signings;
        this.clock = clock;
    }

    /** A draft of which a page is answered. */
    void begin(Actor consumer) {
        Hand hand = new Hand.Own(consumer);
        answer(hand, started(hand), applications.show(hand, started(hand)).steps().getFirst(), Map.of());
    }

    /** A whole application for this year, signed. */
    void sign(Actor consumer) {
        sign(consumer, Map.of());
    }

    /** The same of a member of a tribe, who can choose a plan in any month, for the year of the next one. */
    void signForAnyMonth(Actor consumer) {
        String year = String.valueOf(OpenEnrollment.firstAfter(Minnesota.today(clock)).getYear());
        sign(consumer, Map.of(Question.YEAR, Map.of("year", year), Question.TRIBES, Map.of("self", "YES")));
    }

    private void sign(Actor consumer, Map<Question, Map<String, String>> otherwise) {
        Hand hand = new Hand.Own(consumer);
        ApplicationId id = started(hand);
        Paper paper = applications.show(hand, id);
        while (!paper.isComplete()) {
            Paper.Step open = paper.steps().stream().filter(step -> step.state() != Paper.State.DONE).findFirst().orElseThrow();
            paper = answer(hand, id, open, otherwise);
        }
        Map<String, String> form =
                Map.of(
                        TypedSignature.NAME, paper.people().getFirst().name(), TypedSignature.AGREED, "true", "hash",
                        signings.words(Locale.ENGLISH).sha256(), Signings.READ, String.valueOf(paper.revision()));
        if (!(signings.sign(hand, id, form, Locale.ENGLISH) instanceof Signings.Signed.Done)) {
            throw new IllegalStateException("the demo's application of " + consumer.name() + " is not signed");
        }
    }

    private ApplicationId started(Hand hand) {
        if (applications.start(hand) instanceof Begun.Done done) {
            return done.id();
        }
        throw new IllegalStateException("the demo's application of " + hand.actor().name() + " is not begun");
    }

    private Paper answer(Hand hand, ApplicationId id, Paper.Step step, Map<Question, Map<String, String>> otherwise) {
        Answered present = step.answer();
        Map<String, String> said = otherwise.getOrDefault(step.spot().question(), said(step.spot().question()));
        Map<String, String> typed = new TreeMap<>(said);
        if (present != null) {
            typed.putAll(present.content());
            said.forEach((field, value) -> typed.merge(field, value, (kept, own) -> kept.isBlank() ? own : kept));
        }
        int version = present == null ? 0 : present.version();
        if (applications.save(hand, id, step.spot(), typed, version, false) instanceof Saved.Done done
                && done.now().step(step.spot()).filter(now -> now.state() == Paper.State.DONE).isPresent()) {
            return done.now();
        }
        throw new IllegalStateException("the demo's answer to " + step.spot().question() + " is refused");
    }

    /** Questions that ask about each person are answered with no, where nothing else is said. */
    private Map<String, String> said(Question question) {
        return switch (question) {
            case YEAR -> Map.of("year", String.valueOf(Minnesota.today(clock).getYear()));
            case HOME -> HOME;
            default -> ANSWERS.getOrDefault(question, Map.of("self", "NO"));
        };
    }
}
