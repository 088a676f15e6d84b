package org.assisterportal.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.assisterportal.TestTime.MovableClock;
import org.assisterportal.application.Hand;
import org.assisterportal.application.Question;
import org.assisterportal.application.Spot;
import org.assisterportal.application.domain.NoticeHand;
import org.assisterportal.coverage.CoverageScene;
import org.assisterportal.document.domain.Paperwork;
import org.assisterportal.eligibility.CostSharing;
import org.assisterportal.enrollment.Enrolled;
import org.assisterportal.enrollment.Enrollments;
import org.assisterportal.enrollment.Policies;
import org.assisterportal.enrollment.PolicyNumber;
import org.assisterportal.enrollment.domain.EventScene;
import org.assisterportal.enrollment.domain.Policyholder;
import org.assisterportal.plan.Catalogs;
import org.assisterportal.plan.PlanId;
import org.assisterportal.plan.Plans;
import org.assisterportal.plan.PublishedDemo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Another income brings other cost-sharing reductions, and with them another variant of the plan that one has. */
class ReassignedPagesTests extends CoverageScene {
    private static final int YEAR = 2026;
    private static final PlanId SILVER = new PlanId("99101MN0010005");
    private static final LocalDate JULY = LocalDate.of(YEAR, 7, 1);

    @Autowired private Policyholder policyholder;
    @Autowired private Policies policies;
    @Autowired private Enrollments enrollments;
    @Autowired private Paperwork paperwork;
    @Autowired private EventScene carriers;
    @Autowired private NoticeHand notices;
    @Autowired private Catalogs catalogs;
    @Autowired private Plans plans;
    @Autowired private MovableClock clock;

    private Duration travelled = Duration.ZERO;
    private PolicyNumber number = new PolicyNumber(0);

    @Override
    @BeforeEach
    protected void bothAtWork() {
        travelled = clock.travelTo(LocalDate.of(YEAR, 6, 10));
        super.bothAtWork();
        PublishedDemo.publish(catalogs, plans);
        number = policyholder.policy(maria, SILVER, LocalDate.of(YEAR, 3, 1));
    }

    @AfterEach
    void backToTheDay() {
        clock.travel(travelled.negated());
    }

    private void earns(String monthly) {
        id = handiwork.changed(maria, new Spot(Question.INCOME, "self"), Map.of("kind-1", "WAGES", "amount-1", monthly, "frequency-1", "MONTHLY"));
        notices.work();
    }

    private Enrollments.Desk desk() {
        return enrollments.desk(new Hand.Own(maria), id).orElseThrow();
    }

    private List<Enrolled> open() {
        return policies.open(new Hand.Own(maria).consumer());
    }

    private Enrolled find(PolicyNumber one) {
        return policies.list(new Hand.Own(maria)).stream().filter(policy -> policy.number().equals(one)).findFirst().orElseThrow();
    }

    @Test
    void theSamePlanGoesOnInTheVariantOfTheNewLevelFromTheNextMonthOn() {
        carriers.tell(number);
        earns("3,000");
        Enrolled next = open().getFirst();
        assertThat(next.former()).isEqualTo(number);
        assertThat(next.plan()).isEqualTo(SILVER);
        assertThat(next.variant()).as("230 percent of poverty").isEqualTo(CostSharing.SILVER_73);
        assertThat(next.starts()).isEqualTo(JULY);
        assertThat(next.people().getFirst().agedOn()).as("nobody ages by it").isEqualTo(LocalDate.of(YEAR, 3, 1));
        assertThat(next.amounts().getFirst().credit().cents()).isPositive();
        assertThat(find(number).lastDay()).isEqualTo(JULY.minusDays(1));
        assertThat(find(number).amounts()).as("what it cost until then stays").hasSize(1);
        carriers.tell();
        assertThat(carriers.told(number)).containsExactly("ENROLLED", "ENDED");
        assertThat(carriers.told(next.number())).containsExactly("ENROLLED");
        assertThat(carriers.newest(next.number())).contains("REASSIGNED", "SILVER_73").doesNotContain("formerSubscriber\":\"");
        assertThat(body(look(maria, at("policies/" + number)))).contains("Goes on as policy", next.number().toString()).doesNotContain("??");
        assertThat(body(look(maria, at("policies/" + next.number()))))
                .contains("silver with lower costs (73 level)", "Nobody has to sign that", "toward the deductible goes on counting", "Goes on from policy")
                .doesNotContain("The carrier sends the bill", "??");
        assertThat(body(look(maria, "/account/diary"))).contains("worked out anew");
    }

