package org.assisterportal.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assisterportal.TestTime.MovableClock;
import org.assisterportal.application.Applications;
import org.assisterportal.application.Changes;
import org.assisterportal.application.Hand;
import org.assisterportal.application.Question;
import org.assisterportal.application.Spot;
import org.assisterportal.application.domain.NoticeHand;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.Diary;
import org.assisterportal.consumer.DiaryLine;
import org.assisterportal.coverage.CoverageScene;
import org.assisterportal.enrollment.Enrolled;
import org.assisterportal.enrollment.Enrollments;
import org.assisterportal.enrollment.Policies;
import org.assisterportal.enrollment.domain.Policyholder;
import org.assisterportal.enrollment.domain.RenewalHand;
import org.assisterportal.plan.Catalogs;
import org.assisterportal.plan.PlanId;
import org.assisterportal.plan.Plans;
import org.assisterportal.plan.PublishedDemo;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Minnesota;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** This year's plans go on: compared and kept, or by themselves when nobody acts. */
class RenewalPagesTests extends CoverageScene {
    private static final int NEXT = 2027;
    private static final PlanId DENTAL = new PlanId("99107MN0010001");

    @Autowired private Policyholder policyholder;
    @Autowired private Policies policies;
    @Autowired private Enrollments enrollments;
    @Autowired private Changes changes;
    @Autowired private RenewalHand job;
    @Autowired private NoticeHand notices;
    @Autowired private Catalogs catalogs;
    @Autowired private Plans plans;
    @Autowired private Diary diary;
    @Autowired private JdbcClient jdbc;
    @Autowired private MovableClock clock;

    private Duration travelled = Duration.ZERO;

    /** In open enrollment for a year whose made-up plans there are. */
    @Override
    @BeforeEach
    protected void bothAtWork() {
        to(LocalDate.of(NEXT - 1, 11, 20));
        super.bothAtWork();
        PublishedDemo.publish(catalogs, plans);
        policyholder.policy(maria);
        id = handiwork.signed(maria);
    }

    @AfterEach
    void backToTheDay() {
        clock.travel(travelled.negated());
    }

    private LocalDate today() {
        return Minnesota.today(clock);
    }

    private void to(LocalDate day) {
        travelled = travelled.plus(clock.travelTo(day));
    }

    private ConsumerId consumer() {
        return new Hand.Own(maria).consumer();
    }

    private List<Enrolled> ofNextYear() {
        return policies.open(consumer()).stream().filter(one -> one.planYear() == NEXT).toList();
    }

    private int mails(String kind) {
        return household.inTransaction(
                () ->
                        jdbc.sql("SELECT count(*) FROM notification.outbox WHERE kind = :kind AND subject = :id")
                                .param("kind", kind)
                                .param("id", maria.subject())
                                .query(Integer.class)
                                .single());
    }

    /** Where the consumer stands in the assister's list; a document's day isn't said. */
    private String step() {
        return household.inTransaction(
                () ->
                        jdbc.sql("SELECT case_status || ' ' || case_next || CASE WHEN case_next = 'UPLOAD' THEN '' ELSE ' ' || case_due END FROM consumer.consumer WHERE id = :id")
                                .param("id", maria.subject())
                                .query(String.class)
                                .single());
    }

    private String page(Actor by) {
        return body(look(by, at("renewal")));
    }

    @Test
    void thisYearsPlanStandsBesideTheNextYearsWithWhatItCostsMore() {
        assertThat(body(look(maria, at("policies")))).contains("Plans for " + NEXT + " can be chosen now", at("renewal"));
        assertThat(page(maria))
                .contains("Plans in " + NEXT, "This is this year&#39;s plan, A made-up plan, by its new name", "$400.00", "a month less than this year", "If nothing is done until Dec 15", "Apply for " + NEXT)
                .doesNotContain("??");
        assertThat(page(ana.actor())).contains("Do not renew these plans");
        to(LocalDate.of(NEXT - 1, 10, 31));
        assertThat(page(maria)).as("a day before open enrollment").contains("Nothing to renew now");
        to(LocalDate.of(NEXT - 1, 11, 1));
        assertThat(page(maria)).contains("Plans in " + NEXT);
    }

