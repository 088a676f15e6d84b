package org.assisterportal.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import org.assisterportal.TestTime.MovableClock;
import org.assisterportal.application.Hand;
import org.assisterportal.coverage.CoverageScene;
import org.assisterportal.enrollment.Enrolled;
import org.assisterportal.enrollment.Enrollments;
import org.assisterportal.enrollment.LifeEvent;
import org.assisterportal.enrollment.Policies;
import org.assisterportal.enrollment.domain.Policyholder;
import org.assisterportal.plan.Catalogs;
import org.assisterportal.plan.PlanId;
import org.assisterportal.plan.Plans;
import org.assisterportal.plan.PublishedDemo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** An exemption ends in the middle of the year: who has a catastrophic plan keeps it, and nobody else gets one. */
class ExemptionEndPagesTests extends CoverageScene {
    private static final int YEAR = 2026;
    private static final String CATASTROPHIC = "99101MN0010001";

    @Autowired private Policyholder policyholder;
    @Autowired private Policies policies;
    @Autowired private Enrollments enrollments;
    @Autowired private Catalogs catalogs;
    @Autowired private Plans plans;
    @Autowired private MovableClock clock;

    private Duration travelled = Duration.ZERO;

    /** In June, with a changed credit that lets one choose for July; the exemption holds until May. */
    @Override
    @BeforeEach
    protected void bothAtWork() {
        travelled = clock.travelTo(LocalDate.of(YEAR, 6, 10));
        super.bothAtWork();
        PublishedDemo.publish(catalogs, plans);
        id = handiwork.signed(maria);
        send(maria, at("plans/exemption"), "person", "self", "certificate", "E12345Y", "from", "1", "to", "5");
        policyholder.happened(maria, LifeEvent.CREDIT_CHANGED, LocalDate.of(YEAR, 6, 10));
    }

    @AfterEach
    void backToTheDay() {
        clock.travel(travelled.negated());
    }

    private MvcTestResult chooses() {
        Enrollments.Desk desk = enrollments.desk(new Hand.Own(maria), id).orElseThrow();
        return send(maria, at("plans/choose"), "plan", CATASTROPHIC, "people", "self", "version", String.valueOf(desk.basket().version()));
    }

    @Test
    void whoHasNoneYetDoesNotGetOneAfterwards() {
        assertThat(chooses()).flash().containsEntry("refused", "plan.obstacle.NOT_CATASTROPHIC");
    }

    @Test
    void whoHasOneKeepsItUntilTheYearEndsAndMayHaveItToo() {
        policyholder.policy(maria, new PlanId(CATASTROPHIC), LocalDate.of(YEAR, 3, 1));
        Enrolled policy = policies.open(new Hand.Own(maria).consumer()).getFirst();
        assertThat(policy.lastDay()).isEqualTo(LocalDate.of(YEAR, 12, 31));
        assertThat(policy.state()).isEqualTo(Enrolled.State.COVERED);
        assertThat(chooses()).flash().containsEntry("done", "enroll.chosen");
    }

    @Test
    void whoHasAnotherPlanDoesNot() {
        policyholder.policy(maria, new PlanId("99101MN0010003"), LocalDate.of(YEAR, 3, 1));
        assertThat(chooses()).flash().containsEntry("refused", "plan.obstacle.NOT_CATASTROPHIC");
    }

    /** The key of who came into the household. */
    private String other() {
        return enrollments.desk(new Hand.Own(maria), id).orElseThrow().parties().stream()
                .flatMap(party -> party.buyers().keys().stream())
                .filter(key -> !key.equals("self"))
                .findFirst()
                .orElseThrow();
    }

    private MvcTestResult choosesWith(String other) {
        Enrollments.Desk desk = enrollments.desk(new Hand.Own(maria), id).orElseThrow();
        return send(maria, at("plans/choose"), "plan", CATASTROPHIC, "people", "self", "people", other, "version", String.valueOf(desk.basket().version()));
    }

    @Test
    void aChildJoinsThePolicyAfterItsExemptionEnded() {
        policyholder.policy(maria, new PlanId(CATASTROPHIC), LocalDate.of(YEAR, 3, 1));
        id = handiwork.withAChild(maria, "Rosa", LocalDate.of(2015, 5, 2));
        String rosa = other();
        assertThat(choosesWith(rosa)).flash().containsEntry("done", "enroll.chosen");
        String read = enrollments.desk(new Hand.Own(maria), id).orElseThrow().preview().read();
        assertThat(send(maria, at("plans/sign"), "name", "Maria Lopez", "agreed", "true", "hash", enrollments.words(Locale.US).sha256(), "read", read))
                .hasRedirectedUrl(at("policies"));
        assertThat(policies.list(new Hand.Own(maria))).singleElement().satisfies(one -> {
            assertThat(one.plan()).isEqualTo(new PlanId(CATASTROPHIC));
            assertThat(one.people()).extracting(Enrolled.Covered::key).containsExactly("self", rosa);
            assertThat(one.people()).extracting(Enrolled.Covered::from).containsExactly(LocalDate.of(YEAR, 3, 1), LocalDate.of(YEAR, 7, 1));
            assertThat(one.people()).extracting(Enrolled.Covered::to).containsOnly(LocalDate.of(YEAR, 12, 31));
        });
    }

    @Test
    void aSpouseOfThirtyOrMoreWithoutAnExemptionDoesNotJoinIt() {
        policyholder.policy(maria, new PlanId(CATASTROPHIC), LocalDate.of(YEAR, 3, 1));
        id = handiwork.withASpouse(maria, "Tom", LocalDate.of(1988, 5, 2));
        assertThat(choosesWith(other())).flash().containsEntry("refused", "plan.obstacle.NOT_CATASTROPHIC");
    }

    @Test
    void thePageSaysSo() {
        assertThat(body(look(maria, at("plans/exemption")))).contains("keeps it until the end of the year");
    }
}
