package org.assisterportal.agency.domain;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assisterportal.agency.AgencyView;
import org.assisterportal.agency.CellProblem;
import org.assisterportal.agency.RosterColumn;
import org.assisterportal.agency.RosterEntry;
import org.assisterportal.agency.RosterLine;
import org.assisterportal.agency.Rosters;
import org.assisterportal.agency.SubmissionView;
import org.assisterportal.agency.domain.ContactGate.Seat;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.policy.MailboxRule;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.AgencyId;
import org.assisterportal.shared.NotFound;
import org.assisterportal.shared.PageOf;
import org.assisterportal.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An agency's contacts at their roster. */
@Component
class RosterDesk implements Rosters {
    private static final int MOST_LISTED = 500;

    private final ContactGate gate;
    private final AgencyTable agencies;
    private final DraftTable drafts;
    private final RowMatching matching;
    private final RosterPolicy policy;
    private final Uploads uploads;
    private final SubmissionTable submissions;
    private final Sending sending;
    private final AssisterCorrection correction;
    private final AuditLog audit;

    RosterDesk(
            ContactGate gate,
            AgencyTable agencies,
            DraftTable drafts,
            RowMatching matching,
            RosterPolicy policy,
            Uploads uploads,
            SubmissionTable submissions,
            Sending sending,
            AssisterCorrection correction,
            AuditLog audit) {
        this.gate = gate;
        this.agencies = agencies;
        this.drafts = drafts;
        this.matching = matching;
        this.policy = policy;
        this.uploads = uploads;
        this.submissions = submissions;
        this.sending = sending;
        this.correction = correction;
        this.audit = audit;
    }

    @Override
    @Transactional(readOnly = true)
    public Home home(Actor by) {
        Seat seat = gate.seat(by);
        return new Home(
                agency(seat.agency()),
                seat.authorized(),
                submissions.people(seat.agency()),
                seat.changes(),
                submissions.page(seat.agency(), 1).rows().stream().findFirst());
    }

    @Override
    @Transactional
    public Sheet sheet(@Nullable String term, boolean changedOnly, int page, Actor by) {
        Seat seat = gate.seat(by);
        return sheet(seat, drafts.page(seat.agency(), term, changedOnly, page), term, by);
    }

    @Override
    @Transactional
    public Sheet sheet(PageOf<PersonId> people, Actor by) {
        Seat seat = gate.seat(by);
        List<RosterLine> lines = drafts.lines(seat.agency(), people.rows().stream().map(PersonId::value).toList());
        return sheet(seat, new PageOf<>(lines, people.number(), people.size(), people.total()), null, by);
    }

    private Sheet sheet(Seat seat, PageOf<RosterLine> lines, @Nullable String term, Actor by) {
        AuditLine line =
                AuditLine.of(by, "roster.shown")
                        .in(seat.agency())
                        .showing(lines.rows().stream().map(row -> row.person().value()).toList());
        audit.record(term == null || term.isBlank() ? line : line.with("term", audit.hashOf(term)));
        List<RosterLine> visible = lines.rows().stream().map(row -> visible(row, seat)).toList();
        return new Sheet(
                seat.agency(), seat.agencyName(), seat.authorized(), seat.changes(),
                new PageOf<>(visible, lines.number(), lines.size(), lines.total()));
    }

    @Override
    @Transactional
    public RosterLine line(PersonId person, Actor by) {
        Seat seat = gate.seat(by);
        RosterLine line = own(seat, person, "roster.person-shown", by);
        audit.record(
                AuditLine.of(by, "roster.person-shown").about(person.value()).in(seat.agency()).showing(List.of(person.value())));
        return visible(line, seat);
    }