    @Test
    void aLevelThatIsTakenBackBeforeItBeginsIsCancelled() {
        carriers.tell(number);
        earns("3,000");
        PolicyNumber second = open().getFirst().number();
        earns("3,400");
        Enrolled third = open().getFirst();
        assertThat(third.variant()).as("260 percent of poverty").isEqualTo(CostSharing.NONE);
        assertThat(third.starts()).isEqualTo(JULY);
        assertThat(find(second).state()).isEqualTo(Enrolled.State.CANCELLED);
        assertThat(open()).extracting(Enrolled::number).containsExactly(third.number(), number);
        carriers.tell();
        assertThat(carriers.told(second)).containsExactly("ENROLLED", "CANCELLED");
        assertThat(carriers.told(third.number())).containsExactly("ENROLLED");
    }

    @Test
    void aChildWhoIsBornBeforeTheNewLevelComesInComesIntoBothPolicies() {
        earns("3,000");
        travelled = travelled.plus(clock.travelTo(LocalDate.of(YEAR, 7, 20)));
        Enrolled before = open().getFirst();
        LocalDate born = LocalDate.of(YEAR, 7, 8);
        id = handiwork.withAChild(maria, "Noa", born);
        notices.work();
        Enrolled after = open().getFirst();
        assertThat(after.former()).as("two people at that income are of another level").isEqualTo(before.number());
        assertThat(after.variant()).isEqualTo(CostSharing.NONE);
        policyholder.born(maria);
        Enrollments.Desk desk = desk();
        String noa = desk.names().keySet().stream().filter(key -> !key.equals("self")).findFirst().orElseThrow();
        assertThat(enrollments.put(new Hand.Own(maria), id, SILVER, List.of(noa), desk.basket().version())).isInstanceOf(Enrollments.Kept.Done.class);
        LocalDate begins = Objects.requireNonNull(desk().preview().by()).begins();
        send(maria, at("plans/sign"), "name", "Maria Lopez", "agreed", "true", "hash", enrollments.words(Locale.US).sha256(), "read", desk().preview().read());
        paperwork.prove(maria);
        assertThat(find(before.number()).people()).extracting(Enrolled.Covered::key).containsExactly("self", noa);
        assertThat(find(before.number()).people().get(1).from()).isEqualTo(begins);
        assertThat(find(before.number()).people().get(1).to()).isEqualTo(LocalDate.of(YEAR, 7, 31));
        assertThat(find(after.number()).people()).extracting(Enrolled.Covered::key).containsExactly("self", noa);
        assertThat(find(after.number()).people().get(1).from()).isEqualTo(LocalDate.of(YEAR, 8, 1));
        assertThat(find(after.number()).amount(LocalDate.of(YEAR, 8, 1)).shares()).containsKey(noa);
        assertThat(open()).as("nothing else begins").hasSize(2);
        carriers.tell();
        assertThat(carriers.newest(before.number())).contains("\"firstName\":\"Noa\"", "BEGINS");
    }

    @Test
    void whatIsHandedOnInTheSameMonthGoesOnInTheNewVariantInItsNewName() {
        id = handiwork.withASpouse(maria, "Tom", LocalDate.of(1964, 10, 2));
        policyholder.together(maria, number);
        LocalDate last = LocalDate.of(YEAR, 7, 5);
        Map<String, String> form = Map.of("name", "Maria Lopez", "agreed", "true", "hash", enrollments.words(Locale.ENGLISH).sha256());
        assertThat(policies.end(new Hand.Own(maria), number, List.of("self"), last, form)).isInstanceOf(Policies.Ended.Done.class);
        PolicyNumber toms = Objects.requireNonNull(find(number).next());
        earns("4,000");
        assertThat(find(number).next()).as("it has one successor").isEqualTo(toms);
        assertThat(find(toms).state()).as("it never begins in the former variant").isEqualTo(Enrolled.State.CANCELLED);
        Enrolled then = find(Objects.requireNonNull(find(toms).next()));
        assertThat(then.variant()).as("two people at 227 percent of poverty").isEqualTo(CostSharing.SILVER_73);
        assertThat(then.starts()).isEqualTo(last.plusDays(1));
        assertThat(then.subscriber().name()).isEqualTo("Tom Lopez");
    }

    @Test
    void anIncomeOfTheSameLevelChangesOnlyWhatItCosts() {
        earns("3,000");
        PolicyNumber second = open().getFirst().number();
        earns("3,050");
        assertThat(open()).extracting(Enrolled::number).containsExactly(second, number);
    }
}
