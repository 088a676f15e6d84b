package org.assisterportal.demo;

import java.util.function.BooleanSupplier;
import org.assisterportal.shared.NamedLock;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Fills the demo all or nothing: one that was stopped meanwhile begins again, and a second process waits for the first. */
@Component
@Profile("demo")
class DemoFilling {
    private final NamedLock lock;

    DemoFilling(NamedLock lock) {
        this.lock = lock;
    }

    @Transactional
    public void once(BooleanSupplier empty, Runnable fill) {
        lock.hold("demo");
        if (empty.getAsBoolean()) {
            fill.run();
        }
    }
}
