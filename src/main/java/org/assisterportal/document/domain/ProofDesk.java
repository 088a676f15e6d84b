package org.assisterportal.document.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Hand;
import org.assisterportal.application.HeldHands;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.document.Documents;
import org.assisterportal.document.Incoming;
import org.assisterportal.document.ProofId;
import org.assisterportal.document.ProofRequest;
import org.assisterportal.document.StoredFile;
import org.assisterportal.shared.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What is asked for and sent, by its consumer or on the consumer's behalf. */
@Component
class ProofDesk implements Documents {
    private final ProofTable table;
    private final FileTable files;
    private final Requests requests;
    private final FileCheck check;
    private final HeldHands hands;
    private final ProofDiary diary;
    private final NextStep next;
    private final ProofPolicy policy;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ProofDesk(
            ProofTable table, FileTable files, Requests requests, FileCheck check, HeldHands hands, ProofDiary diary, NextStep next, ProofPolicy policy,
            AuditLog audit, TransactionTemplate transaction, Clock clock) {
        this.table = table;
        this.files = files;
        this.requests = requests;
        this.check = check;
        this.hands = hands;
        this.diary = diary;
        this.next = next;
        this.policy = policy;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    @Transactional
    public List<ProofRequest> list(Hand by) {
        hands.look(by, "document.list-shown");
        return requests.of(by.consumer());
    }

    @Override
    @Transactional(readOnly = true)
    public List<ProofRequest> open(ApplicationId signed) {
        return table.toDo(signed);
    }

    @Override
    @Transactional(readOnly = true)
    public Standing standing(ConsumerId consumer) {
        return table.standing(consumer);
    }

    @Override
    @Transactional
    public ProofRequest show(Hand by, ProofId id) {
        ProofRequest request = own(by, id);
        hands.look(by, "document.list-shown");
        return request;
    }

    private ProofRequest own(Hand by, ProofId id) {
        return requests.find(id).filter(one -> one.consumer().equals(by.consumer())).orElseThrow(NotFound::new);
    }

    /** A file as it was found. */
    private record Found(Incoming incoming, FileCheck.Fine fine) {}

    @Override
    public Sent send(Hand by, ProofId id, List<Incoming> incoming) {
        List<Problem> problems = new ArrayList<>();
        if (incoming.isEmpty()) {
            problems.add(new Problem("", Why.NONE));
        }
        List<Found> found = new ArrayList<>();
        // Looking into a file takes a moment; nobody's row is held for it.
        for (Incoming one : incoming) {
            switch (check.check(one)) {
                case FileCheck.Wrong wrong -> problems.add(new Problem(FileCheck.name(one.name()), wrong.why()));
                case FileCheck.Fine fine -> found.add(new Found(one, fine));
            }
        }
        return Objects.requireNonNull(
                transaction.execute(
                        status -> hands.held(by, hand -> keep(hand, id, found, problems), Sent.Stopped::new)));
    }

    private Sent keep(Hand by, ProofId id, List<Found> found, List<Problem> problems) {
        ProofRequest request = own(by, id);
        if (!request.isOpen()) {
            return new Sent.Closed();
        }
        int room = Math.max(0, policy.files() - table.files(id));
        found.stream().skip(room).forEach(one -> problems.add(new Problem(one.fine().name(), Why.TOO_MANY)));
        List<Found> fitting = found.stream().limit(room).toList();
        if (fitting.isEmpty() && !problems.isEmpty()) {
            return new Sent.Refused(problems);
        }
        Instant now = clock.instant();
        int kept = (int) fitting.stream().filter(one -> files.insert(id, one.incoming(), one.fine(), by, now)).count();
        if (kept > 0) {
            table.sent(id, kept, now);
            diary.sent(by, request, kept);
            next.settle(request.consumer());
        }
        return new Sent.Done(kept, problems);
    }

    @Override
    @Transactional
    public TakenBack takeBack(Hand by, ProofId id, UUID file) {
        return hands.held(by, hand -> takeBackNow(hand, id, file), TakenBack.Stopped::new);
    }

    private TakenBack takeBackNow(Hand by, ProofId id, UUID file) {
        ProofRequest request = own(by, id);
        if (request.files().stream().noneMatch(one -> one.id().equals(file))) {
            throw new NotFound();
        }
        if (!request.isOpen() || !files.delete(file)) {
            return new TakenBack.Looked();
        }
        table.takenBack(id);
        diary.takenBack(by, request);
        next.settle(request.consumer());
        return new TakenBack.Done();
    }

    @Override
    @Transactional
    public Opened open(Hand.Own by, ProofId id, UUID file) {
        ProofRequest request = own(by, id);
        StoredFile stored = request.files().stream().filter(one -> one.id().equals(file)).findFirst().orElseThrow(NotFound::new);
        audit.record(
                AuditLine.of(by.actor(), "document.opened")
                        .about(by.consumer().value())
                        .showing(List.of(by.consumer().value()))
                        .with("file", file));
        return new Opened(stored, files.content(stored));
    }
}
