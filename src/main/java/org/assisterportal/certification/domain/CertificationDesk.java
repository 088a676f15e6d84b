package org.assisterportal.certification.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.assisterportal.agency.RosterRecord;
import org.assisterportal.agency.RosterRecords;
import org.assisterportal.agency.RosterSubmitted;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.certification.BackgroundResult;
import org.assisterportal.certification.CertificationChanged;
import org.assisterportal.certification.CertificationStanding;
import org.assisterportal.certification.Certifications;
import org.assisterportal.identity.Accounts;
import org.assisterportal.learning.LearningProgressed;
import org.assisterportal.learning.Transcript;
import org.assisterportal.learning.Transcripts;
import org.assisterportal.policy.PolicyValues;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.Minnesota;
import org.assisterportal.shared.NotFound;
import org.assisterportal.shared.PersonId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Judges certification live, records background studies, and gives Assister IDs at the first certification. */
@Component
class CertificationDesk implements Certifications {
    private final CertificationTable table;
    private final RosterRecords rosters;
    private final Transcripts transcripts;
    private final PolicyValues policy;
    private final Accounts accounts;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    CertificationDesk(
            CertificationTable table,
            RosterRecords rosters,
            Transcripts transcripts,
            PolicyValues policy,
            Accounts accounts,
            AuditLog audit,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            Clock clock) {
        this.table = table;
        this.rosters = rosters;
        this.transcripts = transcripts;
        this.policy = policy;
        this.accounts = accounts;
        this.audit = audit;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public CertificationFacts facts() {
        return new CertificationFacts(new Judging(rules(), transcripts, clock.instant()));
    }

    @Override
    @Transactional
    public BackgroundRecorded recordBackground(
            PersonId person, BackgroundResult result, LocalDate studiedOn, String note, Actor by) {
        if (!by.wears(Hat.ARC_OFFICER)) {
            audit.recordRefusal(AuditLine.of(by, "background.recorded").about(person.value()).refused("not-arc-officer"));
            throw new NotFound();
        }
        RosterRecord roster = Optional.ofNullable(rosters.of(List.of(person)).get(person)).orElseThrow(NotFound::new);
        Optional<String> refusal = refusal(roster, studiedOn, by);
        if (refusal.isPresent()) {
            audit.recordRefusal(AuditLine.of(by, "background.recorded").about(person.value()).refused(refusal.get()));
            return new BackgroundRecorded.Refused(refusal.get());
        }
        table.record(person, result, studiedOn, note, by.accountId().value());
        audit.record(AuditLine.of(by, "background.recorded").about(person.value()).in(roster.agency()).with("result", result));
        boolean certified = settle(List.of(person)).contains(person);
        events.publishEvent(new CertificationChanged(person, certified, clock.instant()));
        return new BackgroundRecorded.Done(certified);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<PersonId> byAssisterId(String assisterId) {
        return table.byNumber(assisterId.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Study> studies(PersonId person) {
        return table.studies(person);
    }

    // Before the access module looks, so that the Assister ID is there when it mails.
    @EventListener
    @Order(0)
    void on(LearningProgressed progressed) {
        if (progressed.passed() && !progressed.course().equals(Transcripts.PORTAL_COURSE)) {
            settle(List.of(progressed.person()));
        }
    }

    @EventListener
    @Order(0)
    void on(RosterSubmitted submitted) {
        settle(submitted.changed());
    }

    /** Gives everybody certified now who has no Assister ID one; says who is certified. */
    private List<PersonId> settle(List<PersonId> people) {
        Instant now = clock.instant();
        List<PersonId> certified =
                facts().of(people, jdbc).judge(rosters.of(people), transcripts.of(people)).values().stream()
                        .filter(standing -> standing.certified().holdsAt(now))
                        .map(CertificationStanding::person)
                        .toList();
        List<PersonId> numbered = table.giveNumbers(certified);
        audit.recordAll(
                numbered.stream()
                        .map(person -> AuditLine.of(Actor.SYSTEM, "certification.given").about(person.value()))
                        .toList());
        return certified;
    }

    private Optional<String> refusal(RosterRecord roster, LocalDate studiedOn, Actor by) {
        if (accounts.ownAffairs(by).include(roster.person(), roster.agency(), roster.email())) {
            return Optional.of("certification.refused.own");
        }
        if (studiedOn.isAfter(Minnesota.today(clock))) {
            return Optional.of("certification.refused.future");
        }
        Judging.Rules rules = rules();
        Transcript transcript = transcripts.of(List.of(roster.person())).get(roster.person());
        boolean mayStart =
                transcript != null
                        && CertificationRules.backgroundMayStart(transcript, rules.courses(), rules.firstCourses());
        return mayStart ? Optional.empty() : Optional.of("certification.refused.too-early");
    }

    private Judging.Rules rules() {
        return new Judging.Rules(
                policy.inForce("certification.required-courses").items(),
                policy.inForce("certification.background-after-courses").number(),
                CertificationCalendar.inForce(policy));
    }
}
