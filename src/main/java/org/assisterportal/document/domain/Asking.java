package org.assisterportal.document.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assisterportal.application.ApplicationSigned;
import org.assisterportal.application.ChangeDropped;
import org.assisterportal.application.SignedVersions;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.ConsumerPost;
import org.assisterportal.consumer.Diary;
import org.assisterportal.document.ProofKind;
import org.assisterportal.document.domain.ProofRules.Proof;
import org.assisterportal.eligibility.Determination;
import org.assisterportal.eligibility.Eligibility;
import org.assisterportal.eligibility.Household;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Keys;
import org.assisterportal.shared.Minnesota;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens requests for what a signed version needs, in the transaction of its signature. What an earlier one asked for and
 * this one says alike stays as it is, accepted or with its clock; what it doesn't need any more is closed.
 */
@Component
class Asking {
    private final SignedVersions versions;
    private final Eligibility eligibility;
    private final ProofTable table;
    private final ProofPolicy policy;
    private final NextStep next;
    private final ConsumerPost post;
    private final Diary diary;
    private final AuditLog audit;
    private final Keys keys;
    private final Clock clock;

    Asking(
            SignedVersions versions, Eligibility eligibility, ProofTable table, ProofPolicy policy, NextStep next,
            ConsumerPost post, Diary diary, AuditLog audit, Keys keys, Clock clock) {
        this.versions = versions;
        this.eligibility = eligibility;
        this.table = table;
        this.policy = policy;
        this.next = next;
        this.post = post;
        this.diary = diary;
        this.audit = audit;
        this.keys = keys;
        this.clock = clock;
    }

    private record About(String person, ProofKind kind) {}

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ApplicationSigned signed) {
        SignedVersions.Version version = versions.find(signed.application()).orElseThrow();
        List<ProofTable.Known> known = table.known(signed.consumer());
        Map<About, Proof> needed =
                ProofRules.needed(version.determination(), policy.identity(), facts -> again(version, facts)).stream()
                        .collect(Collectors.toMap(proof -> new About(proof.person(), proof.kind()), proof -> proof));
        known.stream()
                .filter(one -> one.isOpen() && !one.fact().equals(hash(signed.consumer(), needed.get(new About(one.person(), one.kind())))))
                .forEach(one -> table.notNeeded(one.id(), clock.instant()));
        int asked = 0;
        for (Proof proof : needed.values()) {
            String fact = hash(signed.consumer(), proof);
            Optional<ProofTable.Known> before = known.stream().filter(one -> one.answers(proof.person(), proof.kind(), fact)).findFirst();
            String name = version.names().getOrDefault(proof.person(), "");
            if (before.isPresent()) {
                table.carriedOver(before.get().id(), version.id(), name);
            } else {
                ask(version, proof, fact, name);
                asked++;
            }
        }
        if (asked > 0) {
            diary.note(signed.consumer(), "document.asked", List.of(String.valueOf(asked)), Actor.SYSTEM);
            post.mail(signed.consumer(), "documents-asked", Map.of());
        }
        next.of(signed.consumer());
    }

    private void ask(SignedVersions.Version version, Proof proof, String fact, String name) {
        Instant now = clock.instant();
        LocalDate due = policy.due(proof.kind(), LocalDate.ofInstant(version.signedAt(), Minnesota.ZONE));
        table.insert(version, proof, fact, name, due, now);
        audit.record(
                AuditLine.of(Actor.SYSTEM, "document.asked").about(version.consumer().value()).with("kind", proof.kind()).with("due", due));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ChangeDropped dropped) {
        next.of(dropped.consumer());
    }

    private Optional<Determination> again(SignedVersions.Version version, Household facts) {
        return eligibility.again(facts, version.determination().rules()) instanceof Eligibility.Determined other
                ? Optional.of(other.determination())
                : Optional.empty();
    }

    // What was said is compared and never read: equal facts of two consumers don't look equal.
    private String hash(ConsumerId consumer, @org.jspecify.annotations.Nullable Proof proof) {
        return proof == null
                ? ""
                : HexFormat.of().formatHex(keys.hmac("document-fact", consumer + " " + proof.person() + " " + proof.kind() + " " + proof.fact()));
    }
}
