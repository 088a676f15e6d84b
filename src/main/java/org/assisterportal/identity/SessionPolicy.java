package org.assisterportal.identity;

import java.time.Duration;
import org.assisterportal.policy.PolicyValues;
import org.springframework.stereotype.Component;

/** How long a session lasts, as the marketplace has decided. */
@Component
public class SessionPolicy {
    private final PolicyValues values;

    SessionPolicy(PolicyValues values) {
        this.values = values;
    }

    public int idleMinutes() {
        return values.inForce("session.idle-minutes").number();
    }

    public int longestHours() {
        return values.inForce("session.max-hours").number();
    }

    /** Without activity for so long, a session ends. */
    public Duration idle() {
        return Duration.ofMinutes(idleMinutes());
    }

    /** So long after sign-in a session ends, however busy. */
    public Duration longest() {
        return Duration.ofHours(longestHours());
    }
}
