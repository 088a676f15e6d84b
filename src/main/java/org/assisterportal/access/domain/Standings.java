package org.assisterportal.access.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.assisterportal.access.AccessStanding;
import org.assisterportal.access.PortalAccess;
import org.assisterportal.access.RequirementAnswer;
import org.assisterportal.agency.RosterRecord;
import org.assisterportal.agency.RosterRecords;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.certification.CertificationStanding;
import org.assisterportal.certification.Certifications;
import org.assisterportal.learning.Transcript;
import org.assisterportal.learning.Transcript.CourseRecord;
import org.assisterportal.learning.Transcripts;
import org.assisterportal.policy.PolicyValue;
import org.assisterportal.policy.PolicyValues;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Facts;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.NotFound;
import org.assisterportal.shared.PersonId;
import org.assisterportal.shared.Timeline;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts the four modules' facts together and judges them; nothing is kept. */
@Component
class Standings implements PortalAccess {
    private static final int LINES_AN_HOUR = 60;

    private final RosterRecords rosters;
    private final Transcripts transcripts;
    private final Certifications certifications;
    private final AccessTable table;
    private final PolicyValues policy;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    Standings(
            RosterRecords rosters,
            Transcripts transcripts,
            Certifications certifications,
            AccessTable table,
            PolicyValues policy,
            AuditLog audit,
            JdbcClient jdbc,
            Clock clock) {
        this.rosters = rosters;
        this.transcripts = transcripts;
        this.certifications = certifications;
        this.table = table;
        this.policy = policy;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A standing with the time line that it was judged by. */
    record Judged(AccessStanding standing, Timeline allFour) {}

    @Override
    @Transactional(readOnly = true)
    public Map<PersonId, AccessStanding> of(Collection<PersonId> people) {
        Map<PersonId, AccessStanding> standings = new HashMap<>();
        judge(people).forEach((person, judged) -> standings.put(person, judged.standing()));
        return standings;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<AccessStanding> of(PersonId person) {
        return Optional.ofNullable(of(List.of(person)).get(person));
    }

    @Override
    @Transactional
    public AccessStanding enter(Actor by) {
        UUID subject = by.subject();
        if (!by.wears(Hat.ASSISTER) || subject == null) {
            audit.recordRefusal(AuditLine.of(by, "portal.entered").refused("not-assister"));
            throw new NotFound();
        }
        AccessStanding standing = of(new PersonId(subject)).orElseThrow(NotFound::new);
        AuditLine line =
                AuditLine.of(by, "portal.entered").about(subject).in(standing.roster().agency()).showing(List.of(subject));
        if (standing.granted()) {
            audit.record(line);
        } else {
            audit.recordRefusal(
                    line.refused(standing.state().name().toLowerCase(Locale.ROOT)), String.valueOf(by.account()), LINES_AN_HOUR);
        }
        return standing;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<PersonId> byReferenceNumber(String number) {
        String digits = number.replaceAll("[\\s-]", "");
        return ReferenceNumber.isValid(digits) ? table.byReferenceNumber(digits) : Optional.empty();
    }

    @Override
    public boolean isReferenceNumber(String text) {
        return ReferenceNumber.isValid(text);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<AccessStanding> of(PersonId person, Facts<?> more) {
        return Optional.ofNullable(judge(List.of(person), more).get(person)).map(Judged::standing);
    }

    Map<PersonId, Judged> judge(Collection<PersonId> people, Facts<?>... more) {
        Facts<Map<PersonId, RosterRecord>> rosterFacts = rosters.facts();
        Facts<Map<PersonId, Transcript>> learningFacts = transcripts.facts(people);
        Facts<Certifications.Judge> certificationFacts = certifications.facts();
        EnrollmentFacts enrollmentFacts = new EnrollmentFacts();
        Facts.read(
                people, jdbc,
                Stream.concat(
                                Stream.of(rosterFacts, learningFacts, certificationFacts, enrollmentFacts), Stream.of(more))
                        .toArray(Facts<?>[]::new));
        Map<PersonId, RosterRecord> rosterOf = rosterFacts.answer();
        Map<PersonId, Transcript> transcriptOf = learningFacts.answer();
        Map<PersonId, CertificationStanding> certificationOf =
                certificationFacts.answer().judge(rosterOf, transcriptOf);
        Map<PersonId, EnrollmentFacts.Recorded> recordedOf = enrollmentFacts.answer();
        PolicyValue passMark = policy.inForce("portal.assessment.pass-mark-percent");
        Instant now = clock.instant();
        Map<PersonId, Judged> judged = new HashMap<>();
        rosterOf.forEach(
                (person, roster) -> {
                    Transcript transcript = transcriptOf.getOrDefault(person, new Transcript(person, Map.of()));
                    CertificationStanding certification = certificationOf.get(person);
                    if (certification != null) {
                        EnrollmentFacts.Recorded recorded = recordedOf.getOrDefault(person, EnrollmentFacts.Recorded.NOTHING);
                        judged.put(person, judge(roster, transcript, certification, recorded, passMark, now));
                    }
                });
        return judged;
    }

    private static Judged judge(
            RosterRecord roster, Transcript transcript, CertificationStanding certification,
            EnrollmentFacts.Recorded recorded, PolicyValue passMark, Instant now) {
        CourseRecord course = transcript.course(Transcripts.PORTAL_COURSE);
        var version = passMark.effectiveFrom();
        List<RequirementAnswer> answers =
                Stream.of(
                        RequirementRules.approval(roster, now, version),
                        RequirementRules.certification(certification, now, version),
                        RequirementRules.training(course, roster.active() && roster.trainingId() != null, version),
                        RequirementRules.assessment(course, passMark.number(), version))
                        .map(answer -> RequirementRules.sinceOpened(answer, roster))
                        .toList();
        Timeline allFour = AccessRules.allFour(roster.approved(), certification.certified(), course);
        AccessFacts facts = recorded.facts();
        AccessRules.Decision decision = AccessRules.decide(facts, allFour, now);
        AccessStanding standing =
                new AccessStanding(
                        roster.person(), roster, transcript, certification, answers, decision.state(), decision.since(),
                        recorded.referenceNumber(), facts.enrolledAt(), facts.activatedAt(), facts.heldFor(),
                        decision.reinstatable());
        return new Judged(standing, allFour);
    }
}