    @Override
    @Transactional
    public Kept keep(@Nullable PersonId person, @Nullable Instant seen, Map<RosterColumn, String> typed, Actor by) {
        Seat seat = gate.authorized(by, "roster.kept");
        submissions.lock(seat.agency());
        if (person != null) {
            RosterLine present = own(seat, person, "roster.kept", by);
            List<CellProblem> meanwhile = Objects.equals(present.draftAt(), seen) ? List.of() : meanwhile(present, typed);
            if (!meanwhile.isEmpty()) {
                audit.recordRefusal(
                        AuditLine.of(by, "roster.kept").about(person.value()).in(seat.agency()).refused("stale"));
                return new Kept.Refused(meanwhile);
            }
        }
        Cells cells = Cells.of(typed);
        RowRules.Reading reading = policy.rows().read(cells);
        if (reading.entry().isEmpty()) {
            return refused(seat, person, reading.problems(), by);
        }
        UUID known = person == null ? null : person.value();
        RosterEntry entry = reading.entry().get();
        RowMatching.Match match =
                matching.match(seat.agency(), List.of(new RowMatching.Candidate(1, cells, entry, known))).getFirst();
        if (!match.problems().isEmpty()) {
            return refused(seat, person, match.problems(), by);
        }
        if (person == null && match.latest() != null) {
            return refused(
                    seat, person,
                    List.of(
                            new CellProblem(
                                    RosterColumn.EMAIL, entry.email(), "roster.problem.on-roster",
                                    List.of(match.latest().name().full()))),
                    by);
        }
        drafts.keep(seat.agency(), List.of(new DraftTable.Kept(match.person(), match.newHere(), entry)), by);
        forgetUnchanged(seat.agency(), match.person());
        audit.record(AuditLine.of(by, "roster.kept").about(match.person()).in(seat.agency()));
        return new Kept.Done(new PersonId(match.person()));
    }

    @Override
    @Transactional
    public void discard(PersonId person, Actor by) {
        Seat seat = gate.authorized(by, "roster.discarded");
        own(seat, person, "roster.discarded", by);
        drafts.discard(seat.agency(), List.of(person.value()));
        audit.record(AuditLine.of(by, "roster.discarded").about(person.value()).in(seat.agency()));
    }

    @Override
    @Transactional
    public void discardAll(Actor by) {
        Seat seat = gate.authorized(by, "roster.discarded");
        int count = drafts.discardAll(seat.agency());
        audit.record(AuditLine.of(by, "roster.discarded").in(seat.agency()).with("people", count));
    }

    @Override
    @Transactional
    public Uploaded upload(String fileName, byte[] content, Actor by) {
        Seat seat = gate.authorized(by, "roster.uploaded");
        try {
            uploads.store(seat.agency(), fileName, content, by);
        } catch (RosterFile.Unreadable e) {
            audit.recordRefusal(AuditLine.of(by, "roster.uploaded").in(seat.agency()).refused(e.reason()));
            return new Uploaded.NoFile(e.reason(), e.facts());
        }
        audit.record(AuditLine.of(by, "roster.uploaded").in(seat.agency()).with("bytes", content.length));
        return new Uploaded.Ready();
    }

    @Override
    @Transactional
    public boolean uploadWaits(Actor by) {
        return uploads.waits(gate.authorized(by, "roster.uploaded").agency());
    }

    @Override
    @Transactional
    public Optional<Preview> preview(int page, Actor by) {
        Seat seat = gate.authorized(by, "roster.previewed");
        Optional<Uploads.Looked> looked = uploads.preview(seat.agency(), page);
        looked.ifPresent(
                at ->
                        audit.record(
                                AuditLine.of(by, "roster.previewed").about(at.preview().id()).in(seat.agency())
                                        .showing(at.known()).with("rows", at.preview().rows().rows().size())));
        return looked.map(Uploads.Looked::preview);
    }

    @Override
    @Transactional
    public boolean accept(UUID upload, Actor by) {
        Seat seat = gate.authorized(by, "roster.accepted");
        submissions.lock(seat.agency());
        Optional<Integer> changes = uploads.accept(seat.agency(), upload, by);
        AuditLine line = AuditLine.of(by, "roster.accepted").about(upload).in(seat.agency());
        changes.ifPresentOrElse(
                count -> audit.record(line.with("changes", count)),
                () -> audit.recordRefusal(line.refused("not-acceptable")));
        return changes.isPresent();
    }

    @Override
    @Transactional
    public void dropUpload(Actor by) {
        Seat seat = gate.authorized(by, "roster.upload-dropped");
        uploads.drop(seat.agency());
        audit.record(AuditLine.of(by, "roster.upload-dropped").in(seat.agency()));
    }

