package org.assisterportal.identity;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.assisterportal.shared.AccountId;
import org.assisterportal.shared.AgencyId;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.PersonId;

/** No officer decides on themselves or on a person of an agency in which they are a contact. */
public record OwnAffairs(AccountId officer, List<HatGrant> hats) {

    public OwnAffairs {
        hats = List.copyOf(hats);
    }

    /** Whether a person on this agency's roster is the officer, or one of theirs. */
    public boolean include(PersonId person, AgencyId agency) {
        return hats.stream().anyMatch(hat -> hat.subject().equals(person.value()))
                || contactOfAny(List.of(agency.value()));
    }

    /** Whether an account is the officer's, or that of somebody who belongs to one of their agencies. */
    public boolean include(AccountId account, Collection<UUID> agencies) {
        return officer.equals(account) || contactOfAny(agencies);
    }

    private boolean contactOfAny(Collection<UUID> agencies) {
        return hats.stream()
                .filter(hat -> hat.hat() == Hat.AGENCY_CONTACT)
                .map(HatGrant::agency)
                .anyMatch(agency -> agency != null && agencies.contains(agency));
    }
}
