package org.assisterportal.access.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.assisterportal.access.Requirement;
import org.assisterportal.access.RequirementAnswer;
import org.assisterportal.access.RequirementAnswer.Mover;
import org.assisterportal.agency.ApprovalGap;
import org.assisterportal.agency.RosterRecord;
import org.assisterportal.certification.CertificationStanding;
import org.assisterportal.certification.CertificationStanding.Item;
import org.assisterportal.learning.Transcript.CourseRecord;
import org.assisterportal.shared.Timeline;
import org.jspecify.annotations.Nullable;

/** The policy's four requirements, one named function each; every screen shows these very answers. */
final class RequirementRules {
    private static final String CLAUSE = "Assister Portal Access Policy, ";

    private RequirementRules() {}

    /** "Have approval from their organization's Agency Administrator": the submitted roster says so, under contract. */
    static RequirementAnswer approval(RosterRecord roster, Instant now, LocalDate version) {
        @Nullable Instant since = roster.approved().stateSince(now).orElse(null);
        if (roster.approved().holdsAt(now)) {
            return met(Requirement.APPROVAL, since, "approval.met", List.of(roster.agencyName()), "approval", "1", version);
        }
        ApprovalGap gap = roster.gaps().isEmpty() ? ApprovalGap.NOT_SUBMITTED : roster.gaps().getFirst();
        return open(
                Requirement.APPROVAL,
                since,
                gap == ApprovalGap.NO_CONTRACT ? Mover.ARC : Mover.AGENCY,
                "approval." + gap.name(),
                List.of(roster.agencyName()),
                "approval",
                gap == ApprovalGap.EMAIL_GENERIC ? "1.2" : "1.1",
                version);
    }

    /** "Have all certification requirements up to date", today. */
    static RequirementAnswer certification(CertificationStanding standing, Instant now, LocalDate version) {
        Timeline certified = standing.certified();
        @Nullable Instant since = certified.stateSince(now).orElse(null);
        if (certified.holdsAt(now)) {
            List<String> facts = standing.expiresOn() == null ? List.of() : List.of(standing.expiresOn().toString());
            return met(Requirement.CERTIFICATION, since, "certification.met", facts, "certification", "requirement 2", version);
        }
        Item next =
                standing.checklist().stream()
                        .filter(item -> item.state() != CertificationStanding.State.MET)
                        .filter(item -> item.state() != CertificationStanding.State.NOT_YET_POSSIBLE)
                        .findFirst()
                        .orElse(null);
        if (next == null) {
            return open(Requirement.CERTIFICATION, since, Mover.ARC, "certification.open", List.of(), "certification", "requirement 2", version);
        }
        String kind = next.code().startsWith("course:") ? "course" : next.code();
        Mover mover =
                switch (kind) {
                    case "course" -> Mover.ASSISTER;
                    case "contract" -> Mover.AGENCY;
                    default -> Mover.ARC;
                };
        return open(
                Requirement.CERTIFICATION,
                since,
                mover,
                "certification." + kind + "." + next.state().name(),
                List.of(next.title()),
                "certification",
                "requirement 2",
                version);
    }

    /** "Complete the required assister portal training": every lesson opened and its check answered. */
    static RequirementAnswer training(CourseRecord course, boolean canStart, LocalDate version) {
        Instant done = course.trainingDoneAt();
        if (done != null) {
            return met(Requirement.TRAINING, done, "training.met", List.of(), "training", "2.1", version);
        }
        if (!canStart) {
            return open(Requirement.TRAINING, null, Mover.AGENCY, "training.not-open", List.of(), "training", "2", version);
        }
        return open(
                Requirement.TRAINING,
                null,
                Mover.ASSISTER,
                course.lessonsDone() == 0 ? "training.not-started" : "training.started",
                List.of(String.valueOf(course.lessonsDone()), String.valueOf(course.lessons())),
                "training",
                "2.1",
                version);
    }

    /** "Achieve a passing score on the assister portal assessment"; it opens when the training is complete. */
    static RequirementAnswer assessment(CourseRecord course, int passPercent, LocalDate version) {
        Instant passed = course.passedAt();
        String points = String.valueOf(course.bestPoints());
        String outOf = String.valueOf(course.outOf());
        if (passed != null) {
            return met(Requirement.ASSESSMENT, passed, "assessment.met", List.of(points, outOf), "assessment", "2.2", version);
        }
        boolean opened = course.trainingDoneAt() != null;
        String reason =
                !opened ? "assessment.not-open" : course.attempts() == 0 ? "assessment.not-taken" : "assessment.not-passed";
        return open(
                Requirement.ASSESSMENT,
                course.trainingDoneAt(),
                Mover.ASSISTER,
                reason,
                List.of(points, outOf, String.valueOf(passPercent)),
                "assessment",
                "2.2",
                version);
    }

    /** An open requirement that never held is open since the person's first submission as Active, their Training ID's day. */
    static RequirementAnswer sinceOpened(RequirementAnswer answer, RosterRecord roster) {
        if (answer.met() || answer.since() != null || roster.underContract().intervals().isEmpty()) {
            return answer;
        }
        return new RequirementAnswer(
                answer.requirement(), false, roster.underContract().intervals().getFirst().from(), answer.move(),
                answer.reason(), answer.todo(), answer.facts(), answer.rule(), answer.clause(), answer.policyVersion());
    }

    private static RequirementAnswer met(
            Requirement requirement, @Nullable Instant since, String key, List<String> facts, String rule, String clause,
            LocalDate version) {
        return new RequirementAnswer(
                requirement, true, since, Mover.NOBODY, "access.reason." + key, "access.todo.nothing", facts, rule,
                CLAUSE + clause, version);
    }

    private static RequirementAnswer open(
            Requirement requirement, @Nullable Instant since, Mover mover, String key, List<String> facts, String rule,
            String clause, LocalDate version) {
        return new RequirementAnswer(
                requirement, false, since, mover, "access.reason." + key, "access.todo." + key, facts, rule,
                CLAUSE + clause, version);
    }
}
