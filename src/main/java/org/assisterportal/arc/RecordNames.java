package org.assisterportal.arc;

import org.assisterportal.agency.Agencies;
import org.assisterportal.agency.RosterRecords;
import org.assisterportal.audit.AuditView;
import org.assisterportal.identity.Accounts;
import org.assisterportal.shared.PersonId;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Puts today's names to the record's ids, which hold none; an id that is nobody's keeps its bare
 * form.
 */
@Component
class RecordNames {
    private final RosterRecords rosters;
    private final Agencies agencies;
    private final Accounts accounts;

    RecordNames(RosterRecords rosters, Agencies agencies, Accounts accounts) {
        this.rosters = rosters;
        this.agencies = agencies;
        this.accounts = accounts;
    }

    Map<UUID, String> of(Collection<UUID> ids) {
        Map<UUID, String> names = new HashMap<>(accounts.names(ids));
        names.putAll(agencies.names(ids));
        rosters.of(ids.stream().map(PersonId::new).toList())
                .forEach((person, record) -> names.put(person.value(), record.name().full()));
        return names;
    }

    Map<UUID, String> in(Collection<AuditView> lines, Collection<UUID> more) {
        Set<UUID> ids = new HashSet<>(more);
        for (AuditView line : lines) {
            UUID subject = line.subject();
            UUID agency = line.agency();
            if (subject != null) {
                ids.add(subject);
            }
            if (agency != null) {
                ids.add(agency);
            }
        }
        return of(ids);
    }
}
