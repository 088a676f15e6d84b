package org.assisterportal.agency;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.AgencyId;
import org.assisterportal.shared.PersonId;

/** A roster was submitted, or one person's entry changed at once; published in that transaction. */
public record RosterSubmitted(
        AgencyId agency, UUID submission, List<PersonId> changed, Actor by, Instant at) {

    public RosterSubmitted {
        changed = List.copyOf(changed);
    }
}
