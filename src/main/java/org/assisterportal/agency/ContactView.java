package org.assisterportal.agency;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.assisterportal.shared.AgencyId;
import org.jspecify.annotations.Nullable;

/** An agency's contact; ended contacts stay in the record. */
public record ContactView(
        UUID id,
        AgencyId agency,
        String name,
        String email,
        Set<ContactRole> roles,
        Instant invitedAt,
        @Nullable Instant endedAt) {

    public ContactView {
        roles = Set.copyOf(roles);
    }

    public boolean authorized() {
        return endedAt == null && roles.stream().anyMatch(ContactRole::authorized);
    }
}
