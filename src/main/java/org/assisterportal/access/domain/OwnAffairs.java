package org.assisterportal.access.domain;

import java.util.List;
import org.assisterportal.agency.RosterRecord;
import org.assisterportal.identity.Accounts;
import org.assisterportal.identity.HatGrant;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Hat;
import org.springframework.stereotype.Component;

/** No officer decides on themselves or on a person of an agency in which they are a contact. */
@Component
class OwnAffairs {
    private final Accounts accounts;

    OwnAffairs(Accounts accounts) {
        this.accounts = accounts;
    }

    List<HatGrant> hats(Actor by) {
        return accounts.hats(by.accountId());
    }

    boolean concern(List<HatGrant> hats, RosterRecord roster) {
        return hats.stream()
                .anyMatch(
                        hat ->
                                hat.subject().equals(roster.person().value())
                                        || (hat.hat() == Hat.AGENCY_CONTACT && roster.agency().value().equals(hat.agency())));
    }
}
