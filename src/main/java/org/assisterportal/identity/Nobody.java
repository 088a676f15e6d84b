package org.assisterportal.identity;

import java.util.function.Supplier;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** Work that reaches beyond the account of the session, to another one of the same person. */
public final class Nobody {
    private Nobody() {}

    /** Does it as if nobody were signed in: in an assister's hat every other account is out of sight. */
    public static void does(Runnable work) {
        does(
                () -> {
                    work.run();
                    return true;
                });
    }

    /** The same with an answer. */
    public static <T> T does(Supplier<T> work) {
        SecurityContext signedIn = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(SecurityContextHolder.createEmptyContext());
        try {
            return work.get();
        } finally {
            SecurityContextHolder.setContext(signedIn);
        }
    }
}
