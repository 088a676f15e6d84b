package org.assisterportal.application.domain;

import java.time.Clock;
import java.util.Map;
import org.assisterportal.application.NoticeMade;
import org.assisterportal.eligibility.Determination;
import org.assisterportal.eligibility.Verdict;
import org.assisterportal.policy.PolicyValues;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Minnesota;
import org.assisterportal.shared.NotFound;
import org.assisterportal.task.Tasks;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a notice promises of the county or tribe becomes an officer's work: one task a consumer, until it is closed. */
@Component
class HandOver {
    private static final String TASK = "hand-over";

    private final ApplicationTable applications;
    private final SignatureTable signatures;
    private final Tasks tasks;
    private final PolicyValues policy;
    private final Clock clock;

    HandOver(ApplicationTable applications, SignatureTable signatures, Tasks tasks, PolicyValues policy, Clock clock) {
        this.applications = applications;
        this.signatures = signatures;
        this.tasks = tasks;
        this.policy = policy;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(NoticeMade made) {
        if (!isFor(signatures.find(made.application()).orElseThrow(NotFound::new).determination())) {
            return;
        }
        long reference = applications.find(made.application()).orElseThrow(NotFound::new).reference();
        tasks.open(
                TASK, made.consumer().value(), Map.of("application", made.application().toString(), "reference", NoticeWriter.grouped(reference)),
                Minnesota.today(clock).plusDays(policy.inForce("notice.hand-over-days").number()), Actor.SYSTEM);
    }

    private static boolean isFor(Determination determination) {
        return determination.people().stream().flatMap(one -> one.ladder().stream()).anyMatch(one -> one.verdict() == Verdict.HANDED_OVER);
    }
}
