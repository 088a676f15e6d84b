package org.assisterportal.consumer.domain;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.application.Answered;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Applications;
import org.assisterportal.application.Changes;
import org.assisterportal.application.Hand;
import org.assisterportal.application.Paper;
import org.assisterportal.application.Question;
import org.assisterportal.application.Signings;
import org.assisterportal.application.Spot;
import org.assisterportal.application.TypedSignature;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.Consumers;
import org.assisterportal.consumer.Guard;
import org.assisterportal.consumer.Scope;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Sql;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What assisters do for consumers, through the guard and in their own requests. */
@TestComponent
public class Handiwork {
    private final Household household;
    private final Consumers consumers;
    private final Guard guard;
    private final Applications applications;
    private final Signings signings;
    private final Changes changes;
    private final JdbcClient jdbc;

    Handiwork(Household household, Consumers consumers, Guard guard, Applications applications, Signings signings, Changes changes, JdbcClient jdbc) {
        this.household = household;
        this.consumers = consumers;
        this.guard = guard;
        this.applications = applications;
        this.signings = signings;
        this.changes = changes;
        this.jdbc = jdbc;
    }

    /** Looks at the profile; the diary's new line. */
    public UUID look(Household.Assister assister, Actor consumer) {
        household.as(
                assister.actor(),
                () ->
                        household.inTransaction(
                                () -> {
                                    var decision = guard.decide(assister.actor(), ConsumerId.of(consumer), Scope.SEE);
                                    return consumers.view(((Guard.Decision.Granted) decision).acting());
                                }));
        return newest(consumer);
    }

    /** Changes one field of the profile, as the form holds the others. */
    public Consumers.Changed change(Household.Assister assister, Actor consumer, String field, String value) {
        var profile = consumers.own(consumer);
        Map<String, String> form = new HashMap<>(profile.form());
        form.put(field, value);
        return household.as(
                assister.actor(),
                () -> consumers.change(assister.actor(), ConsumerId.of(consumer), form, profile.version()));
    }

    /** The consumer's own change. */
    public Consumers.Changed change(Actor consumer, Map<String, String> fields) {
        var profile = consumers.own(consumer);
        Map<String, String> form = new HashMap<>(profile.form());
        form.putAll(fields);
        return consumers.change(consumer, form, profile.version());
    }

    /** What an assister had typed when the authority ended. */
    public void leave(UUID id, Actor consumer, Map<String, String> content) {
        household.inTransaction(
                () ->
                        jdbc.sql(
                                        "INSERT INTO consumer.left_over (id, consumer, at, by_name, form, content)"
                                                + " VALUES (:id, :consumer, now(), 'Ana Torres', 'profile', jsonb_object(:content::text[]))")
                                .param("id", id)
                                .param("consumer", ConsumerId.of(consumer).value())
                                .param("content", Sql.pairs(content))
                                .update());
    }

    /** The diary's newest line. */
    public UUID newest(Actor consumer) {
        return household.inTransaction(
                () ->
                        jdbc.sql("SELECT id FROM consumer.diary WHERE consumer = :consumer ORDER BY at DESC, id LIMIT 1")
                                .param("consumer", ConsumerId.of(consumer).value())
                                .query(UUID.class)
                                .single());
    }

    /** The consumer's own draft of an application, begun now where there is none. */
    public ApplicationId application(Actor consumer) {
        return ((Applications.Begun.Done) applications.start(new Hand.Own(consumer))).id();
    }

    /** Somebody whom the consumer names in their draft; the key. */
    public String member(Actor consumer) {
        String key = UUID.randomUUID().toString();
        Map<String, String> form =
                Map.of(
                        "first-name", "Rosa", "last-name", "Lopez", "birth-date", key.matches("[0-7].*") ? "5/1/2015" : "5/2/2015",
                        "applies", "YES", "here", "YES");
        applications.save(new Hand.Own(consumer), application(consumer), new Spot(Question.PERSON, key), form, 0, true);
        return key;
    }

    private static final Map<Question, Map<String, String>> ANSWERS =
            Map.ofEntries(
                    Map.entry(
                            Question.HOME,
                            Map.of("street", "1412 Superior Street", "city", "Duluth", "zip", "55802", "county", "St. Louis", "stays", "YES")),
                    Map.entry(Question.PERSON, Map.of("birth-date", "5/17/1990", "applies", "YES")),
                    Map.entry(Question.TAXES, Map.of("filing", "SINGLE", "claimed", "NOBODY")),
                    Map.entry(Question.CITIZENS, Map.of("self", "YES")),
                    Map.entry(Question.CUSTODY, Map.of("self", "FREE")),
                    Map.entry(Question.EARNERS, Map.of("self", "YES")),
                    Map.entry(Question.INCOME, Map.of("kind-1", "WAGES", "amount-1", "1,250", "frequency-1", "EVERY_TWO_WEEKS")),
                    Map.entry(Question.DEDUCTIONS, Map.of("any", "NO")),
                    Map.entry(Question.EXPECTED, Map.of("same", "YES")),
                    Map.entry(Question.OFFER, Map.of("offered", "NO")),
                    Map.entry(Question.SSN, Map.of("has", "LATER")));

    /** The consumer's application as a single citizen with wages who gets a tax credit, signed now where it isn't yet. */
    public ApplicationId signed(Actor consumer) {
        Hand hand = new Hand.Own(consumer);
        Optional<ApplicationId> inForce = changes.inForce(hand).stream().map(Applications.Standing::id).findFirst();
        if (inForce.isPresent()) {
            return inForce.get();
        }
        ApplicationId id = answered(consumer);
        if (applications.show(hand, id).isDraft()) {
            sign(hand, id);
        }
        return id;
    }

