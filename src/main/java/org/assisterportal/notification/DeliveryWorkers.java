package org.assisterportal.notification;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** The threads that empty the outbox as long as this process runs. */
@Component
class DeliveryWorkers implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryWorkers.class);

    private final Delivery delivery;
    private final MailSettings settings;
    private final List<Thread> threads = new ArrayList<>();
    private final Semaphore woken = new Semaphore(0);
    private volatile CountDownLatch ending = new CountDownLatch(0);

    DeliveryWorkers(Delivery delivery, MailSettings settings) {
        this.delivery = delivery;
        this.settings = settings;
    }

    @Override
    public void start() {
        if (!settings.deliver()) {
            return;
        }
        ending = new CountDownLatch(1);
        for (int i = 0; i < settings.workers(); i++) {
            threads.add(Thread.ofPlatform().name("mail-" + i).daemon().start(this::work));
        }
    }

    private void work() {
        while (isRunning()) {
            int claimed = 0;
            try {
                claimed = delivery.deliver(this::isRunning);
            } catch (RuntimeException e) {
                LOG.warn("outbox not reached: {}", e.getClass().getSimpleName());
            }
            if (claimed == 0) {
                try {
                    boolean unused = woken.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS);
                } catch (InterruptedException e) {
                    return;
                }
            }
        }
    }

    /** What was queued in this process goes out at once; another process' mail is found at the next poll. */
    @TransactionalEventListener
    void wake(OutboxTable.Queued queued) {
        woken.release(Math.max(0, settings.workers() - woken.availablePermits()));
    }

    /** Lets the mails under way come to their end: an interrupted one could be delivered and not marked. */
    @Override
    public void stop() {
        ending.countDown();
        woken.release(settings.workers());
        long patience = System.nanoTime() + settings.timeout().plusSeconds(5).toNanos();
        try {
            for (Thread thread : threads) {
                thread.join(Duration.ofNanos(Math.max(1, patience - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return ending.getCount() > 0;
    }
}
