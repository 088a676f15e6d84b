package org.assisterportal.identity;

import java.time.Instant;
import java.util.UUID;
import org.assisterportal.shared.AccountId;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Hat;
import org.jspecify.annotations.Nullable;

/** A hat that an account carries; activated when its person has accepted it. */
public record HatGrant(
        AccountId account,
        Hat hat,
        UUID subject,
        @Nullable UUID agency,
        String organization,
        @Nullable Instant activatedAt) {

    /** The person acting in this capacity. */
    public Actor actor(String name) {
        return new Actor(account.value(), hat, subject, agency, name);
    }
}
