package org.assisterportal.enrollment.domain;

import java.util.List;
import java.util.Map;
import org.assisterportal.application.NoticeMade;
import org.assisterportal.application.SignedVersions;
import org.assisterportal.consumer.Caseload;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.ConsumerPost;
import org.assisterportal.consumer.Consumers;
import org.assisterportal.document.CaseSteps;
import org.assisterportal.shared.OneByOne;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps the assister's list true about plans: soon after a signature, and when a day to choose is over. */
@Component
class StepKeeping {
    private static final int BATCH = 100;

    private final SignedVersions versions;
    private final Repricing repricing;
    private final ConsumerPost post;
    private final Caseload caseload;
    private final CaseSteps steps;
    private final Consumers consumers;
    private final Counter counter;
    private final OneByOne oneByOne;
    private final TransactionTemplate transaction;

    StepKeeping(
            SignedVersions versions, Repricing repricing, ConsumerPost post, Caseload caseload, CaseSteps steps, Consumers consumers, Counter counter, OneByOne oneByOne, TransactionTemplate transaction) {
        this.versions = versions;
        this.repricing = repricing;
        this.post = post;
        this.caseload = caseload;
        this.steps = steps;
        this.consumers = consumers;
        this.counter = counter;
        this.oneByOne = oneByOne;
        this.transaction = transaction;
    }

    /** What plans cost follows the new determination, too. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(NoticeMade made) {
        if (versions.inForce(made.consumer()).contains(made.application()) && repricing.determined(made.application(), made.consumer())) {
            post.mail(made.consumer(), "plan-cost-changed", Map.of());
        }
        steps.settle(made.consumer());
    }

    @Scheduled(fixedDelayString = "${assisterportal.steps:1h}", initialDelayString = "${assisterportal.steps:1h}")
    void work() {
        List<ConsumerId> late = transaction.execute(status -> caseload.late(counter.today(), BATCH));
        oneByOne.each(
                "a step whose day is over", late == null ? List.of() : late,
                one -> {
                    consumers.hold(one);
                    steps.settle(one);
                });
    }
}
