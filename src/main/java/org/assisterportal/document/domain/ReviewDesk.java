package org.assisterportal.document.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assisterportal.application.SignedVersions;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.ConsumerPost;
import org.assisterportal.consumer.Consumers;
import org.assisterportal.consumer.Diary;
import org.assisterportal.consumer.OfficerConflicts;
import org.assisterportal.document.DocumentReviews;
import org.assisterportal.document.Documents;
import org.assisterportal.document.ProofId;
import org.assisterportal.document.ProofRequest;
import org.assisterportal.document.ProofRequest.Reason;
import org.assisterportal.document.ProofRequest.State;
import org.assisterportal.document.StoredFile;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.Minnesota;
import org.assisterportal.shared.NotFound;
import org.assisterportal.shared.PageOf;
import org.assisterportal.shared.Waiting;
import org.assisterportal.task.TaskConflicts;
import org.assisterportal.task.TaskView;
import org.assisterportal.task.Tasks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The officers' looks and decisions; whom it concerns leaves it to a colleague. */
@Component
class ReviewDesk implements DocumentReviews, TaskConflicts {
    private final ReviewTable table;
    private final Requests requests;
    private final FileTable files;
    private final ProofPolicy policy;
    private final Following following;
    private final NextStep next;
    private final SignedVersions versions;
    private final OfficerConflicts conflicts;
    private final Consumers consumers;
    private final ConsumerPost post;
    private final Diary diary;
    private final Tasks tasks;
    private final AuditLog audit;
    private final Clock clock;

