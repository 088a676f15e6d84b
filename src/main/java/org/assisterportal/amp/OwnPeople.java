package org.assisterportal.amp;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assisterportal.access.AccessStanding;
import org.assisterportal.access.AgencyAccess;
import org.assisterportal.access.HistoryLine;
import org.assisterportal.access.PortalAccess;
import org.assisterportal.agency.RosterLine;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.PersonId;
import org.springframework.stereotype.Component;

/** How the people of an agency's submitted roster stand. */
@Component
class OwnPeople {
    private final PortalAccess access;
    private final AgencyAccess people;

    OwnPeople(PortalAccess access, AgencyAccess people) {
        this.access = access;
        this.people = people;
    }

    // Somebody who is only drafted is another agency's still, and their record comes with the submission.
    Map<PersonId, AccessStanding> of(Collection<RosterLine> lines) {
        return access.of(lines.stream().filter(line -> !line.isNew()).map(RosterLine::person).toList());
    }

    Optional<AccessStanding> of(RosterLine line) {
        return of(List.of(line)).values().stream().findFirst();
    }

    List<HistoryLine> history(RosterLine line, Actor by) {
        return line.isNew() ? List.of() : people.history(line.person(), by);
    }
}
