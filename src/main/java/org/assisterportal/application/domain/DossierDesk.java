package org.assisterportal.application.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Dossiers;
import org.assisterportal.application.Paper;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.OfficerConflicts;
import org.assisterportal.eligibility.Determination;
import org.assisterportal.eligibility.Eligibility;
import org.assisterportal.eligibility.PersonAnswer;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.NotFound;
import org.assisterportal.shared.PageOf;
import org.assisterportal.shared.Sha256;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Officers' looks at signed applications; what concerns an officer is left to a colleague. */
@Component
class DossierDesk implements Dossiers {
    private static final int MOST_VERSIONS = 50;
    private static final String SHOWN = "application.dossier-shown";
    private static final String SEARCHED = "application.searched";
    private static final String LISTED = "application.listed";
    private static final String AGAIN = "application.determined-again";

    private final DossierTable table;
    private final ApplicationTable applications;
    private final SignatureTable signatures;
    private final GivenNumbers numbers;
    private final Papers papers;
    private final OfficerConflicts conflicts;
    private final Eligibility eligibility;
    private final AuditLog audit;

    DossierDesk(
            DossierTable table, ApplicationTable applications, SignatureTable signatures, GivenNumbers numbers, Papers papers,
            OfficerConflicts conflicts, Eligibility eligibility, AuditLog audit) {
        this.table = table;
        this.applications = applications;
        this.signatures = signatures;
        this.numbers = numbers;
        this.papers = papers;
        this.conflicts = conflicts;
        this.eligibility = eligibility;
        this.audit = audit;
    }

    @Override
    @Transactional
    public PageOf<Row> search(String term, int page, Actor officer) {
        officer(officer, SEARCHED);
        PageOf<DossierTable.Found> found = table.search(term, page);
        Set<ConsumerId> consumers = found.rows().stream().map(DossierTable.Found::consumer).collect(Collectors.toSet());
        Set<ConsumerId> own = conflicts.among(consumers, officer);
        audit.record(
                AuditLine.of(officer, SEARCHED)
                        .showing(consumers.stream().filter(one -> !own.contains(one)).map(ConsumerId::value).toList())
                        .with("term", audit.hashOf(term)));
        List<Row> rows = found.rows().stream().map(one -> own.contains(one.consumer()) ? one.row().ofOwn() : one.row()).toList();
        return new PageOf<>(rows, found.number(), found.size(), found.total(), found.more());
    }

    @Override
    @Transactional
    public Optional<Heading> heading(ApplicationId id, Actor officer) {
        officer(officer, LISTED);
        return applications.find(id).filter(row -> row.status() == Paper.Status.SIGNED).map(row -> {
            boolean own = conflicts.concern(row.consumer(), officer);
            AuditLine line = AuditLine.of(officer, LISTED).about(row.consumer().value()).with("application", id);
            audit.record(own ? line : line.showing(List.of(row.consumer().value())));
            return new Heading(id, row.reference(), own ? "" : Papers.paper(row, papers.whole(row)).people().getFirst().name(), own);
        });
    }

    private void officer(Actor who, String act) {
        if (!who.wears(Hat.ARC_OFFICER)) {
            audit.recordRefusal(AuditLine.of(who, act).refused("not-arc-officer"));
            throw new NotFound();
        }
    }

    private record Signed(ApplicationTable.Row row, SignatureTable.Row signature) {}

    private Signed signed(ApplicationId id) {
        ApplicationTable.Row row = applications.find(id).orElseThrow(NotFound::new);
        return new Signed(row, signatures.find(id).orElseThrow(NotFound::new));
    }

    /** The look's line; true when it concerns the officer, who then sees nothing. */
    private boolean concerns(ApplicationTable.Row row, Actor officer, String act) {
        AuditLine line =
                AuditLine.of(officer, act)
                        .about(row.consumer().value())
                        .with("application", row.id())
                        .with("number", row.number());
        if (conflicts.concern(row.consumer(), officer)) {
            audit.recordRefusal(line.refused("own"));
            return true;
        }
        audit.record(line.showing(List.of(row.consumer().value())));
        return false;
    }

    @Override
    @Transactional
    public Look show(ApplicationId id, Actor officer) {
        officer(officer, SHOWN);
        Signed signed = signed(id);
        ApplicationTable.Row row = signed.row();
        if (concerns(row, officer, SHOWN)) {
            return new Look.Own();
        }
        Paper paper = Papers.paper(row, papers.whole(row));
        Map<String, String> lastFour = numbers.lastFour(row.consumer());
        lastFour.keySet().removeIf(key -> paper.person(key).isEmpty());
        boolean intact = Sha256.hex(table.content(id)).equals(signed.signature().signature().sha256());
        return new Look.Shown(
                new Dossier(
                        paper, signed.signature().signature(), intact, signed.signature().determination(),
                        signatures.former(id).orElse(null), table.versions(row.consumer(), MOST_VERSIONS), lastFour));
    }

    @Override
    @Transactional
    public Rerun again(ApplicationId id, Actor officer) {
        officer(officer, AGAIN);
        Signed signed = signed(id);
        if (concerns(signed.row(), officer, AGAIN)) {
            return new Rerun.Own();
        }
        Determination stored = signed.signature().determination();
        Paper paper = Papers.paper(signed.row(), papers.whole(signed.row()));
        return switch (eligibility.again(stored.facts(), stored.rules())) {
            case Eligibility.RulesNotLoaded missing -> new Rerun.Impossible(paper, List.of(missing));
            case Eligibility.Inconsistent wrong -> new Rerun.Impossible(paper, wrong.problems());
            case Eligibility.Determined now -> compared(paper, stored, now.determination());
        };
    }

    static Rerun compared(Paper paper, Determination stored, Determination now) {
        if (stored.equals(now)) {
            return new Rerun.Same();
        }
        List<String> differ =
                now.people().stream()
                        .filter(one -> !stored.people().contains(one))
                        .map(PersonAnswer::person)
                        .toList();
        return new Rerun.Different(paper, stored, now, differ);
    }
}
