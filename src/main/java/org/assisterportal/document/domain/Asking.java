package org.assisterportal.document.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.assisterportal.application.ChangeDropped;
import org.assisterportal.application.SignatureFollower;
import org.assisterportal.application.SignedVersions;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.consumer.ConsumerPost;
import org.assisterportal.consumer.Diary;
import org.assisterportal.document.ProofId;
import org.assisterportal.document.ProofKind;
import org.assisterportal.document.ProofRequest.State;
import org.assisterportal.document.domain.ProofRules.Proof;
import org.assisterportal.eligibility.Determination;
import org.assisterportal.eligibility.Eligibility;
import org.assisterportal.eligibility.Household;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Minnesota;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens requests for what a signed version needs, in the transaction of its signature. What an earlier one asked for and
 * this one says alike stays as it is, accepted or with its clock; what no version that counts needs any more is closed.
 */
@Component
class Asking implements SignatureFollower {
    private final SignedVersions versions;
    private final Eligibility eligibility;
    private final ProofTable table;
    private final ProofPolicy policy;
    private final NextStep next;
    private final ConsumerPost post;
    private final Diary diary;
    private final AuditLog audit;
    private final SaidFacts facts;
    private final Clock clock;

    Asking(
            SignedVersions versions, Eligibility eligibility, ProofTable table, ProofPolicy policy, NextStep next,
            ConsumerPost post, Diary diary, AuditLog audit, SaidFacts facts, Clock clock) {
        this.versions = versions;
        this.eligibility = eligibility;
        this.table = table;
        this.policy = policy;
        this.next = next;
        this.post = post;
        this.diary = diary;
        this.audit = audit;
        this.facts = facts;
        this.clock = clock;
    }

    private record About(String person, ProofKind kind, @Nullable Integer planYear) {
        static About of(Proof proof) {
            return new About(proof.person(), proof.kind(), proof.planYear());
        }

        static About of(ProofTable.Known known) {
            return new About(known.person(), known.kind(), known.planYear());
        }
    }

    /** What a version needs, with the hash of what was said. */
    private record Need(SignedVersions.Version version, Proof proof, String fact) {}

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void signed(SignedVersions.Version version) {
        List<ProofTable.Known> known = table.known(version.consumer());
        Map<About, Need> needed = needed(version);
        Map<ProofId, String> same = new LinkedHashMap<>();
        int asked = 0;
        for (Need need : needed.values()) {
            asked += meet(need, known, same) ? 0 : 1;
        }
        if (!same.isEmpty()) {
            table.carriedOver(same, version.id());
        }
        List<ProofTable.Known> unasked =
                known.stream().filter(one -> one.isOpen() && !one.kind().isEvent() && !needed.containsKey(About.of(one))).toList();
        if (!unasked.isEmpty()) {
            Set<About> elsewhere = ofOtherYears(version);
            unasked.stream().filter(one -> !elsewhere.contains(About.of(one))).forEach(one -> table.notNeeded(one.id(), clock.instant()));
        }
        if (asked > 0) {
            diary.note(version.consumer(), "document.asked", List.of(String.valueOf(asked)), Actor.SYSTEM);
            post.mail(version.consumer(), "documents-asked", Map.of());
        }
        next.ofProofs(version.consumer());
    }

    private Set<About> ofOtherYears(SignedVersions.Version version) {
        return versions.inForce(version.consumer()).stream()
                .filter(one -> !one.equals(version.id()))
                .flatMap(one -> versions.find(one).stream())
                .flatMap(one -> needed(one).keySet().stream())
                .collect(Collectors.toSet());
    }

    private Map<About, Need> needed(SignedVersions.Version version) {
        return ProofRules.needed(version.determination(), policy.identity(), other -> again(version, other)).stream()
                .collect(Collectors.toMap(About::of, proof -> new Need(version, proof, facts.hash(version.consumer(), proof.person(), proof.kind(), proof.fact()))));
    }

    /** Whether what was asked for before will do: for the same fact, or because something waits for an officer, who sees the new one. */
    private boolean meet(Need need, List<ProofTable.Known> known, Map<ProofId, String> carried) {
        Proof proof = need.proof();
        String name = need.version().names().getOrDefault(proof.person(), "");
        Optional<ProofTable.Known> same = known.stream().filter(one -> one.answers(proof, need.fact())).findFirst();
        Optional<ProofTable.Known> open = known.stream().filter(one -> one.isOpen() && one.isAbout(proof)).findFirst();
        if (same.isPresent()) {
            carried.put(same.get().id(), name);
            open.filter(one -> !one.equals(same.get())).ifPresent(one -> table.notNeeded(one.id(), clock.instant()));
            return true;
        }
        if (open.isPresent() && open.get().state() == State.SENT) {
            table.restated(open.get().id(), need.version().id(), name, need.fact(), due(need, open));
            return true;
        }
        open.ifPresent(one -> table.notNeeded(one.id(), clock.instant()));
        ask(need, name, due(need, open));
        return false;
    }

    /** The last day for what is said now, and no earlier one than was given for what was said before: it may have been put off. */
    private LocalDate due(Need need, Optional<ProofTable.Known> before) {
        LocalDate due = policy.due(need.proof().kind(), LocalDate.ofInstant(need.version().signedAt(), Minnesota.ZONE));
        return before.map(ProofTable.Known::due).filter(due::isBefore).orElse(due);
    }

    private void ask(Need need, String name, LocalDate due) {
        Proof proof = need.proof();
        table.ask(
                new ProofTable.Wanted(
                        need.version().consumer(), need.version().id(), proof.person(), name, proof.kind(), proof.planYear(), null, need.fact(), due, 0),
                clock.instant());
        audit.record(
                AuditLine.of(Actor.SYSTEM, "document.asked")
                        .about(need.version().consumer().value())
                        .with("kind", need.proof().kind())
                        .with("due", due));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ChangeDropped dropped) {
        next.settle(dropped.consumer());
    }

    private Optional<Determination> again(SignedVersions.Version version, Household household) {
        return eligibility.again(household, version.determination().rules()) instanceof Eligibility.Determined other
                ? Optional.of(other.determination())
                : Optional.empty();
    }
}
