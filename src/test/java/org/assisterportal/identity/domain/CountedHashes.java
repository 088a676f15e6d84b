package org.assisterportal.identity.domain;

import java.util.function.Supplier;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * Counts the Argon2 hashes that this thread computes, for the password's sake or only to last as long; each is a thousandth of
 * the product's work, which {@link PasswordsTests} sees.
 */
@TestComponent
public class CountedHashes implements BeanPostProcessor {
    private static final ThreadLocal<Integer> COMPUTED = ThreadLocal.withInitial(() -> 0);

    /** How many the work computes. */
    public static int of(Runnable work) {
        int before = COMPUTED.get();
        work.run();
        return COMPUTED.get() - before;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean.getClass() == Passwords.class ? new Counted() : bean;
    }

    private static final class Counted extends Passwords {
        Counted() {
            super(new Argon2PasswordEncoder(16, 32, 1, 32, 1));
        }

        @Override
        <T> T seated(Supplier<T> work) {
            COMPUTED.set(COMPUTED.get() + 1);
            return super.seated(work);
        }
    }
}
