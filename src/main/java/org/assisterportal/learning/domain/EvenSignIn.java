package org.assisterportal.learning.domain;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.assisterportal.agency.RosterRecord;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
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

    private final Learners learners;
    private final SignInCodes codes;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    EvenSignIn(Learners learners, SignInCodes codes, AuditLog audit, TransactionTemplate transaction) {
        this.learners = learners;
        this.codes = codes;
        this.audit = audit;
        this.transaction = transaction;
    }

    @Override
    public void request(String trainingId, String browserId) {
        evenly(() -> codes.request(trainingId, browserId, learners.byTrainingId(trainingId).flatMap(Addressee::of)));
    }

    @Override
    public void mailKey(String email) {
        evenly(() -> codes.mailKey(email, learners.byEmail(email.strip()).flatMap(Addressee::of)));
    }

    @Override
    public Outcome redeem(String trainingId, String browserId, String code) {
        Optional<PersonId> person = codes.redeem(trainingId, browserId, code);
        Optional<RosterRecord> entry = person.flatMap(learners::open);
        if (entry.isEmpty()) {
            UUID about = person.map(PersonId::value).orElse(null);
            AuditLine line = AuditLine.of(Actor.SYSTEM, "learning.signed-in");
            audit.recordRefusal((about == null ? line : line.about(about)).refused("code"));
            return new Outcome.Refused();
        }
        RosterRecord learner = entry.get();
        Actor actor = new Actor(null, null, learner.person().value(), null, learner.name().full());
        transaction.executeWithoutResult(
                state -> audit.record(AuditLine.of(actor, "learning.signed-in").about(learner.person().value())));
        return new Outcome.Welcome(actor, learner.agencyName());
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
