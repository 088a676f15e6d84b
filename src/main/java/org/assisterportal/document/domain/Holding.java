package org.assisterportal.document.domain;

import java.util.List;
import org.assisterportal.application.Hand;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.consumer.Consumers;
import org.assisterportal.consumer.Diary;
import org.assisterportal.consumer.Guard;
import org.assisterportal.consumer.Scope;
import org.assisterportal.document.ProofRequest;
import org.springframework.stereotype.Component;

/** What differs between the consumer's own hand and an assister's: the guard and the diary. */
@Component
class Holding {
    private final Guard guard;
    private final Consumers consumers;
    private final Diary diary;
    private final AuditLog audit;

    Holding(Guard guard, Consumers consumers, Diary diary, AuditLog audit) {
        this.guard = guard;
        this.consumers = consumers;
        this.diary = diary;
        this.audit = audit;
    }

    /** Whether an act may go on. */
    sealed interface Held {
        record Ready(Hand hand) implements Held {}

        record Refused(Guard.Decision.Refused refused) implements Held {}
    }

    /** For an act, in its open transaction: the consumer's row is held, and the guard has its say. */
    Held hold(Hand by) {
        return switch (by) {
            case Hand.Own own -> {
                consumers.hold(own.consumer());
                yield new Held.Ready(own);
            }
            case Hand.OnBehalf on ->
                    switch (guard.hold(on.actor(), on.consumer(), Scope.APPLY)) {
                        case Guard.Decision.Granted granted -> new Held.Ready(new Hand.OnBehalf(granted.acting()));
                        case Guard.Decision.Refused refused -> new Held.Refused(refused);
                    };
        };
    }

    /** What is asked for was shown. */
    void look(Hand by) {
        String act = "document.list-shown";
        switch (by) {
            case Hand.OnBehalf on -> diary.look(on.acting(), act);
            case Hand.Own own ->
                    audit.record(AuditLine.of(own.actor(), act).about(own.consumer().value()).showing(List.of(own.consumer().value())));
        }
    }

    /** Files were sent; an assister's sending is told to the consumer at once. */
    void sent(Hand by, ProofRequest request, int files) {
        List<String> facts = List.of(String.valueOf(files));
        switch (by) {
            case Hand.OnBehalf on -> diary.submitted(on.acting(), "document.sent", facts);
            case Hand.Own own -> own(own, "document.sent", request, facts);
        }
    }

    void takenBack(Hand by, ProofRequest request) {
        switch (by) {
            case Hand.OnBehalf on -> diary.done(on.acting(), "document.taken-back", List.of());
            case Hand.Own own -> own(own, "document.taken-back", request, List.of());
        }
    }

    private void own(Hand.Own own, String act, ProofRequest request, List<String> facts) {
        diary.note(own.consumer(), act, facts, own.actor());
        audit.record(AuditLine.of(own.actor(), act).about(own.consumer().value()).with("request", request.id()).with("kind", request.kind()));
    }
}
