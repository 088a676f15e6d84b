package org.assisterportal.access.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.assisterportal.access.AccessDesk;
import org.assisterportal.access.AccessStanding;
import org.assisterportal.access.AccessState;
import org.assisterportal.access.HistoryLine;
import org.assisterportal.access.RequirementAnswer;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.identity.Accounts;
import org.assisterportal.identity.Invitation;
import org.assisterportal.identity.OwnAffairs;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.NotFound;
import org.assisterportal.shared.PageOf;
import org.assisterportal.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** ARC officers at work: every act judges the person again, under a lock, and leaves its line. */
@Component
class ArcDesk implements AccessDesk {
    private static final String ARC = "the Assister Resource Center";

    private final Standings standings;
    private final Projection projection;
    private final AccessTable table;
    private final AccessChanges changes;
    private final AccessMails mails;
    private final Accounts accounts;
    private final Finding finding;
    private final History history;
    private final AuditLog audit;
    private final Clock clock;

    ArcDesk(
            Standings standings,
            Projection projection,
            AccessTable table,
            AccessChanges changes,
            AccessMails mails,
            Accounts accounts,
            Finding finding,
            History history,
            AuditLog audit,
            Clock clock) {
        this.standings = standings;
        this.projection = projection;
        this.table = table;
        this.changes = changes;
        this.mails = mails;
        this.accounts = accounts;
        this.finding = finding;
        this.history = history;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public List<Candidate> review(List<PersonId> selection, Actor by) {
        guard(by, "access.reviewed");
        List<PersonId> people = List.copyOf(new LinkedHashSet<>(selection));
        Map<PersonId, Standings.Judged> judged = standings.judge(people);
        OwnAffairs own = accounts.ownAffairs(by);
        List<Candidate> candidates =
                people.stream()
                        .map(judged::get)
                        .filter(Objects::nonNull)
                        .map(one -> new Candidate(one.standing(), refusal(one.standing(), own)))
                        .toList();
        audit.record(
                AuditLine.of(by, "access.reviewed")
                        .showing(candidates.stream().map(one -> one.standing().person().value()).toList()));
        return candidates;
    }

    @Override
    @Transactional
    public Enrollment enroll(List<PersonId> selection, Actor by) {
        guard(by, "access.enrolled");
        List<PersonId> people = List.copyOf(new LinkedHashSet<>(selection));
        projection.lock(people);
        Map<PersonId, Standings.Judged> judged = standings.judge(people);
        OwnAffairs own = accounts.ownAffairs(by);
        Map<PersonId, List<String>> reasons = new LinkedHashMap<>();
        List<AccessStanding> ready = new ArrayList<>();
        int already = 0;
        for (PersonId person : people) {
            AccessStanding standing =
                    Optional.ofNullable(judged.get(person)).map(Standings.Judged::standing).orElseThrow(NotFound::new);
            List<String> refusal = refusal(standing, own);
            if (!refusal.isEmpty()) {
                reasons.put(person, refusal);
            } else if (standing.state() == AccessState.READY) {
                ready.add(standing);
            } else {
                already++;
            }
        }
        if (!reasons.isEmpty()) {
            reasons.forEach(
                    (person, why) ->
                            audit.recordRefusal(
                                    AuditLine.of(by, "access.enrolled").about(person.value()).refused(String.join(" ", why))));
            return new Enrollment.Refused(reasons);
        }
        if (!ready.isEmpty()) {
            enrollReady(ready, by);
        }
        return new Enrollment.Done(ready.size(), already);
    }

    private void enrollReady(List<AccessStanding> ready, Actor by) {
        Instant now = clock.instant();
        List<PersonId> people = ready.stream().map(AccessStanding::person).toList();
        table.enroll(people, now, by);
        accounts.invite(
                ready.stream()
                        .map(
                                standing ->
                                        new Invitation(
                                                new EmailAddress(Objects.requireNonNull(standing.roster().email())),
                                                standing.roster().name().full(), Hat.ASSISTER, standing.person().value(),
                                                standing.roster().agency().value(), standing.roster().agencyName(), ARC))
                        .toList(),
                by);
        mails.confirmed(ready);
        table.note(people, "enrolled", List.of(), now, by);
        audit.recordAll(
                ready.stream()
                        .map(
                                standing ->
                                        AuditLine.of(by, "access.enrolled")
                                                .about(standing.person().value())
                                                .in(standing.roster().agency()))
                        .toList());
        changes.refresh(people);
    }

    private List<String> refusal(AccessStanding standing, OwnAffairs own) {
        if (own.include(standing.person(), standing.roster().agency(), standing.roster().email())) {
            return List.of("access.refused.own");
        }
        return switch (standing.state()) {
            case NOT_READY -> standing.open().stream().map(RequirementAnswer::reason).toList();
            case HELD -> List.of("access.refused.held");
            case CLOSED -> List.of("access.refused.closed");
            case SUSPENDED -> List.of("access.refused.suspended");
            case READY, ENROLLED, ACTIVE -> List.of();
        };
    }

    @Override
    @Transactional
    public Outcome hold(PersonId person, String reason, Actor by) {
        return act(person, by, "held", List.of(reason), List.of(AccessState.READY), standing -> table.hold(person, reason));
    }

    @Override
    @Transactional
    public Outcome release(PersonId person, Actor by) {
        return act(person, by, "released", List.of(), List.of(AccessState.HELD), standing -> table.release(person));
    }

    @Override
    @Transactional
    public Outcome reinstate(PersonId person, String reason, Actor by) {
        return act(
                person, by, "reinstated", List.of(reason), List.of(AccessState.SUSPENDED),
                standing -> {
                    table.reinstated(person, clock.instant());
                    mails.reinstated(standing);
                });
    }

    @Override
    @Transactional
    public Outcome close(PersonId person, String reason, Actor by) {
        return act(
                person, by, "closed", List.of(reason),
                List.of(AccessState.ENROLLED, AccessState.ACTIVE, AccessState.SUSPENDED),
                standing -> {
                    table.closed(person, clock.instant());
                    accounts.endHat(Hat.ASSISTER, person.value(), by);
                });
    }

    @Override
    @Transactional
    public Outcome resendLink(PersonId person, Actor by) {
        return act(
                person, by, "link-resent", List.of(), List.of(AccessState.ENROLLED),
                standing -> accounts.resendLink(Hat.ASSISTER, person.value(), by));
    }

    @Override
    @Transactional
    public Outcome withdrawLink(PersonId person, Actor by) {
        return act(
                person, by, "link-withdrawn", List.of(), List.of(AccessState.ENROLLED, AccessState.SUSPENDED),
                standing -> accounts.withdrawLink(Hat.ASSISTER, person.value(), by));
    }

    private Outcome act(
            PersonId person, Actor by, String what, List<String> facts, List<AccessState> states,
            java.util.function.Consumer<AccessStanding> change) {
        String act = "access." + what;
        guard(by, act);
        projection.lock(List.of(person));
        AccessStanding standing = standings.of(person).orElseThrow(NotFound::new);
        String refusal = null;
        if (accounts.ownAffairs(by).include(person, standing.roster().agency(), standing.roster().email())) {
            refusal = "access.refused.own";
        } else if (!states.contains(standing.state())) {
            refusal = "access.refused.state";
        } else if (what.equals("reinstated") && !standing.reinstatable()) {
            refusal = "access.refused.open";
        }
        if (refusal != null) {
            audit.recordRefusal(AuditLine.of(by, act).about(person.value()).refused(refusal));
            return new Outcome.Refused(refusal);
        }
        change.accept(standing);
        table.note(List.of(person), what, facts, clock.instant(), by);
        audit.record(AuditLine.of(by, act).about(person.value()).in(standing.roster().agency()));
        changes.refresh(List.of(person));
        return new Outcome.Done();
    }

    @Override
    @Transactional
    public QueuePage queue(Tab tab, @Nullable String term, int page, Actor by) {
        guard(by, "queue.shown");
        return finding.queue(tab, term, page, by);
    }

    @Override
    @Transactional
    public Optional<AccessStanding> show(PersonId person, Actor by) {
        guard(by, "person.shown");
        return finding.show(person, by);
    }

    @Override
    @Transactional
    public PageOf<AccessStanding> search(String term, int page, Actor by) {
        guard(by, "person.searched");
        return finding.search(term, page, by);
    }

    @Override
    @Transactional(readOnly = true)
    public List<HistoryLine> history(PersonId person, Actor by) {
        guard(by, "person.shown");
        return history.of(person);
    }

    private void guard(Actor by, String act) {
        if (!by.wears(Hat.ARC_OFFICER)) {
            audit.recordRefusal(AuditLine.of(by, act).refused("not-arc-officer"));
            throw new NotFound();
        }
    }
}
