package org.assisterportal.document.domain;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.assisterportal.Region;
import org.assisterportal.application.Hand;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.Guard;
import org.assisterportal.consumer.Scope;
import org.assisterportal.consumer.domain.Handiwork;
import org.assisterportal.consumer.domain.Household;
import org.assisterportal.document.DocumentReviews;
import org.assisterportal.document.Documents;
import org.assisterportal.document.ProofId;
import org.assisterportal.document.ProofKind;
import org.assisterportal.document.ProofRequest;
import org.assisterportal.document.StoredFile;
import org.assisterportal.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;

/** Requests for proofs and the files that are sent for them, through the product's own acts. */
@TestComponent
public class Paperwork {
    private final AtomicInteger colors = new AtomicInteger();
    private final Household household;
    private final Handiwork handiwork;
    private final Documents documents;
    private final DocumentReviews reviews;
    private final Reminding reminding;
    private final Lapsing lapsing;
    private final Guard guard;

    Paperwork(Household household, Handiwork handiwork, Documents documents, DocumentReviews reviews, Reminding reminding, Lapsing lapsing, Guard guard) {
        this.household = household;
        this.handiwork = handiwork;
        this.documents = documents;
        this.reviews = reviews;
        this.reminding = reminding;
        this.lapsing = lapsing;
        this.guard = guard;
    }

    private ProofRequest income(Actor consumer) {
        handiwork.signed(consumer);
        return documents.list(new Hand.Own(consumer)).stream()
                .filter(one -> one.kind() == ProofKind.INCOME && one.isOpen())
                .findFirst()
                .orElseThrow();
    }

    /** What the consumer, who has signed, is to prove about income. */
    public ProofId request(Actor consumer) {
        return income(consumer).id();
    }

    /** A file of the consumer's own that waits, sent now where there is none. */
    public UUID file(Actor consumer) {
        return file(income(consumer), new Hand.Own(consumer));
    }

    /** The same that this assister sent. */
    public UUID file(Actor consumer, Household.Assister assister) {
        ProofRequest income = income(consumer);
        return household.as(
                assister.actor(),
                () ->
                        household.inTransaction(() -> guard.decide(assister.actor(), ConsumerId.of(consumer), Scope.APPLY))
                                        instanceof Guard.Decision.Granted granted
                                ? file(documents.show(new Hand.OnBehalf(granted.acting()), income.id()), new Hand.OnBehalf(granted.acting()))
                                : UUID.randomUUID());
    }

    private UUID file(ProofRequest request, Hand by) {
        if (waiting(request).isEmpty()) {
            byte[] picture = TestFiles.picture("png", colors.incrementAndGet());
            documents.send(by, request.id(), List.of(TestFiles.incoming("pay.png", picture)));
        }
        return waiting(documents.show(by, request.id())).getFirst().id();
    }

    private static List<StoredFile> waiting(ProofRequest request) {
        return request.files().stream().filter(StoredFile::canBeTakenBack).toList();
    }

    /** The consumer sends a letter for each event that is to be proved, and an officer accepts it. */
    public void prove(Actor consumer) {
        decide(consumer, null);
    }

    /** The same, and the officer refuses. */
    public void refuse(Actor consumer) {
        decide(consumer, ProofRequest.Reason.UNREADABLE);
    }

    private void decide(Actor consumer, ProofRequest.@Nullable Reason reason) {
        for (ProofRequest one : documents.list(new Hand.Own(consumer))) {
            if (one.kind().isEvent() && one.isOpen()) {
                UUID file = file(one, new Hand.Own(consumer));
                reviews.open(one.id(), file, Region.officer());
                reviews.decide(one.id(), reason, "", documents.show(new Hand.Own(consumer), one.id()).version(), Region.officer());
            }
        }
    }

    /** Reminds of what is due, and closes what wasn't proved in time, as the sweeps do. */
    public void sweep() {
        reminding.sweep();
        lapsing.sweep();
    }

    /** A request of a consumer of whom nothing was sent. */
    public ProofId unsent() {
        return request(household.consumer("Tom", "Olson"));
    }

    /** The same with a file that waits and that an officer has opened; its version is 2. */
    public ProofId lookedAt(Actor officer) {
        Actor tom = household.consumer("Tom", "Olson");
        UUID file = file(tom);
        reviews.open(request(tom), file, officer);
        return request(tom);
    }
}