    @Test
    void aDentalPlanIsComparedByItself() {
        policyholder.dental(maria, DENTAL, LocalDate.of(NEXT - 1, 1, 1));
        assertThat(page(maria)).contains("id=\"line-0\"", "id=\"line-1\"", "A made-up plan").doesNotContain("id=\"line-2\"", "$800.00");
    }

    @Test
    void whoAppliesForTheNextYearKeepsThePlanAndSigns() {
        send(maria, at("another"), "year", String.valueOf(NEXT));
        id = applications.newest(new Hand.Own(maria)).map(Applications.Standing::id).orElseThrow();
        handiwork.sign(new Hand.Own(maria), id);
        assertThat(page(maria)).contains("Keep these plans");
        assertThat(send(maria, at("renewal/keep"), "version", "0")).hasRedirectedUrl(at("plans"));
        assertThat(send(maria, at("renewal/keep"), "version", "0")).as("pressed again").hasRedirectedUrl(at("renewal"));
        assertThat(body(look(maria, at("plans")))).contains("Review and sign");
        String read = enrollments.desk(new Hand.Own(maria), id).orElseThrow().preview().read();
        assertThat(
                        send(
                                maria, at("plans/sign"), "name", "Maria Lopez", "agreed", "true", "hash",
                                enrollments.words(Locale.US).sha256(), "read", read))
                .hasRedirectedUrl(at("policies"));
        assertThat(ofNextYear()).hasSize(1).allSatisfy(one -> assertThat(one.starts()).isEqualTo(LocalDate.of(NEXT, 1, 1)));
        assertThat(page(maria)).contains("Everybody who has a plan now has one for " + NEXT);
        assertThat(body(look(maria, at("policies")))).as("nothing is left to choose").doesNotContain("Plans for " + NEXT + " can be chosen now");
        to(LocalDate.of(NEXT - 1, 12, 16));
        job.work();
        assertThat(ofNextYear()).as("who chose isn't renewed").hasSize(1);
        assertThat(policies.open(consumer())).as("this year's runs to its end").hasSize(2);
    }

    @Test
    void whoDoesNothingIsToldOnceAndRenewedAfterTheLastDayOnce() {
        job.work();
        job.work();
        assertThat(mails("renewal-coming")).isEqualTo(1);
        assertThat(step()).isEqualTo("ENROLLED RENEW " + (NEXT - 1) + "-12-15");
        to(LocalDate.of(NEXT - 1, 12, 15));
        job.work();
        assertThat(ofNextYear()).isEmpty();
        to(LocalDate.of(NEXT - 1, 12, 16));
        job.work();
        job.work();
        assertThat(ofNextYear()).hasSize(1);
        Enrolled renewed = ofNextYear().getFirst();
        assertThat(step()).isEqualTo("ENROLLED UPLOAD");
        assertThat(renewed.plan().value()).isEqualTo("99101MN0010003");
        assertThat(renewed.starts()).isEqualTo(LocalDate.of(NEXT, 1, 1));
        assertThat(renewed.signer()).as("nobody signed").isEmpty();
        assertThat(mails("renewal-done")).isEqualTo(1);
        assertThat(diary.newest(maria, 5)).extracting(DiaryLine::act).contains("enrollment.renewed");
        assertThat(body(look(maria, at("policies/" + renewed.number())))).contains("renewed by the marketplace, because nobody chose").doesNotContain("??");
        assertThat(household.inTransaction(() -> jdbc.sql("SELECT reason FROM enrollment.policy WHERE number = :n").param("n", renewed.number().value()).query(String.class).single()))
                .isEqualTo("RENEWAL");
        assertThat(household.inTransaction(() -> jdbc.sql("SELECT count(*) FROM enrollment.telling_due WHERE consumer = :id").param("id", maria.subject()).query(Integer.class).single()))
                .as("the carrier is to be told")
                .isPositive();
    }

