package org.assisterportal.agency.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.assisterportal.agency.RosterRecords;
import org.assisterportal.identity.Affiliations;
import org.assisterportal.shared.AgencyId;
import org.assisterportal.shared.PersonId;
import org.springframework.stereotype.Component;

/** The rosters' answer to whose somebody is today. */
@Component
class RosterAffiliations implements Affiliations {
    private final RosterRecords records;

    RosterAffiliations(RosterRecords records) {
        this.records = records;
    }

    @Override
    public Map<PersonId, AgencyId> agencyOf(Collection<PersonId> people) {
        Map<PersonId, AgencyId> agencies = new HashMap<>();
        records.of(people).forEach((person, record) -> agencies.put(person, record.agency()));
        return agencies;
    }
}
