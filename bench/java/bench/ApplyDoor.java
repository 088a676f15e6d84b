package bench;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Applications.Begun;
import org.assisterportal.application.Applications.Saved;
import org.assisterportal.application.Applications;
import org.assisterportal.application.Hand;
import org.assisterportal.application.Paper;
import org.assisterportal.application.Question;
import org.assisterportal.application.Signings;
import org.assisterportal.application.Spot;
import org.assisterportal.application.TypedSignature;
import org.assisterportal.identity.SessionStart;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Hat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Consumers of made-up families, each with an application that was answered and signed through the product. */
@Controller
class ApplyDoor {
    private static final String PARTNER = "00000000-0000-0000-0000-000000000001";
    private static final List<String> CHILDREN =
            List.of(
                    "00000000-0000-0000-0000-000000000002", "00000000-0000-0000-0000-000000000003",
                    "00000000-0000-0000-0000-000000000004", "00000000-0000-0000-0000-000000000005");
    private static final List<String> NAMES = List.of("Rosa", "Tom", "Ida", "Leo");

    private final Applications applications;
    private final Signings signings;
    private final SessionStart sessions;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ApplyDoor(
            Applications applications, Signings signings, SessionStart sessions, JdbcClient jdbc, TransactionTemplate transaction,
            Clock clock) {
        this.applications = applications;
        this.signings = signings;
        this.sessions = sessions;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Signs the consumer in and answers the id of the signed application. */
    @GetMapping("/activate/bench/apply")
    @ResponseBody
    String family(@RequestParam int year, @RequestParam int people, HttpServletRequest request, HttpServletResponse response) {
        UUID id = UUID.randomUUID();
        transaction.executeWithoutResult(
                status ->
                        jdbc.sql("INSERT INTO consumer.consumer (id, first_name, last_name, sort_name, email, language, last_activity,"
                                        + " created_at) VALUES (:id, 'Maria', 'Bench', 'bench, maria', :email, 'en', :now, :now)")
                                .param("id", id)
                                .param("email", id + "@consumers.example")
                                .param("now", Timestamp.from(clock.instant()))
                                .update());
        Actor actor = new Actor(id, Hat.CONSUMER, id, null, "Maria Bench");
        sessions.start(request, response, actor, null, Hat.CONSUMER.authority());
        return signed(new Hand.Own(actor), year, people - 2).toString();
    }

    private ApplicationId signed(Hand hand, int year, int children) {
        ApplicationId id = ((Begun.Done) applications.start(hand)).id();
        person(hand, id, "self", "Maria", "5/17/1990");
        person(hand, id, PARTNER, "Luis", "3/2/1989");
        for (int i = 0; i < children; i++) {
            person(hand, id, CHILDREN.get(i), NAMES.get(i), "5/17/" + (2011 + 3 * i));
        }
        Paper paper = applications.show(hand, id);
        while (!paper.isComplete()) {
            Paper.Step open = paper.steps().stream().filter(step -> step.state() != Paper.State.DONE).findFirst().orElseThrow();
            paper = save(hand, id, open.spot(), said(open, year, children));
        }
        Map<String, String> form =
                Map.of(
                        TypedSignature.NAME, "Maria Bench", TypedSignature.AGREED, "true", "hash", signings.words(Locale.ENGLISH).sha256(),
                        Signings.READ, String.valueOf(paper.revision()));
        if (!(signings.sign(hand, id, form, Locale.ENGLISH) instanceof Signings.Signed.Done)) {
            throw new IllegalStateException("not signed");
        }
        return id;
    }

    private void person(Hand hand, ApplicationId id, String key, String first, String born) {
        save(
                hand, id, new Spot(Question.PERSON, key),
                Map.of("first-name", first, "last-name", "Bench", "birth-date", born, "applies", "YES", "here", "YES"));
    }

    private Paper save(Hand hand, ApplicationId id, Spot spot, Map<String, String> typed) {
        int version =
                applications.show(hand, id).step(spot).map(Paper.Step::answer).map(answer -> answer == null ? 0 : answer.version()).orElse(0);
        if (applications.save(hand, id, spot, typed, version, false) instanceof Saved.Done done) {
            return done.now();
        }
        throw new IllegalStateException("the answer to " + spot + " is refused");
    }

    private static Map<String, String> said(Paper.Step step, int year, int children) {
        String subject = step.spot().subject();
        return switch (step.spot().question()) {
            case YEAR -> Map.of("year", String.valueOf(year));
            case HOME ->
                    Map.of("street", "1412 Superior Street", "city", "Duluth", "zip", "55802", "county", "St. Louis", "stays", "YES");
            case RELATION -> relation(subject);
            case TAXES ->
                    CHILDREN.contains(subject) ? Map.of("filing", "NONE", "claimed", "self") : Map.of("filing", "JOINT", "claimed", "NOBODY");
            case INCOME -> Map.of("kind-1", "WAGES", "amount-1", children > 2 ? "5,400" : "3,250", "frequency-1", "EVERY_TWO_WEEKS");
            case DEDUCTIONS -> Map.of("any", "NO");
            case EXPECTED -> Map.of("same", "YES");
            case OFFER -> Map.of("offered", "NO");
            case SSN -> Map.of("has", "LATER");
            default -> each(step);
        };
    }

    private static Map<String, String> relation(String subject) {
        if (subject.equals(PARTNER)) {
            return Map.of("to-self", "SPOUSE");
        }
        Map<String, String> kin = new TreeMap<>(Map.of("to-self", "CHILD", "to-" + PARTNER, "CHILD"));
        CHILDREN.subList(0, CHILDREN.indexOf(subject)).forEach(older -> kin.put("to-" + older, "SIBLING"));
        return kin;
    }

    /** Citizens with income of the first person only; no to all the rest. */
    private static Map<String, String> each(Paper.Step step) {
        Map<String, String> answers = new TreeMap<>();
        Question question = step.spot().question();
        step.whom()
                .forEach(
                        one ->
                                answers.put(
                                        one.key(),
                                        question == Question.CUSTODY
                                                ? "FREE"
                                                : question == Question.CITIZENS || question == Question.EARNERS && one.isSelf() ? "YES" : "NO"));
        return answers;
    }
}