    @Override
    @Transactional
    public Review review(Actor by) {
        Seat seat = gate.authorized(by, "roster.reviewed");
        MailboxRule mailboxes = policy.mailboxes();
        List<Change> changes = new ArrayList<>();
        List<RosterLine> lines = drafts.drafts(seat.agency(), MOST_LISTED);
        for (RosterLine line : lines) {
            RosterEntry after = line.latest();
            changes.add(
                    new Change(
                            line.person(), after.name().sorted(), line.isNew(),
                            line.isNew() ? List.of() : Uploads.differences(line.submitted(), after),
                            asks(line, mailboxes), after.email(), after.active(), after.portalAccess()));
        }
        audit.record(
                AuditLine.of(by, "roster.reviewed")
                        .in(seat.agency())
                        .showing(lines.stream().map(line -> line.person().value()).toList()));
        List<String> problems = new ArrayList<>();
        if (changes.isEmpty()) {
            problems.add("roster.refused.empty");
        }
        if (!agency(seat.agency()).contractInForce()) {
            problems.add("roster.refused.no-contract");
        }
        return new Review(
                drafts.version(seat.agency()), policy.attestation(), changes, drafts.count(seat.agency()),
                drafts.approved(seat.agency()), problems);
    }

    @Override
    @Transactional
    public Sent submit(String version, Set<PersonId> confirmedMailboxes, boolean attested, Actor by) {
        Seat seat = gate.authorized(by, "roster.submitted");
        submissions.lock(seat.agency());
        submissions.lockDrafted(seat.agency());
        AgencyView agency = agency(seat.agency());
        List<RosterLine> lines = drafts.drafts(seat.agency(), Integer.MAX_VALUE);
        Optional<Sent.Refused> refusal = new Refusals(policy, matching).of(agency, lines, confirmedMailboxes);
        if (!drafts.version(seat.agency()).equals(version)) {
            refusal = Optional.of(new Sent.Refused("roster.refused.changed", List.of()));
        } else if (!attested) {
            refusal = Optional.of(new Sent.Refused("roster.refused.not-attested", List.of()));
        }
        if (refusal.isPresent()) {
            audit.recordRefusal(AuditLine.of(by, "roster.submitted").in(seat.agency()).refused(refusal.get().reason()));
            return refusal.get();
        }
        SubmissionTable.Made made = submissions.sendDraft(seat.agency(), policy.attestation(), by);
        sending.follow(agency, made, "roster.submitted", by);
        return new Sent.Done(made.number());
    }

    @Override
    @Transactional
    public Sent stop(PersonId person, Stop what, Actor by) {
        Seat seat = gate.authorized(by, "roster.stopped");
        submissions.lock(seat.agency());
        submissions.lock(person);
        RosterLine line = own(seat, person, "roster.stopped", by);
        RosterEntry sent = line.sent().orElseThrow(NotFound::new);
        boolean holds = what == Stop.EMPLOYMENT ? sent.active() : sent.portalAccess();
        if (!holds) {
            audit.recordRefusal(
                    AuditLine.of(by, "roster.stopped").about(person.value()).in(seat.agency()).refused("stopped-already"));
            return new Sent.Refused("roster.refused.stopped-already", List.of());
        }
        RosterEntry draft = line.draft();
        if (draft != null) {
            drafts.keep(seat.agency(), List.of(new DraftTable.Kept(person.value(), false, stopped(draft, what))), by);
        }
        SubmissionTable.Made made =
                submissions.sendOne(seat.agency(), person, stopped(sent, what), "CHANGE", policy.attestation(), by);
        forgetUnchanged(seat.agency(), person.value());
        sending.follow(agency(seat.agency()), made, "roster.stopped", by);
        return new Sent.Done(made.number());
    }

    @Override
    @Transactional
    public Kept correctPublicInformation(PersonId person, Map<RosterColumn, String> cells, Actor by) {
        return correction.correct(person, cells, by);
    }

    @Override
    @Transactional
    public PageOf<SubmissionView> submissions(int page, Actor by) {
        Seat seat = gate.seat(by);
        audit.record(AuditLine.of(by, "roster.submissions-shown").in(seat.agency()).with("page", page));
        return submissions.page(seat.agency(), page);
    }

    @Override
    @Transactional
    public SubmissionPage submission(UUID id, int page, Actor by) {
        Seat seat = gate.seat(by);
        AuditLine line = AuditLine.of(by, "roster.submission-shown").about(id).in(seat.agency());
        SubmissionView submission =
                submissions.find(seat.agency(), id)
                        .orElseThrow(
                                () -> {
                                    audit.recordRefusal(line.refused("not-of-this-agency"));
                                    return new NotFound();
                                });
        PageOf<Submitted> people = submissions.roster(id, page);
        audit.record(line.showing(people.rows().stream().map(one -> one.person().value()).toList()));
        List<Submitted> visible =
                people.rows().stream()
                        .map(
                                one ->
                                        seat.authorized()
                                                ? one
                                                : new Submitted(
                                                        one.person(), one.name(), "", one.active(), one.portalAccess(),
                                                        one.changed()))
                        .toList();
        return new SubmissionPage(
                submission, seat.authorized(),
                new PageOf<>(visible, people.number(), people.size(), people.total(), people.more()));
    }

