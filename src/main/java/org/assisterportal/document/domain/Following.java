package org.assisterportal.document.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.Diary;
import org.assisterportal.document.ProofDecided.Result;
import org.assisterportal.document.ProofDecided;
import org.assisterportal.document.ProofId;
import org.assisterportal.document.ProofKind;
import org.assisterportal.document.ProofRequest;
import org.assisterportal.document.Proofs;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Minnesota;
import org.assisterportal.shared.Sql;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens requests for modules that follow them, and tells how they end. */
@Component
class Following implements Proofs {
    private final JdbcClient jdbc;
    private final ProofTable table;
    private final ProofPolicy policy;
    private final NextStep next;
    private final Diary diary;
    private final AuditLog audit;
    private final SaidFacts facts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Following(
            JdbcClient jdbc, ProofTable table, ProofPolicy policy, NextStep next, Diary diary, AuditLog audit, SaidFacts facts, ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.table = table;
        this.policy = policy;
        this.next = next;
        this.diary = diary;
        this.audit = audit;
        this.facts = facts;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public ProofId ask(ConsumerId consumer, ApplicationId application, Wanted wanted) {
        Optional<ProofId> open = open(consumer, wanted);
        if (open.isPresent()) {
            return open.get();
        }
        String fact = facts.hash(consumer, wanted.person(), wanted.kind(), wanted.happened());
        ProofId id =
                table.ask(
                        new ProofTable.Wanted(
                                consumer, application, wanted.person(), wanted.name(), wanted.kind(), null, wanted.happened(), fact, wanted.due(),
                                policy.reminded(wanted.due(), Minnesota.today(clock))),
                        clock.instant());
        audit.record(AuditLine.of(Actor.SYSTEM, "document.asked").about(consumer.value()).with("kind", wanted.kind()).with("due", wanted.due()));
        diary.note(consumer, "document.asked", List.of("1"), Actor.SYSTEM);
        next.settle(consumer);
        return id;
    }

    private Optional<ProofId> open(ConsumerId consumer, Wanted wanted) {
        return jdbc.sql(
                        "SELECT id FROM document.request WHERE consumer = :consumer AND person = :person AND kind = :kind AND happened_on = :happened"
                                + " AND closed_at IS NULL")
                .param("consumer", consumer.value())
                .param("person", wanted.person())
                .param("kind", wanted.kind().name())
                .param("happened", wanted.happened())
                .query((row, number) -> new ProofId(Sql.uuid(row, "id")))
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<ProofId, Asked> of(Collection<ProofId> ids) {
        Map<ProofId, Asked> found = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("SELECT id, kind, state, due FROM document.request WHERE id = ANY(:ids::uuid[])")
                    .param("ids", Sql.ids(ids))
                    .query(
                            row -> {
                                found.put(
                                        new ProofId(Sql.uuid(row, "id")),
                                        new Asked(
                                                ProofKind.valueOf(row.getString("kind")), ProofRequest.State.valueOf(row.getString("state")),
                                                Objects.requireNonNull(row.getObject("due", LocalDate.class))));
                            });
        }
        return found;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(ConsumerId consumer, ProofId id) {
        table.notNeeded(id, clock.instant());
        next.settle(consumer);
    }

    /** Says to whoever follows it what an officer decided. */
    void decided(ProofRequest request, boolean accepted) {
        if (request.kind().isEvent()) {
            events.publishEvent(new ProofDecided(request.id(), request.consumer(), accepted ? Result.ACCEPTED : Result.NOT_ACCEPTED));
        }
    }

    /** Closes it: its time is over. */
    void lapsed(ConsumerId consumer, ProofId id) {
        audit.record(AuditLine.of(Actor.SYSTEM, "document.lapsed").about(consumer.value()).with("request", id));
        events.publishEvent(new ProofDecided(id, consumer, Result.TIME_OVER));
    }
}
