package org.assisterportal.access.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assisterportal.access.RequirementAnswer;
import org.assisterportal.access.RequirementAnswer.Mover;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.agency.ApprovalGap;
import org.assisterportal.agency.RosterRecord;
import org.assisterportal.certification.CertificationStanding;
import org.assisterportal.certification.CertificationStanding.Item;
import org.assisterportal.certification.CertificationStanding.State;
import org.assisterportal.certification.CertificationStatus;
import org.assisterportal.learning.Transcript.CourseRecord;
import org.assisterportal.shared.AgencyId;
import org.assisterportal.shared.Interval;
import org.assisterportal.shared.PersonId;
import org.assisterportal.shared.PersonName;
import org.assisterportal.shared.Timeline;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RequirementRulesTests {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final LocalDate VERSION = LocalDate.of(2018, 1, 1);
    private static final PersonId PERSON = new PersonId(UUID.randomUUID());

    private static RosterRecord roster(Timeline approved, ApprovalGap... gaps) {
        return new RosterRecord(
                PERSON,
                new AgencyId(UUID.randomUUID()),
                "Made-up Navigators",
                AgencyKind.NAVIGATOR,
                new PersonName("Ann", "Lee"),
                "ann@made-up.example",
                "BCD2345",
                true,
                true,
                true,
                approved,
                approved,
                List.of(gaps));
    }

    private static CertificationStanding standing(Timeline certified, Item... checklist) {
        return new CertificationStanding(
                PERSON, CertificationStatus.NOT_CERTIFIED, null, certified, null, List.of(checklist));
    }

    private static CourseRecord course(int lessons, @Nullable Instant trained, int attempts, int points, Instant... passes) {
        return new CourseRecord(lessons, 10, trained, List.of(passes), attempts, points, 20);
    }

    @Test
    void approvalNamesTheAgencyAndSinceWhen() {
        RequirementAnswer answer = RequirementRules.approval(roster(Timeline.since(NOW.minusSeconds(60))), NOW, VERSION);
        assertThat(answer.met()).isTrue();
        assertThat(answer.since()).isEqualTo(NOW.minusSeconds(60));
        assertThat(answer.facts()).containsExactly("Made-up Navigators");
        assertThat(answer.move()).isEqualTo(Mover.NOBODY);
    }

    @ParameterizedTest
    @EnumSource(ApprovalGap.class)
    void everyGapOfTheApprovalHasItsReasonAndItsMover(ApprovalGap gap) {
        RequirementAnswer answer = RequirementRules.approval(roster(Timeline.NEVER, gap), NOW, VERSION);
        assertThat(answer.met()).isFalse();
        assertThat(answer.reason()).isEqualTo("access.reason.approval." + gap.name());
        assertThat(answer.move()).isEqualTo(gap == ApprovalGap.NO_CONTRACT ? Mover.ARC : Mover.AGENCY);
    }

    @Test
    void anEmailTurnedGenericPointsToThePolicysClause() {
        Timeline ended = Timeline.of(new Interval(NOW.minus(Duration.ofDays(9)), NOW.minus(Duration.ofDays(2))));
        RequirementAnswer answer = RequirementRules.approval(roster(ended, ApprovalGap.EMAIL_GENERIC), NOW, VERSION);
        assertThat(answer.clause()).endsWith("1.2");
        assertThat(answer.since()).isEqualTo(NOW.minus(Duration.ofDays(2)));
    }

    @Test
    void certificationLapsingTodayIsOpenFromThatMoment() {
        Timeline lapsing = Timeline.of(new Interval(NOW.minus(Duration.ofDays(90)), NOW));
        Item core = new Item("course:core-curriculum", State.LAPSED, null, "learning", "Core Curriculum");
        assertThat(RequirementRules.certification(standing(lapsing, core), NOW.minusMillis(1), VERSION).met()).isTrue();
        RequirementAnswer answer = RequirementRules.certification(standing(lapsing, core), NOW, VERSION);
        assertThat(answer.met()).isFalse();
        assertThat(answer.move()).isEqualTo(Mover.ASSISTER);
        assertThat(answer.facts()).containsExactly("Core Curriculum");
    }

    @Test
    void aBackgroundStudyIsTheArcsMoveAndIsNotNamedBeforeItCanStart() {
        Item course = new Item("course:core-curriculum", State.OPEN, null, "learning", "Core Curriculum");
        Item early = new Item("background-study", State.NOT_YET_POSSIBLE, null, "arc", "Background study");
        Item due = new Item("background-study", State.OPEN, null, "arc", "Background study");
        assertThat(RequirementRules.certification(standing(Timeline.NEVER, early, course), NOW, VERSION).reason())
                .isEqualTo("access.reason.certification.course.OPEN");
        assertThat(RequirementRules.certification(standing(Timeline.NEVER, due), NOW, VERSION).move())
                .isEqualTo(Mover.ARC);
    }

    @Test
    void trainingCountsLessonsAndWaitsForTheTrainingId() {
        assertThat(RequirementRules.training(course(0, null, 0, 0), false, VERSION).move()).isEqualTo(Mover.AGENCY);
        RequirementAnswer started = RequirementRules.training(course(4, null, 0, 0), true, VERSION);
        assertThat(started.reason()).isEqualTo("access.reason.training.started");
        assertThat(started.facts()).containsExactly("4", "10");
        assertThat(RequirementRules.training(course(10, NOW, 0, 0), true, VERSION).met()).isTrue();
    }

    @Test
    void theAssessmentOpensAfterTheTrainingAndShowsThePoints() {
        assertThat(RequirementRules.assessment(course(4, null, 0, 0), 70, VERSION).reason())
                .isEqualTo("access.reason.assessment.not-open");
        assertThat(RequirementRules.assessment(course(10, NOW, 0, 0), 70, VERSION).reason())
                .isEqualTo("access.reason.assessment.not-taken");
        RequirementAnswer failed = RequirementRules.assessment(course(10, NOW, 1, 13), 70, VERSION);
        assertThat(failed.reason()).isEqualTo("access.reason.assessment.not-passed");
        assertThat(failed.facts()).containsExactly("13", "20", "70");
        assertThat(RequirementRules.assessment(course(10, NOW, 2, 14, NOW), 70, VERSION).met()).isTrue();
    }
}