    ReviewDesk(
            ReviewTable table, Requests requests, FileTable files, ProofPolicy policy, Following following, NextStep next, SignedVersions versions,
            OfficerConflicts conflicts, Consumers consumers, ConsumerPost post, Diary diary, Tasks tasks, AuditLog audit, Clock clock) {
        this.table = table;
        this.requests = requests;
        this.files = files;
        this.policy = policy;
        this.following = following;
        this.next = next;
        this.versions = versions;
        this.conflicts = conflicts;
        this.consumers = consumers;
        this.post = post;
        this.diary = diary;
        this.tasks = tasks;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public PageOf<Line> list(Tab tab, int page, Actor officer) {
        officer(officer, "document.queue-shown");
        ReviewTable.Found found = table.list(tab, page, Minnesota.today(clock));
        Set<ConsumerId> own = conflicts.among(found.consumers(), officer);
        List<Line> lines = found.lines(own);
        audit.record(
                AuditLine.of(officer, "document.queue-shown")
                        .showing(found.consumers().stream().filter(one -> !own.contains(one)).map(ConsumerId::value).distinct().toList()));
        return PageOf.counted(lines, page, ReviewTable.PAGE, lines.size(), table.counted(tab, Minnesota.today(clock)));
    }

    @Override
    public Waiting.OnList waiting() {
        return ReviewTable.waiting();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ProofId> first(ConsumerId consumer, Actor officer) {
        officer(officer, "document.case-shown");
        return requests.of(consumer).stream()
                .filter(ProofRequest::isOpen)
                .min(Comparator.comparing((ProofRequest one) -> !one.overdue()).thenComparing(ProofRequest::due))
                .map(ProofRequest::id);
    }

    @Override
    @Transactional
    public Look show(ProofId id, Actor officer) {
        officer(officer, "document.case-shown");
        ProofRequest request = requests.find(id).orElseThrow(NotFound::new);
        AuditLine line = line(officer, "document.case-shown", request);
        if (conflicts.concern(request.consumer(), officer)) {
            audit.recordRefusal(line.refused("own"));
            return new Look.Own();
        }
        audit.record(line.showing(List.of(request.consumer().value())));
        SignedVersions.Version version = versions.find(request.application()).orElseThrow();
        List<ProofRequest> others = requests.of(request.consumer()).stream().filter(one -> !one.id().equals(id)).toList();
        return new Look.Shown(
                new Case(request, version.determination().facts(), version.names(), others, table.decisions(id), table.extension(id)));
    }

    @Override
    @Transactional
    public FileLook open(ProofId id, UUID file, Actor officer) {
        officer(officer, "document.opened");
        ProofRequest request = requests.find(id).orElseThrow(NotFound::new);
        AuditLine line = line(officer, "document.opened", request).with("file", file);
        if (conflicts.concern(request.consumer(), officer)) {
            audit.recordRefusal(line.refused("own"));
            return new FileLook.Own();
        }
        consumers.hold(request.consumer());
        StoredFile stored = files.find(id, file).orElseThrow(NotFound::new);
        table.looked(file, clock.instant());
        audit.record(line.showing(List.of(request.consumer().value())));
        return new FileLook.Shown(new Documents.Opened(stored, files.content(stored)));
    }

    @Override
    @Transactional
    public Outcome decide(ProofId id, @Nullable Reason reason, String note, int version, Actor officer) {
        officer(officer, "document.decided");
        String written = note.strip();
        ProofRequest request = held(id);
        AuditLine line = line(officer, "document.decided", request).with("result", reason == null ? "ACCEPTED" : reason);
        Outcome refused = refusal(request, reason, written, version, officer);
        if (refused != null) {
            return refused(line, refused);
        }
        LocalDate due = policy.dueAgain(request.due(), Minnesota.today(clock));
        table.decide(id, reason, written, officer, clock.instant());
        if (reason == null) {
            table.accepted(id, clock.instant());
            closeTask(request.consumer(), "A document was accepted.", officer);
        } else {
            table.notAccepted(id, due, policy.reminded(due, Minnesota.today(clock)));
        }
        tell(request, reason == null ? "accepted" : "not-accepted", "document-" + (reason == null ? "accepted" : "not-accepted"), officer);
        following.decided(request, reason == null);
        audit.record(line);
        return Outcome.DONE;
    }

    private @Nullable Outcome refusal(ProofRequest request, @Nullable Reason reason, String note, int version, Actor officer) {
        if (conflicts.concern(request.consumer(), officer)) {
            return Outcome.OWN;
        }
        if (request.state() != State.SENT) {
            return Outcome.GONE;
        }
        if (request.version() != version) {
            return Outcome.CHANGED;
        }
        if (request.waiting().stream().noneMatch(one -> one.state() == StoredFile.State.LOOKED_AT)) {
            return Outcome.NOT_LOOKED;
        }
        boolean missing = reason == Reason.OTHER && note.isEmpty();
        return missing || note.length() > LONGEST_NOTE ? Outcome.NO_NOTE : null;
    }

    @Override
    @Transactional
    public Outcome extend(ProofId id, String reason, Actor officer) {
        officer(officer, "document.extended");
        String written = reason.strip();
        ProofRequest request = held(id);
        AuditLine line = line(officer, "document.extended", request);
        if (conflicts.concern(request.consumer(), officer)) {
            return refused(line, Outcome.OWN);
        }
        if (!request.state().isToDo()) {
            return refused(line, Outcome.GONE);
        }
        if (written.isEmpty() || written.length() > LONGEST_NOTE) {
            return Outcome.NO_NOTE;
        }
        if (request.extended() != null) {
            return refused(line, Outcome.ONCE);
        }
        LocalDate today = Minnesota.today(clock);
        LocalDate due = policy.extended(request.due(), today);
        table.extend(request, due, policy.reminded(due, today), written, officer, clock.instant());
        closeTask(request.consumer(), written, officer);
        tell(request, "extended", "documents-extended", officer);
        audit.record(line.with("due", due));
        return Outcome.DONE;
    }

    /** The task is done when nothing of the consumer's is overdue any more. */
    private void closeTask(ConsumerId consumer, String found, Actor officer) {
        if (!table.isOverdue(consumer)) {
            tasks.closeAbout(TASK, consumer.value(), found, officer);
        }
    }

    /** The consumer's row first, then what is decided on, as it is now. */
    private ProofRequest held(ProofId id) {
        ProofRequest found = requests.find(id).orElseThrow(NotFound::new);
        consumers.hold(found.consumer());
        return requests.find(id).orElseThrow(NotFound::new);
    }

    private void tell(ProofRequest request, String act, String mail, Actor officer) {
        next.settle(request.consumer());
        diary.note(request.consumer(), "document." + act, List.of(), officer);
        // Who asked for the proof of an event says what its acceptance brings.
        if (!request.kind().isEvent() || !act.equals("accepted")) {
            post.mail(request.consumer(), mail, Map.of());
        }
    }

    private Outcome refused(AuditLine line, Outcome outcome) {
        audit.recordRefusal(line.refused(outcome.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        return outcome;
    }

    private static AuditLine line(Actor officer, String act, ProofRequest request) {
        return AuditLine.of(officer, act).about(request.consumer().value()).with("request", request.id()).with("kind", request.kind());
    }

    private void officer(Actor who, String act) {
        if (!who.wears(Hat.ARC_OFFICER)) {
            audit.recordRefusal(AuditLine.of(who, act).refused("not-arc-officer"));
            throw new NotFound();
        }
    }

    @Override
    public boolean concern(TaskView task, Actor officer) {
        return task.kind().equals(TASK) && conflicts.concern(new ConsumerId(task.subject()), officer);
    }
}
