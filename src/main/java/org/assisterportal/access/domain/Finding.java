package org.assisterportal.access.domain;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.access.AccessDesk;
import org.assisterportal.access.AccessDesk.QueuePage;
import org.assisterportal.access.AccessDesk.Tab;
import org.assisterportal.access.AccessStanding;
import org.assisterportal.agency.RosterRecords;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.certification.Certifications;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.PageOf;
import org.assisterportal.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What officers look at: each row judged live, each look recorded. The desk has checked who asks. */
@Component
class Finding {
    private final Standings standings;
    private final Projection projection;
    private final AccessChanges changes;
    private final RosterRecords rosters;
    private final Certifications certifications;
    private final AuditLog audit;

    Finding(
            Standings standings, Projection projection, AccessChanges changes, RosterRecords rosters,
            Certifications certifications, AuditLog audit) {
        this.standings = standings;
        this.projection = projection;
        this.changes = changes;
        this.rosters = rosters;
        this.certifications = certifications;
        this.audit = audit;
    }

    /** One tab, longest waiting first; people whose state has moved on meanwhile are left out and found anew. */
    QueuePage queue(Tab tab, @Nullable String term, int page, Actor by) {
        int number = Math.clamp(page, 1, Projection.MOST_PAGES);
        String text = term == null || term.isBlank() ? null : term.strip();
        Projection.Queue counted = projection.queue(tab, text, number);
        List<PersonId> people = counted.people();
        Map<PersonId, Standings.Judged> judged = standings.judge(people);
        List<Standings.Judged> stale =
                judged.values().stream().filter(one -> !one.standing().state().name().equals(tab.name())).toList();
        if (!stale.isEmpty()) {
            changes.refresh(stale.stream().map(one -> one.standing().person()).toList());
        }
        List<AccessStanding> rows =
                people.stream()
                        .map(judged::get)
                        .filter(Objects::nonNull)
                        .map(Standings.Judged::standing)
                        .filter(standing -> standing.state().name().equals(tab.name()))
                        .toList();
        AuditLine line =
                AuditLine.of(by, "queue.shown").showing(rows.stream().map(row -> row.person().value()).toList()).with("tab", tab);
        audit.record(text == null ? line : line.with("term", audit.hashOf(text)));
        long total = text == null ? counted.tabs().getOrDefault(tab, 0L) : PageOf.COUNTED_TO;
        return new QueuePage(
                PageOf.counted(rows, number, Projection.PAGE, people.size(), total), counted.tabs(), counted.day());
    }

    Optional<AccessStanding> show(PersonId person, Actor by) {
        Optional<AccessStanding> standing = standings.of(person);
        standing.ifPresent(
                shown ->
                        audit.record(
                                AuditLine.of(by, "person.shown")
                                        .about(person.value())
                                        .in(shown.roster().agency())
                                        .showing(List.of(person.value()))));
        return standing;
    }

    /** By any number first, else by words. */
    PageOf<AccessStanding> search(String term, int page, Actor by) {
        Optional<PersonId> exact =
                standings.byReferenceNumber(term)
                        .or(() -> certifications.byAssisterId(term))
                        .or(() -> rosters.byTrainingId(term));
        PageOf<PersonId> found =
                exact.map(person -> new PageOf<>(List.of(person), 1, 1, 1)).orElseGet(() -> rosters.search(term, page));
        Map<PersonId, AccessStanding> judged = standings.of(found.rows());
        List<AccessStanding> rows = found.rows().stream().map(judged::get).filter(Objects::nonNull).toList();
        List<UUID> shown = rows.stream().map(row -> row.person().value()).toList();
        audit.record(AuditLine.of(by, "person.searched").showing(shown).with("term", audit.hashOf(term)));
        return new PageOf<>(rows, found.number(), found.size(), found.total(), found.more());
    }
}
