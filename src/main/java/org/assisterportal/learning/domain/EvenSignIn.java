package org.assisterportal.learning.domain;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.assisterportal.agency.RosterRecord;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.identity.Network;
import org.assisterportal.identity.Tries;
import org.assisterportal.learning.LearningSignIn;
import org.assisterportal.learning.domain.SignInCodes.Addressee;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Answers after the same time whoever was asked for; the waiting holds no connection. */
@Component
class EvenSignIn implements LearningSignIn {
    private static final Duration FLOOR = Duration.ofMillis(150);
    // An office of sixty people behind one address may sign in within the hour.
    private static final int ASKED_AN_ADDRESS = 60;
    private static final Duration ASKED_WITHIN = Duration.ofHours(1);
    private static final int TRIES_AN_ADDRESS = 60;
    private static final Duration TRIED_WITHIN = Duration.ofMinutes(15);

    private final Learners learners;
    private final SignInCodes codes;
    private final Tries tries;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    EvenSignIn(
            Learners learners, SignInCodes codes, Tries tries, AuditLog audit, TransactionTemplate transaction) {
        this.learners = learners;
        this.codes = codes;
        this.tries = tries;
        this.audit = audit;
        this.transaction = transaction;
    }

    @Override
    public void request(String trainingId, String browserId, String address) {
        String network = Network.of(address);
        evenly(
                () -> {
                    if (mayGoOn("learning.code-asked", network, ASKED_AN_ADDRESS, ASKED_WITHIN)) {
                        codes.request(
                                trainingId, browserId, network, learners.byTrainingId(trainingId).flatMap(Addressee::of));
                    }
                });
    }

    @Override
    public int codeMinutes() {
        return codes.minutes();
    }

    @Override
    public void mailKey(String email, String address) {
        String network = Network.of(address);
        evenly(
                () -> {
                    if (mayGoOn("learning.key-asked", network, ASKED_AN_ADDRESS, ASKED_WITHIN)) {
                        codes.mailKey(email, network, learners.byEmail(email.strip()).flatMap(Addressee::of));
                    }
                });
    }

    @Override
    public Outcome redeem(String trainingId, String browserId, String code, String address) {
        String network = Network.of(address);
        if (!mayGoOn("learning.signed-in", network, TRIES_AN_ADDRESS, TRIED_WITHIN)) {
            return new Outcome.Refused();
        }
        Optional<PersonId> person = codes.redeem(trainingId, browserId, code);
        Optional<RosterRecord> entry = person.flatMap(learners::open);
        if (entry.isEmpty()) {
            UUID about = person.map(PersonId::value).orElse(null);
            AuditLine line = AuditLine.of(Actor.SYSTEM, "learning.signed-in");
            audit.recordRefusal(
                    (about == null ? line : line.about(about)).refused("code"), SignInCodes.whose(trainingId, network), 1);
            return new Outcome.Refused();
        }
        RosterRecord learner = entry.get();
        Actor actor = new Actor(null, null, learner.person().value(), null, learner.name().full());
        transaction.executeWithoutResult(
                state -> audit.record(AuditLine.of(actor, "learning.signed-in").about(learner.person().value())));
        return new Outcome.Welcome(actor, learner.agencyName());
    }

    private boolean mayGoOn(String act, String network, int most, Duration window) {
        boolean often = !tries.tryOnce(act, network, most, window).isZero();
        if (often) {
            audit.recordRefusal(AuditLine.of(Actor.SYSTEM, act).refused("throttled"), network, 1);
        }
        return !often;
    }

    private static void evenly(Runnable work) {
        long end = System.nanoTime() + FLOOR.toNanos();
        try {
            work.run();
        } finally {
            long left = end - System.nanoTime();
            if (left > 0) {
                try {
                    TimeUnit.NANOSECONDS.sleep(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
