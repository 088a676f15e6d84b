package org.assisterportal.access.domain;

import java.util.List;
import java.util.Map;
import org.assisterportal.access.AgencyAccess;
import org.assisterportal.access.HistoryLine;
import org.assisterportal.shared.AgencyId;
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

    AgencyPeople(Projection projection, Standings standings, AccessChanges changes, History history) {
        this.projection = projection;
        this.standings = standings;
        this.changes = changes;
        this.history = history;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Group, Long> counts(AgencyId agency) {
        return projection.counts(agency);
    }

    @Override
    @Transactional
    public PageOf<PersonId> find(AgencyId agency, Group group, int page) {
        int number = Math.clamp(page, 1, Projection.MOST_PAGES);
        long total = projection.counts(agency).getOrDefault(group, 0L);
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
        return new PageOf<>(rows, number, Projection.PAGE, total);
    }

    @Override
    @Transactional(readOnly = true)
    public List<HistoryLine> history(PersonId person) {
        return history.of(person);
    }
}