    @Test
    void whoSaysNoIsNotRenewedUnlessTheyTakeItBackInTime() {
        assertThat(send(maria, at("renewal/decline"), "declined", "true")).hasRedirectedUrl(at("renewal"));
        assertThat(page(maria)).contains("that was asked for", "Renew these plans after all");
        to(LocalDate.of(NEXT - 1, 12, 16));
        send(maria, at("renewal/decline"), "declined", "false");
        assertThat(page(maria)).as("too late").contains("that was asked for");
        job.work();
        assertThat(ofNextYear()).isEmpty();
        assertThat(mails("renewal-done")).isZero();
    }

    private void end(Enrolled policy, LocalDate day) {
        send(
                maria, at("policies/" + policy.number() + "/end"), "people", "self", "day", DateTimeFormatter.ofPattern("M/d/uuuu", Locale.US).format(day),
                "name", "Maria Lopez", "agreed", "true", "hash", enrollments.words(Locale.ENGLISH).sha256());
    }

    @Test
    void whatWasSignedToEndWithTheYearOrCancelledIsNotRenewed() {
        end(policies.open(consumer()).getFirst(), LocalDate.of(NEXT - 1, 12, 31));
        assertThat(page(maria)).contains("Nothing to renew now");
        int acts = acts();
        end(policies.open(consumer()).getFirst(), LocalDate.of(NEXT - 1, 12, 31));
        assertThat(acts()).as("signed twice").isEqualTo(acts);
        to(LocalDate.of(NEXT - 1, 12, 16));
        job.work();
        assertThat(ofNextYear()).isEmpty();
    }

    @Test
    void aRenewedPlanThatIsCancelledStaysCancelled() {
        to(LocalDate.of(NEXT - 1, 12, 16));
        job.work();
        end(ofNextYear().getFirst(), LocalDate.of(NEXT, 1, 1));
        assertThat(ofNextYear()).isEmpty();
        household.inTransaction(() -> jdbc.sql("UPDATE enrollment.renewal SET done_at = NULL WHERE consumer = :id").param("id", maria.subject()).update());
        job.work();
        assertThat(ofNextYear()).isEmpty();
    }

    private int acts() {
        return household.inTransaction(
                () -> jdbc.sql("SELECT count(*) FROM enrollment.act WHERE consumer = :id").param("id", maria.subject()).query(Integer.class).single());
    }

    private List<Enrolled.Amount> amounts() {
        return policies.open(consumer()).getFirst().amounts();
    }

    @Test
    void anotherIncomeChangesWhatThePlanCostsFromTheNextMonthOnAndOtherCoverageEndsTheCredit() {
        Spot income = new Spot(Question.INCOME, "self");
        handiwork.changed(maria, income, Map.of("kind-1", "WAGES", "amount-1", "3,000", "frequency-1", "MONTHLY"));
        notices.work();
        LocalDate next = LocalDate.of(NEXT - 1, 12, 1);
        assertThat(amounts()).hasSize(2);
        assertThat(amounts().getLast().from()).isEqualTo(next);
        long credit = amounts().getLast().credit().cents();
        assertThat(credit).isPositive();
        assertThat(mails("plan-cost-changed")).isEqualTo(1);
        handiwork.changed(maria, income, Map.of("kind-1", "WAGES", "amount-1", "3,400", "frequency-1", "MONTHLY"));
        notices.work();
        assertThat(amounts().getLast().credit().cents()).as("earns more, gets less").isLessThan(credit);
        handiwork.changed(maria, income, Map.of("kind-1", "WAGES", "amount-1", "500", "frequency-1", "MONTHLY"));
        notices.work();
        assertThat(amounts().getLast().from()).isEqualTo(next);
        assertThat(amounts().getLast().credit().cents()).as("Medical Assistance").isZero();
        int acts = acts();
        handiwork.changed(maria, Spot.of(Question.DISABILITY), Map.of("self", "YES"));
        notices.work();
        assertThat(acts()).as("nothing costs another amount").isEqualTo(acts);
    }

