package org.assisterportal.access.domain;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assisterportal.access.AccessJudged;
import org.assisterportal.access.AccessStanding;
import org.assisterportal.agency.ContractChanged;
import org.assisterportal.agency.RosterRecords;
import org.assisterportal.agency.RosterSubmitted;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.certification.CertificationChanged;
import org.assisterportal.identity.HatActivated;
import org.assisterportal.learning.LearningProgressed;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.PersonId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Follows every fact that may change somebody's access, in the fact's own transaction: where they are found, and who is
 * told of a suspension. Access itself is judged at each request and waits for none of this.
 */
@Component
class AccessChanges {
    private static final int BATCH = 200;

    private final Standings standings;
    private final Projection projection;
    private final AccessTable table;
    private final AccessMails mails;
    private final RosterRecords rosters;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    AccessChanges(
            Standings standings,
            Projection projection,
            AccessTable table,
            AccessMails mails,
            RosterRecords rosters,
            AuditLog audit,
            ApplicationEventPublisher events,
            TransactionTemplate transactions,
            Clock clock) {
        this.standings = standings;
        this.projection = projection;
        this.table = table;
        this.mails = mails;
        this.rosters = rosters;
        this.audit = audit;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    @EventListener
    @Order(10)
    void on(RosterSubmitted submitted) {
        refresh(submitted.changed());
    }

    @EventListener
    @Order(10)
    void on(ContractChanged changed) {
        refresh(rosters.ofAgency(changed.agency()));
    }

    @EventListener
    @Order(10)
    void on(LearningProgressed progressed) {
        refresh(List.of(progressed.person()));
    }

    @EventListener
    @Order(10)
    void on(CertificationChanged changed) {
        refresh(List.of(changed.person()));
    }

    @EventListener
    @Order(10)
    void on(HatActivated activated) {
        PersonId person = new PersonId(activated.subject());
        if (activated.hat() == Hat.ASSISTER && table.activated(person, activated.at())) {
            table.note(List.of(person), "activated", List.of(), activated.at(), Actor.SYSTEM);
            refresh(List.of(person));
        }
    }

    /** Tells people of lapses that came by time alone; late after a stop, but access ended in time all the same. */
    @Scheduled(fixedDelayString = "${assisterportal.lapse-sweep:30s}", initialDelayString = "${assisterportal.lapse-sweep:30s}")
    void sweep() {
        int taken;
        do {
            taken = sweepOnce();
        } while (taken == BATCH);
    }

    int sweepOnce() {
        Integer taken =
                transactions.execute(
                        status -> {
                            List<PersonId> due = projection.due(BATCH);
                            refresh(due);
                            return due.size();
                        });
        return taken == null ? 0 : taken;
    }

    void refresh(Collection<PersonId> people) {
        if (people.isEmpty()) {
            return;
        }
        // Before judging: of two facts that come at once, in whatever process, the later refresh sees both.
        projection.lock(people);
        Collection<Standings.Judged> judged = standings.judge(people).values();
        List<AccessStanding> suspended = projection.write(judged);
        for (AccessStanding standing : suspended) {
            String reason = standing.open().isEmpty() ? "access.reason.gap" : standing.open().getFirst().reason();
            table.note(List.of(standing.person()), "suspended", List.of(reason), clock.instant(), Actor.SYSTEM);
            audit.record(
                    AuditLine.of(Actor.SYSTEM, "access.suspended")
                            .about(standing.person().value())
                            .in(standing.roster().agency())
                            .with("reason", reason));
        }
        mails.suspended(suspended);
        events.publishEvent(judged(judged));
    }

    private static AccessJudged judged(Collection<Standings.Judged> people) {
        Map<Boolean, List<PersonId>> enrolled =
                people.stream()
                        .map(Standings.Judged::standing)
                        .filter(standing -> standing.enrolledAt() != null)
                        .collect(
                                Collectors.partitioningBy(
                                        AccessStanding::granted,
                                        Collectors.mapping(AccessStanding::person, Collectors.toList())));
        return new AccessJudged(enrolled.getOrDefault(true, List.of()), enrolled.getOrDefault(false, List.of()));
    }
}
