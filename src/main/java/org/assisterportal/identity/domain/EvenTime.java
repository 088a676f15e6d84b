package org.assisterportal.identity.domain;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Answers after the same time whatever was to be done; called with no connection held. */
final class EvenTime {
    private EvenTime() {}

    static void after(Duration whole, Runnable work) {
        long end = System.nanoTime() + whole.toNanos();
        try {
            work.run();
        } finally {
            rest(end - System.nanoTime());
        }
    }

    private static void rest(long nanos) {
        if (nanos > 0) {
            try {
                TimeUnit.NANOSECONDS.sleep(nanos);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