    @Test
    void aPlanThatBeginsLaterIsPricedAnewFromItsOwnFirstDay() {
        maria = household.consumer("Tom", "Olson");
        LocalDate later = LocalDate.of(NEXT - 1, 12, 15);
        policyholder.policy(maria, new PlanId("99101MN0010003"), later);
        handiwork.changed(maria, new Spot(Question.INCOME, "self"), Map.of("kind-1", "WAGES", "amount-1", "3,000", "frequency-1", "MONTHLY"));
        notices.work();
        assertThat(amounts()).extracting(Enrolled.Amount::from).as("and not from the next month").containsOnly(later);
        assertThat(amounts().getLast().credit().cents()).isPositive();
    }

    private void wish(String take, String amount) {
        id = changes.inForce(new Hand.Own(maria)).getFirst().id();
        send(maria, at("plans/event"), "event", "ABUSE", "day", "11/20/" + (NEXT - 1), "people", "self");
        String version = String.valueOf(enrollments.desk(new Hand.Own(maria), id).orElseThrow().basket().version());
        send(maria, at("plans/credit"), "version", version, "party", "0", "take", take, "amount", amount);
        assertThat(body(look(maria, at("plans")))).contains("Review and sign");
        String read = enrollments.desk(new Hand.Own(maria), id).orElseThrow().preview().read();
        send(maria, at("plans/sign"), "name", "Maria Lopez", "agreed", "true", "hash", enrollments.words(Locale.US).sha256(), "read", read);
    }

    @Test
    void aWishForLessCreditIsSignedAloneAndOutlivesAnotherDetermination() {
        Spot income = new Spot(Question.INCOME, "self");
        handiwork.changed(maria, income, Map.of("kind-1", "WAGES", "amount-1", "3,000", "frequency-1", "MONTHLY"));
        notices.work();
        long all = amounts().getLast().credit().cents();
        wish("less", "10");
        assertThat(amounts().getLast().credit().cents()).isEqualTo(1_000).isLessThan(all);
        handiwork.changed(maria, income, Map.of("kind-1", "WAGES", "amount-1", "3,050", "frequency-1", "MONTHLY"));
        notices.work();
        assertThat(amounts().getLast().credit().cents()).as("not all of it again").isEqualTo(1_000);
        wish("all", "");
        assertThat(amounts().getLast().credit().cents()).isGreaterThan(1_000);
    }

    @Test
    void aNoThatWasTakenBackIsNone() {
        send(maria, at("renewal/decline"), "declined", "true");
        send(maria, at("renewal/decline"), "declined", "false");
        to(LocalDate.of(NEXT - 1, 12, 16));
        job.work();
        assertThat(ofNextYear()).hasSize(1);
    }

    @Test
    void whereThePlanIsNotSoldAnyMoreTheCarriersCheapestOfThatLevelComesInItsPlace() {
        PlanId plan = new PlanId("99101MN0010003");
        catalogs.withdraw(NEXT, plan, today(), "a test", Actor.SYSTEM);
        try {
            assertThat(page(maria)).contains("plan is not sold any more", "of the same carrier and metal level");
            to(LocalDate.of(NEXT - 1, 12, 16));
            job.work();
            assertThat(ofNextYear()).hasSize(1).allSatisfy(one -> assertThat(one.plan()).isNotEqualTo(plan).extracting(PlanId::issuer).isEqualTo("99101"));
        } finally {
            catalogs.restore(NEXT, plan, Actor.SYSTEM);
        }
    }

    @Test
    void whereNoPlanComesInItsPlaceItIsSaidAndNothingIsRenewed() {
        Actor tom = household.consumer("Tom", "Olson");
        policyholder.policy(tom, new PlanId("99101MN0010001"));
        maria = tom;
        id = handiwork.signed(tom);
        assertThat(page(tom))
                .as("too old for a catastrophic plan")
                .contains("No plan comes in its place. Choose another one.", "There is no plan that would come in the place of yours");
        to(LocalDate.of(NEXT - 1, 12, 16));
        job.work();
        assertThat(ofNextYear()).isEmpty();
        assertThat(mails("renewal-coming")).as("told all the same").isEqualTo(1);
    }
}