    @Override
    @Transactional
    public String export(Actor by) {
        Seat seat = gate.authorized(by, "roster.exported");
        List<UUID> shown = new ArrayList<>();
        StringWriter text = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().build(text)) {
            writer.writeRecord(Arrays.stream(RosterColumn.values()).map(RosterColumn::heading).toList());
            int page = 1;
            PageOf<RosterLine> lines;
            do {
                lines = drafts.page(seat.agency(), null, false, page++);
                for (RosterLine line : lines.rows()) {
                    writer.writeRecord(cells(line));
                    shown.add(line.person().value());
                }
            } while (lines.hasNext());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        audit.record(AuditLine.of(by, "roster.exported").in(seat.agency()).showing(shown));
        return text.toString();
    }

    @Override
    public List<String> counties() {
        return policy.counties();
    }

    static boolean asks(RosterLine line, MailboxRule mailboxes) {
        String before = line.sent().map(RosterEntry::email).orElse("");
        String after = line.latest().email();
        return mailboxes.asks(after) && !before.equalsIgnoreCase(after);
    }

    private static List<String> cells(RosterLine line) {
        String id = line.trainingId();
        Map<RosterColumn, String> row = Cells.of(id == null ? "" : id, line.latest());
        return Arrays.stream(RosterColumn.values())
                .map(column -> SafeCell.write(row.getOrDefault(column, "")))
                .toList();
    }

    private AgencyView agency(AgencyId id) {
        return agencies.find(id).orElseThrow(NotFound::new);
    }

    private void forgetUnchanged(AgencyId agency, UUID person) {
        drafts.line(agency, new PersonId(person))
                .filter(line -> line.draft() != null && line.draft().equals(line.submitted()))
                .ifPresent(line -> drafts.discard(agency, List.of(person)));
    }

    // What somebody else saved while the form was open stays until the form is sent again with both in sight.
    private List<CellProblem> meanwhile(RosterLine present, Map<RosterColumn, String> typed) {
        Cells form = policy.rows().read(Cells.of(typed)).entry().map(entry -> Cells.of(Cells.of("", entry))).orElse(Cells.of(typed));
        Cells saved = Cells.of(Cells.of("", present.latest()));
        return Arrays.stream(RosterColumn.values())
                .filter(column -> column != RosterColumn.TRAINING_ID && !saved.get(column).equals(form.get(column)))
                .map(
                        column ->
                                new CellProblem(
                                        column, form.get(column), CellProblem.MEANWHILE,
                                        List.of(saved.get(column), form.get(column))))
                .toList();
    }

    private static RosterEntry stopped(RosterEntry entry, Stop what) {
        return what == Stop.EMPLOYMENT ? entry.withActive(false) : entry.withPortalAccess(false);
    }

    /** The person, if they are this agency's; reaching for anybody else's leaves a line and finds nothing. */
    private RosterLine own(Seat seat, PersonId person, String act, Actor by) {
        return drafts.line(seat.agency(), person)
                .orElseThrow(
                        () -> {
                            audit.recordRefusal(
                                    AuditLine.of(by, act)
                                            .about(person.value())
                                            .in(seat.agency())
                                            .refused("not-on-this-roster"));
                            return new NotFound();
                        });
    }

    private Kept refused(Seat seat, @Nullable PersonId person, List<CellProblem> problems, Actor by) {
        String reasons = problems.stream().map(CellProblem::reason).distinct().collect(Collectors.joining(" "));
        AuditLine line = AuditLine.of(by, "roster.kept").in(seat.agency()).refused(reasons);
        audit.recordRefusal(person == null ? line : line.about(person.value()));
        return new Kept.Refused(problems);
    }

    private static RosterLine visible(RosterLine line, Seat seat) {
        return seat.authorized()
                ? line
                : new RosterLine(
                        line.person(), line.trainingId(), withoutHome(line.submitted()), withoutHome(line.draft()),
                        line.draftAt());
    }

    private static @Nullable RosterEntry withoutHome(@Nullable RosterEntry entry) {
        return entry == null ? null : entry.withoutHome();
    }
}
