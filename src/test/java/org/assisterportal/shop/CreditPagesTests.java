package org.assisterportal.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.assisterportal.TestTime.MovableClock;
import org.assisterportal.application.Hand;
import org.assisterportal.coverage.CoverageScene;
import org.assisterportal.enrollment.Enrolled;
import org.assisterportal.enrollment.Enrollments;
import org.assisterportal.enrollment.LifeEvent;
import org.assisterportal.enrollment.Policies;
import org.assisterportal.enrollment.PolicyNumber;
import org.assisterportal.enrollment.domain.EventScene;
import org.assisterportal.enrollment.domain.Policyholder;
import org.assisterportal.plan.Catalogs;
import org.assisterportal.plan.PlanId;
import org.assisterportal.plan.Plans;
import org.assisterportal.plan.PublishedDemo;
import org.assisterportal.shared.Actor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Somebody with a plan takes another part of the credit in advance, in the middle of a year in which no plan can be chosen. */
class CreditPagesTests extends CoverageScene {
    private static final int YEAR = 2026;
    private static final PlanId PLAN = new PlanId("99101MN0010003");
    private static final long TEN = 1_000;

    @Autowired private Policyholder policyholder;
    @Autowired private Policies policies;
    @Autowired private Enrollments enrollments;
    @Autowired private EventScene carriers;
    @Autowired private Catalogs catalogs;
    @Autowired private Plans plans;
    @Autowired private MovableClock clock;

    private Duration travelled = Duration.ZERO;
    private PolicyNumber number = new PolicyNumber(0);

    @Override
    @BeforeEach
    protected void bothAtWork() {
        to(LocalDate.of(YEAR, 6, 10));
        super.bothAtWork();
        PublishedDemo.publish(catalogs, plans);
        number = policyholder.policy(maria, PLAN, LocalDate.of(YEAR, 3, 1));
        id = handiwork.signed(maria);
    }

    @AfterEach
    void backToTheDay() {
        clock.travel(travelled.negated());
    }

    private void to(LocalDate day) {
        travelled = travelled.plus(clock.travelTo(day));
    }

    private Enrollments.Desk desk() {
        return enrollments.desk(new Hand.Own(maria), id).orElseThrow();
    }

    private List<Enrolled.Amount> amounts() {
        return policies.open(new Hand.Own(maria).consumer()).getFirst().amounts();
    }

    private void wishes(Actor by, String take, String amount) {
        String version = String.valueOf(desk().basket().version());
        assertThat(send(by, at("plans/credit"), "version", version, "party", "0", "take", take, "amount", amount)).hasRedirectedUrl(at("plans"));
    }

    private MvcTestResult signs(Actor by, String name, String read, String... more) {
        String[] form = new String[8 + more.length];
        List<String> all = List.of("name", name, "agreed", "true", "hash", enrollments.words(Locale.US).sha256(), "read", read);
        all.toArray(form);
        System.arraycopy(more, 0, form, 8, more.length);
        return send(by, at("plans/sign"), form);
    }

    @Test
    void whoMayChooseNoPlanSignsForLessCreditFromTheNextMonthOnAndTheCarrierIsTold() {
        carriers.tell(number);
        assertThat(desk().chances()).isEmpty();
        assertThat(body(look(maria, at("plans")))).contains("Open enrollment for " + YEAR + " is over", "This can be changed on any day").doesNotContain("Review and sign");
        wishes(maria, "less", "10");
        assertThat(body(look(maria, at("plans")))).contains("Review and sign", "instead of $400.00");
        assertThat(body(look(maria, at("plans/sign"))))
                .contains("at most $10.00 of the tax credit is taken in advance", "This counts from Jul 1, " + YEAR, "Nothing changes until you sign", "files a federal tax return")
                .doesNotContain("choose the plans on this page", "Sign and enroll", "??");
        String read = desk().preview().read();
        MvcTestResult signed = signs(maria, "Maria Lopez", read);
        assertThat(signed).hasRedirectedUrl(at("policies")).flash().containsEntry("done", "enroll.credit.signed");
        Enrolled.Amount last = amounts().getLast();
        assertThat(last.from()).isEqualTo(LocalDate.of(YEAR, 7, 1));
        assertThat(last.credit().cents()).isEqualTo(TEN);
        assertThat(signs(maria, "Maria Lopez", read)).as("pressed again").flash().containsEntry("done", "enroll.credit.signed");
        assertThat(amounts()).hasSize(2);
        assertThat(carriers.told(number)).containsExactly("ENROLLED", "CHANGED");
        assertThat(body(look(maria, "/account/diary"))).contains("You signed how much of your tax credit is taken in advance");

        wishes(maria, "all", "");
        assertThat(body(look(maria, at("plans/sign")))).contains("Maria Lopez: all of the tax credit is taken in advance, up to $");
        signs(maria, "Maria Lopez", desk().preview().read());
        assertThat(amounts().getLast().credit().cents()).isGreaterThan(TEN);
    }

