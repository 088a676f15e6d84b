package org.assisterportal.access.domain;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assisterportal.access.AgencyAccess;
import org.assisterportal.access.HistoryLine;
import org.assisterportal.agency.Agencies;
import org.assisterportal.agency.RosterRecord;
import org.assisterportal.agency.RosterRecords;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.AgencyId;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.NotFound;
import org.assisterportal.shared.PageOf;
import org.assisterportal.shared.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An agency's people by group: found through the projection, judged live. */
@Component
class AgencyPeople implements AgencyAccess {
    private final Projection projection;
    private final Standings standings;
    private final AccessChanges changes;
    private final History history;
    private final Agencies agencies;
    private final RosterRecords rosters;
    private final AuditLog audit;

    AgencyPeople(
            Projection projection, Standings standings, AccessChanges changes, History history, Agencies agencies,
            RosterRecords rosters, AuditLog audit) {
        this.projection = projection;
        this.standings = standings;
        this.changes = changes;
        this.history = history;
        this.agencies = agencies;
        this.rosters = rosters;
        this.audit = audit;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Group, Long> counts(AgencyId agency, Actor by) {
        guard(agency, by);
        return projection.counts(agency);
    }

    @Override
    @Transactional
    public PageOf<PersonId> find(AgencyId agency, Group group, int page, Actor by) {
        guard(agency, by);
        int number = Math.clamp(page, 1, Projection.MOST_PAGES);
        List<PersonId> found = projection.find(agency, group, number);
        Map<PersonId, Standings.Judged> judged = standings.judge(found);
        List<PersonId> rows =
                found.stream()
                        .filter(
                                person -> {
                                    Standings.Judged one = judged.get(person);
                                    return one != null && group.has(one.standing());
                                })
                        .toList();
        if (rows.size() < found.size()) {
            changes.refresh(found);
        }
        long counted = projection.counts(agency).getOrDefault(group, 0L);
        return PageOf.counted(rows, number, Projection.PAGE, found.size(), counted);
    }

    @Override
    @Transactional(readOnly = true)
    public List<HistoryLine> history(PersonId person, Actor by) {
        RosterRecord roster = rosters.of(List.of(person)).get(person);
        if (roster == null) {
            return List.of();
        }
        guard(roster.agency(), by);
        return history.of(person);
    }

    private void guard(AgencyId agency, Actor by) {
        UUID contact = by.wears(Hat.AGENCY_CONTACT) ? by.subject() : null;
        boolean theirs =
                contact != null
                        && agencies.contact(contact)
                                .filter(known -> known.endedAt() == null && known.agency().equals(agency))
                                .isPresent();
        if (!theirs) {
            audit.recordRefusal(AuditLine.of(by, "agency-access.shown").in(agency).refused("not-its-contact"));
            throw new NotFound();
        }
    }
}
