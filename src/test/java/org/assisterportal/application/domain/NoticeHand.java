package org.assisterportal.application.domain;

import org.springframework.boot.test.context.TestComponent;

/** Makes the notices that are due, as the job does; tests' own job never comes. */
@TestComponent
public class NoticeHand {
    private static final int ROUNDS = 12;

    private final NoticeMaking making;

    NoticeHand(NoticeMaking making) {
        this.making = making;
    }

    public void work() {
        // Other tests sign, too, and a round makes so many notices only.
        for (int round = 0; round < ROUNDS; round++) {
            making.work();
        }
    }
}
