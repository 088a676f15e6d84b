package org.assisterportal.enrollment.domain;

import org.springframework.boot.test.context.TestComponent;

/** Lets the job of renewals work when a test says so. */
@TestComponent
public class RenewalHand {
    private final Renewing job;

    RenewalHand(Renewing job) {
        this.job = job;
    }

    public void work() {
        job.work();
    }
}