    @Test
    void itCountsInAMonthOfTheYearOrIsNotSigned() {
        to(LocalDate.of(YEAR, 11, 30));
        wishes(maria, "less", "10");
        assertThat(body(look(maria, at("plans/sign")))).contains("This counts from Dec 1, " + YEAR);
        to(LocalDate.of(YEAR, 12, 1));
        assertThat(look(maria, at("plans/sign"))).hasRedirectedUrl(at("plans"));
        assertThat(signs(maria, "Maria Lopez", desk().preview().read())).flash().containsEntry("refused", "enrollment.sign.closed");
        assertThat(amounts()).hasSize(1);
    }

    @Test
    void whoWishesNothingElseHasNothingToSign() {
        wishes(maria, "all", "");
        assertThat(body(look(maria, at("plans")))).doesNotContain("Review and sign");
        assertThat(signs(maria, "Maria Lopez", desk().preview().read())).flash().containsEntry("refused", "enrollment.sign.closed");
    }

    @Test
    void whatIsNoAmountStaysInItsFieldWithWhatIsWrong() {
        String version = String.valueOf(desk().basket().version());
        String page = body(send(maria, at("plans/credit"), "version", version, "party", "0", "take", "less", "amount", "ten dollars"));
        assertThat(page).contains("There is a problem", "href=\"#amount-0\"", "id=\"amount-0-error\"", "such as 150 or 150.50", "value=\"ten dollars\"").doesNotContain("??");
        assertThat(desk().basket().version()).as("nothing was kept").hasToString(version);
    }

    @Test
    void aWishForMoreThanThereIsIsSaidToBeTooLarge() {
        wishes(maria, "less", "10");
        assertThat(body(look(maria, at("plans")))).doesNotContain("was wished");
        wishes(maria, "less", "9,000");
        String most = "(\\$[\\d.,]+)";
        assertThat(body(look(maria, at("plans")))).containsPattern("\\$9,000.00 of the tax credit a month was wished. For these people and plans it is at most " + most + ", so \\1 is taken");
        assertThat(body(look(maria, at("plans/sign")))).contains("$9,000.00 of the tax credit a month was wished");
    }

    @Test
    void anAssisterSaysHowTheConsumerChoseAndTheDiaryHasIt() {
        wishes(ana.actor(), "less", "10");
        assertThat(body(look(ana.actor(), at("plans/sign")))).contains("This counts from Jul 1, " + YEAR, "by phone");
        String read = desk().preview().read();
        assertThat(body(signs(ana.actor(), ana.actor().name(), read))).contains("There is a problem");
        assertThat(signs(ana.actor(), ana.actor().name(), read, "made", "BY_PHONE")).hasRedirectedUrl(at("policies"));
        assertThat(amounts().getLast().credit().cents()).isEqualTo(TEN);
        assertThat(body(look(maria, "/account/diary"))).contains("Signed how much of your tax credit is taken in advance", ana.actor().name());
    }

    @Test
    void aPlanThatIsChosenAndCannotBeSignedAnyMoreStaysOutOfIt() {
        policyholder.happened(maria, LifeEvent.ABUSE, LocalDate.of(YEAR, 6, 10));
        String plan = "99101MN0010005";
        assertThat(send(maria, at("plans/choose"), "plan", plan, "people", "self", "version", String.valueOf(desk().basket().version())))
                .hasRedirectedUrl(at("plans"));
        wishes(maria, "less", "10");
        assertThat(desk().preview().creditAlone()).as("while the plan can be signed, both are").isFalse();
        to(LocalDate.of(YEAR, 8, 20));
        assertThat(desk().preview().creditAlone()).isTrue();
        signs(maria, "Maria Lopez", desk().preview().read());
        assertThat(policies.open(new Hand.Own(maria).consumer())).singleElement().satisfies(one -> assertThat(one.plan()).isEqualTo(PLAN));
        assertThat(amounts().getLast().from()).isEqualTo(LocalDate.of(YEAR, 9, 1));
        assertThat(desk().basket().lines()).singleElement().satisfies(line -> assertThat(line.plan()).isEqualTo(plan));
    }
}
