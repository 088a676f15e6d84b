package org.assisterportal.application.domain;

import org.springframework.boot.test.context.TestComponent;

/** Makes the notices that are due, as the job does; tests' own job never comes. */
@TestComponent
public class NoticeHand {
    private final NoticeMaking making;

    NoticeHand(NoticeMaking making) {
        this.making = making;
    }

    public void work() {
        making.work();
    }
}
