package bench;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assisterportal.access.AccessDesk;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.Guard;
import org.assisterportal.consumer.Scope;
import org.assisterportal.identity.Accounts;
import org.assisterportal.identity.HatActivated;
import org.assisterportal.identity.HatGrant;
import org.assisterportal.identity.SessionStart;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.PersonId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The way in for assisters and consumers, and the guard asked alone, in the request of an assister. */
@Controller
class CaseloadDoor {
    private final Seed seed;
    private final AccessDesk desk;
    private final Accounts accounts;
    private final SessionStart sessions;
    private final Guard guard;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CaseloadDoor(
            Seed seed, AccessDesk desk, Accounts accounts, SessionStart sessions, Guard guard, TransactionTemplate transaction,
            ApplicationEventPublisher events, Clock clock) {
        this.seed = seed;
        this.desk = desk;
        this.accounts = accounts;
        this.sessions = sessions;
        this.guard = guard;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /** Assisters who came to their access through the product's own acts; answers the agency, then them. */
    @GetMapping("/activate/bench/caseload/seed")
    @ResponseBody
    String seed(@RequestParam int people) {
        seed.plant(people);
        desk.enroll(seed.people(), seed.officer());
        Map<UUID, HatGrant> grants =
                accounts.grants(Hat.ASSISTER, seed.people().stream().map(PersonId::value).toList());
        transaction.executeWithoutResult(
                status ->
                        grants.forEach(
                                (person, grant) ->
                                        events.publishEvent(
                                                new HatActivated(grant.account(), Hat.ASSISTER, person, clock.instant()))));
        return seed.agency() + "\n" + seed.people().stream().map(PersonId::toString).collect(Collectors.joining("\n"));
    }

    @GetMapping("/activate/bench/caseload/assister")
    @ResponseBody
    String assister(@RequestParam UUID id, HttpServletRequest request, HttpServletResponse response) {
        HatGrant grant = Objects.requireNonNull(accounts.grants(Hat.ASSISTER, List.of(id)).get(id));
        sessions.start(request, response, grant.actor("Ana Bench"), null, Hat.ASSISTER.authority());
        return "in";
    }

    @GetMapping("/activate/bench/caseload/consumer")
    @ResponseBody
    String consumer(@RequestParam UUID id, HttpServletRequest request, HttpServletResponse response) {
        Actor actor = new Actor(id, Hat.CONSUMER, id, null, "Consumer Bench");
        sessions.start(request, response, actor, null, Hat.CONSUMER.authority());
        return "in";
    }

    /**
     * One question, answered by two times in nanoseconds and a number: of the guard's own statement with the judging of
     * its rows; of the whole transaction around it, from before it begins until it is committed; and of statements inside.
     */
    @GetMapping("/portal/bench/guard")
    @ResponseBody
    String guard(@RequestParam UUID consumer, @AuthenticationPrincipal Actor actor) {
        long start = System.nanoTime();
        long[] own =
                Objects.requireNonNull(
                        transaction.execute(
                                status -> {
                                    long before = StatementCounter.STATEMENTS.get();
                                    long began = System.nanoTime();
                                    Guard.Decision decision = guard.decide(actor, new ConsumerId(consumer), Scope.SEE);
                                    long took = System.nanoTime() - began;
                                    if (!(decision instanceof Guard.Decision.Granted)) {
                                        throw new IllegalStateException("refused: " + decision);
                                    }
                                    return new long[] {took, StatementCounter.STATEMENTS.get() - before};
                                }));
        return own[0] + " " + (System.nanoTime() - start) + " " + own[1];
    }
}
