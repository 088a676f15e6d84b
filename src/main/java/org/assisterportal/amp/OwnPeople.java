package org.assisterportal.amp;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assisterportal.access.AccessStanding;
import org.assisterportal.access.AgencyAccess;
import org.assisterportal.access.ContactSight;
import org.assisterportal.access.HistoryLine;
import org.assisterportal.access.PortalAccess;
import org.assisterportal.agency.RosterLine;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.PersonId;
import org.springframework.stereotype.Component;

/** How the people of an agency's submitted roster stand, as its contact may read it. */
@Component
class OwnPeople {
    private final PortalAccess access;
    private final AgencyAccess people;

    OwnPeople(PortalAccess access, AgencyAccess people) {
        this.access = access;
        this.people = people;
    }

    // Somebody who is only drafted is another agency's still, and their record comes with the submission.
    Map<PersonId, AccessStanding> of(Collection<RosterLine> lines, boolean authorized) {
        ContactSight sight = ContactSight.of(authorized);
        List<PersonId> own = lines.stream().filter(line -> !line.isNew()).map(RosterLine::person).toList();
        return access.of(own).values().stream()
                .map(sight::of)
                .collect(Collectors.toMap(AccessStanding::person, Function.identity()));
    }

    Optional<AccessStanding> of(RosterLine line, boolean authorized) {
        return of(List.of(line), authorized).values().stream().findFirst();
    }

    List<HistoryLine> history(RosterLine line, boolean authorized, Actor by) {
        return line.isNew() ? List.of() : ContactSight.of(authorized).of(people.history(line.person(), by));
    }
}
