package org.assisterportal.identity;

import java.util.function.Supplier;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** Work for which something else than the session is the proof: a mailed link, a receipt's code. */
public final class Nobody {
    private Nobody() {}

    /** Does it as if nobody were signed in: in an assister's hat the rows of other assisters' consumers are out of sight. */
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
