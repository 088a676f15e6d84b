package org.assisterportal.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.assisterportal.TestTime.MovableClock;
import org.assisterportal.application.Hand;
import org.assisterportal.coverage.CoverageScene;
import org.assisterportal.document.domain.Paperwork;
import org.assisterportal.enrollment.Enrolled;
import org.assisterportal.enrollment.Enrolled.State;
import org.assisterportal.enrollment.Enrollments;
import org.assisterportal.enrollment.LifeEvent;
import org.assisterportal.enrollment.Policies;
import org.assisterportal.enrollment.domain.Policyholder;
import org.assisterportal.plan.Catalogs;
import org.assisterportal.plan.Plans;
import org.assisterportal.plan.PublishedDemo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** An event gives its choice once: until the plan begins a change of mind is fine, and afterwards it undoes nothing. */
class UsedEventPagesTests extends CoverageScene {
    private static final int YEAR = 2026;
    private static final LocalDate DAY = LocalDate.of(YEAR, 6, 10);
    private static final String FIRST = "99101MN0010003";
    private static final String SECOND = "99101MN0010005";

    @Autowired private Policyholder policyholder;
    @Autowired private Paperwork paperwork;
    @Autowired private Policies policies;
    @Autowired private Enrollments enrollments;
    @Autowired private Catalogs catalogs;
    @Autowired private Plans plans;
    @Autowired private MovableClock clock;

    private Duration travelled = Duration.ZERO;

    @Override
    @BeforeEach
    protected void bothAtWork() {
        to(DAY);
        super.bothAtWork();
        PublishedDemo.publish(catalogs, plans);
        id = handiwork.signed(maria);
    }

    @AfterEach
    void backToTheDay() {
        clock.travel(travelled.negated());
    }

    private void to(LocalDate day) {
        travelled = travelled.plus(clock.travelTo(day));
    }

    private MvcTestResult choosesAndSigns(String plan) {
        Hand hand = new Hand.Own(maria);
        String version = String.valueOf(enrollments.desk(hand, id).orElseThrow().basket().version());
        send(maria, at("plans/choose"), "plan", plan, "people", "self", "version", version);
        String read = enrollments.desk(hand, id).orElseThrow().preview().read();
        return send(maria, at("plans/sign"), "name", "Maria Lopez", "agreed", "true", "hash", enrollments.words(Locale.US).sha256(), "read", read);
    }

    private List<Enrolled> all() {
        return policies.list(new Hand.Own(maria));
    }

    private String list() {
        return body(send(maria, at("plans/list"), "party", "0", "people", "self", "kind", "medical"));
    }

    @Test
    void aBirthUndoesNoPlanThatWasChosenBecauseOfIt() {
        policyholder.born(maria);
        assertThat(choosesAndSigns(FIRST)).hasRedirectedUrl(at("policies"));
        assertThat(list()).as("while the proof is awaited").doesNotContain(">Choose<");
        paperwork.prove(maria);
        to(DAY.plusDays(20));
        assertThat(body(look(maria, at("plans")))).contains("Open enrollment for 2026 is over", "An event lets one choose once").doesNotContain("an be chosen until", "??");
        assertThat(list()).doesNotContain(">Choose<");
        assertThat(choosesAndSigns(SECOND)).flash().containsEntry("refused", "enrollment.sign.closed");
        assertThat(all()).singleElement().satisfies(one -> {
            assertThat(one.state()).isEqualTo(State.COVERED);
            assertThat(one.starts()).isEqualTo(DAY);
        });
        // Said once more, for the same day, it is the same event.
        policyholder.born(maria);
        policyholder.happened(maria, LifeEvent.BIRTH, DAY);
        assertThat(body(look(maria, at("plans")))).contains("an be chosen until");
        assertThat(choosesAndSigns(SECOND)).as("another child's birth").hasRedirectedUrl(at("policies"));
    }

    @Test
    void untilItBeginsAnotherPlanComesInItsPlaceAndThenTheEventIsUsed() {
        assertThat(report()).hasRedirectedUrl(at("plans"));
        choosesAndSigns(FIRST);
        assertThat(choosesAndSigns(FIRST)).as("the same again").flash().containsEntry("refused", "enrollment.sign.nothing");
        to(DAY.plusDays(10));
        assertThat(choosesAndSigns(SECOND)).hasRedirectedUrl(at("policies"));
        assertThat(all()).extracting(Enrolled::state).containsExactly(State.COMING, State.CANCELLED);
        to(LocalDate.of(YEAR, 7, 1));
        assertThat(body(look(maria, at("plans")))).contains("An event lets one choose once").doesNotContain("an be chosen until", "??");
        assertThat(body(report())).contains("No plan can be chosen because of this now", "An event lets one choose once (45 CFR 155.420(c)(1))").doesNotContain("??");
        assertThat(choosesAndSigns(FIRST)).flash().containsEntry("refused", "enrollment.sign.closed");
        assertThat(all().getFirst().state()).isEqualTo(State.COVERED);
    }

    @Test
    void whatWasCancelledBeforeItBeganWasNotUsed() {
        report();
        choosesAndSigns(FIRST);
        String end = at("policies/" + all().getFirst().number() + "/end");
        send(maria, end, "people", "self", "name", "Maria Lopez", "agreed", "true", "hash", enrollments.words(Locale.ENGLISH).sha256());
        to(LocalDate.of(YEAR, 7, 2));
        assertThat(choosesAndSigns(SECOND)).hasRedirectedUrl(at("policies"));
        assertThat(all().getFirst().starts()).isEqualTo(LocalDate.of(YEAR, 8, 1));
    }

    @Test
    void whereTheNextYearIsOpenTheChoicesOfThisOneSaySo() {
        assertThat(body(look(maria, at("plans")))).doesNotContain("Open enrollment for 2027");
        to(LocalDate.of(YEAR, 11, 20));
        assertThat(body(look(maria, at("plans"))))
                .contains("Open enrollment for 2027 is on. Choose by ", "and coverage begins on Jan 1, 2027", "Apply for 2027", "/another")
                .doesNotContain("??");
    }

    @Test
    void whoHasAPlanIsLedToWhatItCostsInTheNextYear() {
        policyholder.policy(maria);
        to(LocalDate.of(YEAR, 11, 20));
        assertThat(body(look(maria, at("plans")))).contains("Plans for 2027 can be chosen now", "See what they cost in 2027", at("renewal")).doesNotContain("Open enrollment for 2027 is on", "??");
    }

    @Test
    void aMoveInDecemberLeadsToTheYearInWhichCoverageWouldBegin() {
        to(LocalDate.of(YEAR, 12, 15));
        String page = body(send(maria, at("plans/event"), "event", "MOVED", "day", "12/15/2026", "people", "self"));
        assertThat(page).contains("Coverage would begin on Jan 1, 2027", "Open enrollment for 2027 is on", "Apply for 2027", "action=\"" + at("another") + "\"").doesNotContain("??");
    }

    private MvcTestResult report() {
        return send(maria, at("plans/event"), "event", "ABUSE", "day", "6/10/2026", "people", "self");
    }
}
