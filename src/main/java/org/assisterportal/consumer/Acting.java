package org.assisterportal.consumer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.AgencyId;
import org.assisterportal.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * An assister acting on behalf of a consumer, as the guard granted it in this request; made by the guard only and kept
 * nowhere.
 *
 * @param name the consumer's full name, for the banner and every confirmation
 * @param number of the authorization, as its receipt says it
 * @param until the authorization's last day, null = until the consumer ends it
 */
public record Acting(
        Actor actor,
        PersonId assister,
        ConsumerId consumer,
        String name,
        UUID authorization,
        long number,
        Scope scope,
        Instant since,
        @Nullable LocalDate until,
        AgencyId agency,
        String agencyName) {

    public boolean may(Scope wanted) {
        return scope.covers(wanted);
    }
}
