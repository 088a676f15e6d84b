package org.assisterportal.notification;

import org.springframework.boot.test.context.TestComponent;

/** Delivers what is queued, through SMTP, when a test says so. */
@TestComponent
public class Postman {
    private final Delivery delivery;

    Postman(Delivery delivery) {
        this.delivery = delivery;
    }

    public void deliverAll() {
        while (delivery.deliver() > 0) {
            // until the outbox is empty
        }
    }
}
