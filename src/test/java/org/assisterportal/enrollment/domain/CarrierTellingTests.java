package org.assisterportal.enrollment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.assisterportal.MarketplaceTest;
import org.assisterportal.TestTime.MovableClock;
import org.assisterportal.application.Hand;
import org.assisterportal.application.Question;
import org.assisterportal.application.Spot;
import org.assisterportal.application.TypedSignature;
import org.assisterportal.consumer.domain.Handiwork;
import org.assisterportal.consumer.domain.Household;
import org.assisterportal.eligibility.Money;
import org.assisterportal.enrollment.CarrierEvent;
import org.assisterportal.enrollment.CarrierFeed;
import org.assisterportal.enrollment.Enrollments;
import org.assisterportal.enrollment.Policies;
import org.assisterportal.enrollment.PolicyNumber;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Minnesota;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each signed act becomes the events of its policies' carriers, once, and nobody's number is stored with them. */
@MarketplaceTest
class CarrierTellingTests {
    @Autowired private Household household;
    @Autowired private Handiwork handiwork;
    @Autowired private Policyholder policyholder;
    @Autowired private Policies policies;
    @Autowired private Enrollments enrollments;
    @Autowired private CarrierTelling telling;
    @Autowired private CarrierFeed feed;
    @Autowired private PolicyRows rows;
    @Autowired private TellingRows due;
    @Autowired private JdbcClient jdbc;
    @Autowired private MovableClock clock;

    private Duration travelled = Duration.ZERO;

    private Actor maria;
    private PolicyNumber policy;

    @BeforeEach
    void aPolicy() {
        maria = household.consumer("Maria", "Lopez");
        policy = policyholder.policy(maria);
        household.inTransaction(() -> jdbc.sql("DELETE FROM enrollment.carrier_due").update() + jdbc.sql("DELETE FROM enrollment.telling_due").update());
        Hand hand = new Hand.Own(maria);
        household.inTransaction(
                () -> {
                    due.due(jdbc.sql("SELECT act FROM enrollment.policy WHERE number = :n").param("n", policy.value()).query(UUID.class).single(), hand.consumer());
                    return 0;
                });
    }

    @AfterEach
    void backToTheDay() {
        clock.travel(travelled.negated());
    }

    private List<CarrierEvent> taken() {
        List<CarrierEvent> events = new ArrayList<>();
        household.inTransaction(() -> feed.take("99101", 1000, events::add));
        return events.stream().filter(one -> one.policy().equals(policy.toString())).toList();
    }

    private void end(LocalDate day) {
        end(List.of("self"), day);
    }

    private void end(List<String> people, LocalDate day) {
        Map<String, String> form =
                Map.of(TypedSignature.NAME, "Maria Lopez", TypedSignature.AGREED, "true", "hash", enrollments.words(Locale.ENGLISH).sha256());
        assertThat(policies.end(new Hand.Own(maria), policy, people, day, form)).isInstanceOf(Policies.Ended.Done.class);
    }

    @Test
    void aPolicyThatBeginsIsToldOnceWithItsPeopleAndAmounts() {
        telling.work();
        telling.work();
        List<CarrierEvent> events = taken();
        assertThat(events).hasSize(1);
        CarrierEvent event = events.getFirst();
        assertThat(event.kind()).isEqualTo(CarrierEvent.Kind.ENROLLED);
        assertThat(event.people().getFirst().isSubscriber()).isTrue();
        assertThat(event.people().getFirst().premium()).isEqualTo(new Money(40_000));
        assertThat(event.people().getFirst().to()).isNull();
        assertThat(event.amounts()).containsExactly(new CarrierEvent.Amount(Minnesota.today(clock), new Money(40_000), Money.ZERO));
        assertThat(event.home().zip()).hasSizeGreaterThanOrEqualTo(5);
        assertThat(taken()).isEmpty();
    }

    @Test
    void anEndIsToldWithItsDay() {
        telling.work();
        taken();
        LocalDate last = Minnesota.today(clock).plusDays(3).getYear() == Minnesota.today(clock).getYear() ? Minnesota.today(clock).plusDays(3) : Minnesota.today(clock);
        end(last);
        telling.work();
        CarrierEvent event = taken().getFirst();
        assertThat(event.kind()).isEqualTo(CarrierEvent.Kind.ENDED);
        assertThat(event.people().getFirst().to()).isEqualTo(last);
        assertThat(event.people().getFirst().reason()).isEqualTo(CarrierEvent.Reason.BY_WISH);
    }