    /** The consumer's application with everything answered; signed only where it was already. */
    public ApplicationId answered(Actor consumer) {
        Hand hand = new Hand.Own(consumer);
        ApplicationId id = application(consumer);
        if (applications.show(hand, id).isDraft()) {
            for (Optional<Paper.Step> open = open(hand, id); open.isPresent(); open = open(hand, id)) {
                answer(hand, id, open.get());
            }
        }
        return id;
    }

    private Optional<Paper.Step> open(Hand hand, ApplicationId id) {
        return applications.show(hand, id).steps().stream().filter(step -> step.state() != Paper.State.DONE).findFirst();
    }

    private void answer(Hand hand, ApplicationId id, Paper.Step step) {
        Question question = step.spot().question();
        Map<String, String> typed = new HashMap<>(step.answer() == null ? Map.of() : step.answer().content());
        typed.putAll(
                question == Question.YEAR
                        ? Map.of("year", String.valueOf(applications.years().getFirst()))
                        : ANSWERS.getOrDefault(question, Map.of("self", "NO")));
        int version = step.answer() == null ? 0 : step.answer().version();
        if (!(applications.save(hand, id, step.spot(), typed, version, false) instanceof Applications.Saved.Done)) {
            throw new AssertionError("not saved: " + question);
        }
    }

    /** Answers what is open, such as what another year asks again about itself, and signs. */
    public void sign(Hand hand, ApplicationId id) {
        for (Optional<Paper.Step> open = open(hand, id); open.isPresent(); open = open(hand, id)) {
            answer(hand, id, open.get());
        }
        Paper paper = applications.show(hand, id);
        Map<String, String> form =
                Map.of(
                        TypedSignature.NAME, paper.people().getFirst().name(), TypedSignature.AGREED, "true", "hash", signings.words(Locale.US).sha256(),
                        Signings.READ, String.valueOf(paper.revision()));
        if (!(signings.sign(hand, id, form, Locale.US) instanceof Signings.Signed.Done)) {
            throw new AssertionError("not signed");
        }
    }

    /** The consumer's draft; of a change where the application is signed. */
    public ApplicationId draft(Actor consumer) {
        Hand hand = new Hand.Own(consumer);
        ApplicationId id = application(consumer);
        return applications.show(hand, id).isDraft() ? id : ((Changes.Outcome.Done) changes.report(hand, id)).id();
    }

    /** Reports a change of one page to the signed application, and signs it. */
    public ApplicationId changed(Actor consumer, Spot spot, Map<String, String> typed) {
        Hand hand = new Hand.Own(consumer);
        ApplicationId id = ((Changes.Outcome.Done) changes.report(hand, signed(consumer))).id();
        keep(hand, id, spot, typed);
        sign(hand, id);
        return id;
    }

    /** A child who was born on this day comes into the signed application, whose wages let both buy plans with a credit; signed. */
    public ApplicationId withAChild(Actor consumer, String first, LocalDate born) {
        return with(consumer, first, born, "CHILD", Map.of("filing", "NONE", "claimed", "self"));
    }

    /** The same with a spouse, with whom the consumer files jointly. */
    public ApplicationId withASpouse(Actor consumer, String first, LocalDate born) {
        return with(consumer, first, born, "SPOUSE", Map.of("filing", "JOINT", "claimed", "NOBODY"));
    }

    private ApplicationId with(Actor consumer, String first, LocalDate born, String kin, Map<String, String> taxes) {
        Hand hand = new Hand.Own(consumer);
        ApplicationId id = draft(consumer);
        String other = UUID.randomUUID().toString();
        String day = DateTimeFormatter.ofPattern("M/d/uuuu", Locale.US).format(born);
        keep(hand, id, new Spot(Question.PERSON, other), Map.of("first-name", first, "last-name", "Lopez", "birth-date", day, "applies", "YES", "here", "YES"));
        keep(hand, id, new Spot(Question.INCOME, "self"), Map.of("kind-1", "WAGES", "amount-1", "5,600", "frequency-1", "MONTHLY"));
        keep(hand, id, new Spot(Question.RELATION, other), Map.of("to-self", kin));
        keep(hand, id, new Spot(Question.TAXES, other), taxes);
        if (kin.equals("SPOUSE")) {
            keep(hand, id, new Spot(Question.TAXES, "self"), taxes);
        }
        for (Optional<Paper.Step> open = open(hand, id); open.isPresent(); open = open(hand, id)) {
            Spot spot = open.get().spot();
            Map<String, String> both = new HashMap<>(open.get().answer() == null ? Map.of() : open.get().answer().content());
            both.putAll(
                    spot.question().ofOnePerson()
                            ? ANSWERS.getOrDefault(spot.question(), Map.of())
                            : Map.of(other, ofAnother(spot.question())));
            keep(hand, id, spot, both);
        }
        sign(hand, id);
        return id;
    }

    private static String ofAnother(Question question) {
        return switch (question) {
            case CITIZENS -> "YES";
            case CUSTODY -> "FREE";
            default -> "NO";
        };
    }

    private void keep(Hand hand, ApplicationId id, Spot spot, Map<String, String> typed) {
        int version = applications.show(hand, id).step(spot).map(Paper.Step::answer).map(Answered::version).orElse(0);
        // A couple's taxes don't fit together before both are changed.
        boolean asItIs = spot.question() == Question.TAXES;
        if (!(applications.save(hand, id, spot, typed, version, asItIs) instanceof Applications.Saved.Done)) {
            throw new AssertionError("not saved: " + spot);
        }
    }
}
