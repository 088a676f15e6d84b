package org.assisterportal.identity;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.assisterportal.shared.AccountId;
import org.assisterportal.shared.AgencyId;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * No officer decides on themselves or on an agency in which they are, or were lately, a contact.
 *
 * @param email the officer's sign-in address, lower case; empty when there is no such account
 * @param hats those worn now and those ended within the cooling-off time
 */
public record OwnAffairs(AccountId officer, String email, List<HatGrant> hats) {

    public OwnAffairs {
        hats = List.copyOf(hats);
    }

    /** Whether a person on this agency's roster is the officer, or one of theirs. */
    public boolean include(PersonId person, AgencyId agency, @Nullable String rosterEmail) {
        return hats.stream().anyMatch(hat -> hat.subject().equals(person.value()))
                || (rosterEmail != null && include(new EmailAddress(rosterEmail)))
                || include(agency);
    }

    /** Whether an account is the officer's, or that of somebody who belongs to one of their agencies. */
    public boolean include(AccountId account, Collection<UUID> agencies) {
        return officer.equals(account) || contactOfAny(agencies);
    }

    public boolean include(AgencyId agency) {
        return contactOfAny(List.of(agency.value()));
    }

    /** Whether this address is the officer's own. */
    public boolean include(EmailAddress address) {
        return !email.isEmpty() && address.key().equals(email);
    }

    private boolean contactOfAny(Collection<UUID> agencies) {
        return hats.stream()
                .filter(hat -> hat.hat() == Hat.AGENCY_CONTACT)
                .map(HatGrant::agency)
                .anyMatch(agency -> agency != null && agencies.contains(agency));
    }
}