    @Test
    void anAmountThatIsAnotherIsToldAlsoOfWhatEndsLater() {
        telling.work();
        LocalDate today = Minnesota.today(clock);
        LocalDate last = today.plusDays(3).getYear() == today.getYear() ? today.plusDays(3) : today;
        end(last);
        telling.work();
        taken();
        policyholder.costs(maria, policy, new Money(41_000));
        telling.work();
        CarrierEvent event = taken().getFirst();
        assertThat(event.kind()).isEqualTo(CarrierEvent.Kind.CHANGED);
        assertThat(event.amounts().getLast().premium()).isEqualTo(new Money(41_000));
        assertThat(event.people().getFirst().to()).isEqualTo(last);
    }

    private Actor couple() {
        Actor couple = household.consumer("Maria", "Lopez");
        handiwork.signed(couple);
        handiwork.withASpouse(couple, "Tom", LocalDate.of(1964, 10, 2));
        return couple;
    }

    private List<String> said(CarrierEvent event) {
        return event.people().stream().map(one -> one.firstName() + " " + one.what() + " " + one.reason()).toList();
    }

    private void told(UUID act) {
        household.inTransaction(
                () -> {
                    due.due(act, new Hand.Own(maria).consumer());
                    return 0;
                });
        telling.work();
    }

    private UUID newestAct() {
        return household.inTransaction(
                () ->
                        jdbc.sql("SELECT id FROM enrollment.act WHERE consumer = :consumer ORDER BY number DESC LIMIT 1")
                                .param("consumer", new Hand.Own(maria).consumer().value())
                                .query(UUID.class)
                                .single());
    }

    @Test
    void anActIsOneSetAPolicyAndTellsOfEachPersonWhatBecomesOfThemAndWhy() {
        // In a year whose rules are known.
        travelled = clock.travelTo(LocalDate.of(2026, 3, 2));
        maria = couple();
        policy = policyholder.because(maria, CarrierEvent.Reason.BIRTH);
        policyholder.together(maria, policy);
        told(newestAct());
        assertThat(taken()).singleElement().satisfies(event -> {
            assertThat(event.kind()).isEqualTo(CarrierEvent.Kind.CHANGED);
            assertThat(said(event)).as("the reason with which the policy began is not that of a later act").containsExactly("Maria STAYS REPRICED", "Tom BEGINS REPRICED");
        });
        String tom = household.inTransaction(() -> policies.open(new Hand.Own(maria).consumer()).getFirst().people().get(1).key());
        end(List.of(tom), Minnesota.today(clock));
        telling.work();
        assertThat(taken()).singleElement().satisfies(event -> {
            assertThat(event.kind()).isEqualTo(CarrierEvent.Kind.CHANGED);
            assertThat(said(event)).containsExactly("Maria STAYS REPRICED", "Tom ENDS BY_WISH");
        });
    }

    @Test
    void whoAppliedAnswersForAChildThatHasAPolicyAlone() {
        telling.work();
        assertThat(taken().getFirst().responsible()).as("an adult answers alone").isNull();
        policy = policyholder.ofAChild(maria);
        told(newestAct());
        assertThat(taken().getFirst().responsible()).isEqualTo(new CarrierEvent.Responsible("Maria", "Lopez"));
    }

    @Test
    void theNumberThatWasSignedIsGivenAndNotStored() {
        handiwork.changed(maria, new Spot(Question.SSN, "self"), Map.of("has", "YES", "ssn", "123-45-6789"));
        telling.work();
        String stored =
                household.inTransaction(
                        () -> jdbc.sql("SELECT content FROM enrollment.carrier_event WHERE policy = :p").param("p", policy.toString()).query(String.class).single());
        assertThat(taken().getFirst().people().getFirst().ssn()).isEqualTo("123456789");
        assertThat(stored).contains("Maria").doesNotContain("6789");
    }

    @Test
    void eventsAreNumberedAscending() {
        telling.work();
        long first = taken().getFirst().number();
        end(Minnesota.today(clock));
        telling.work();
        assertThat(taken().getFirst().number()).isGreaterThan(first);
    }
}
