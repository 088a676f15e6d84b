package org.assisterportal.enrollment.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assisterportal.application.Hand;
import org.assisterportal.application.Member;
import org.assisterportal.document.ProofId;
import org.assisterportal.document.ProofKind;
import org.assisterportal.document.Proofs;
import org.assisterportal.enrollment.Chance;
import org.assisterportal.enrollment.Enrollments.Desk;
import org.assisterportal.shared.Minnesota;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps because of which event something was signed, and asks for its proof. */
@Component
class Resting {
    private final PeriodTable periods;
    private final Unproved unproved;
    private final Proofs proofs;

    Resting(PeriodTable periods, Unproved unproved, Proofs proofs) {
        this.periods = periods;
        this.unproved = unproved;
        this.proofs = proofs;
    }

    /** Whether the act has to be proved before it counts. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean rests(Hand by, Desk desk, Chance chance, UUID act, Instant now) {
        if (chance.reported() == null || chance.event() == null) {
            return false;
        }
        ProofKind kind = chance.proofDays() > 0 ? chance.event().proof().orElse(null) : null;
        ProofId proof = kind == null ? null : proofs.ask(by.consumer(), desk.id(), wanted(by, desk, chance, kind, now));
        unproved.rests(act, by.consumer(), chance.reported(), proof);
        return proof != null;
    }

    private Proofs.Wanted wanted(Hand by, Desk desk, Chance chance, ProofKind kind, Instant now) {
        LocalDate signed = LocalDate.ofInstant(now, Minnesota.ZONE);
        PeriodTable.Entry entry =
                periods.standing(by.consumer(), signed).stream().filter(one -> one.period().id().equals(chance.reported())).findFirst().orElseThrow();
        List<String> known = entry.people().stream().filter(desk.names()::containsKey).toList();
        List<String> people = known.isEmpty() ? List.of(Member.SELF) : known;
        String names = String.join(", ", people.stream().map(key -> desk.names().getOrDefault(key, "")).toList());
        return new Proofs.Wanted(kind, people.getFirst(), names, entry.period().happened(), signed.plusDays(chance.proofDays()));
    }
}
