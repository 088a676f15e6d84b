package org.assisterportal.enrollment.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Hand;
import org.assisterportal.application.Member;
import org.assisterportal.application.SignedVersions.Version;
import org.assisterportal.application.SignedVersions;
import org.assisterportal.consumer.domain.Handiwork;
import org.assisterportal.consumer.domain.Household;
import org.assisterportal.eligibility.CostSharing;
import org.assisterportal.eligibility.Money;
import org.assisterportal.enrollment.Enrollments;
import org.assisterportal.enrollment.CarrierEvent.Reason;
import org.assisterportal.enrollment.EventId;
import org.assisterportal.enrollment.ExemptionId;
import org.assisterportal.enrollment.Exemptions;
import org.assisterportal.enrollment.LifeEvent;
import org.assisterportal.enrollment.Policies;
import org.assisterportal.enrollment.PolicyNumber;
import org.assisterportal.plan.PlanId;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Minnesota;
import org.springframework.boot.test.context.TestComponent;

/** A consumer with a policy from today on, for tests that need one and not the way to it. */
@TestComponent
public class Policyholder {
    private static final PlanId PLAN = new PlanId("99101MN0010003");
    /** Versions of a basket that nobody comes to by choosing: what is chosen on pages isn't signed already. */
    private static final int FAR = 900_001;

    private final Household household;
    private final Handiwork handiwork;
    private final Policies policies;
    private final Enrollments enrollments;
    private final PolicyRows rows;
    private final PolicyReading reading;
    private final TellingRows telling;
    private final PeriodTable periods;
    private final Chances chances;
    private final ExemptionDesk exemptions;
    private final SignedVersions versions;
    private final Clock clock;

    Policyholder(Household household, Handiwork handiwork, Policies policies, Enrollments enrollments, PolicyRows rows, PolicyReading reading, TellingRows telling,
            PeriodTable periods, Chances chances, ExemptionDesk exemptions, SignedVersions versions, Clock clock) {
        this.household = household;
        this.handiwork = handiwork;
        this.policies = policies;
        this.enrollments = enrollments;
        this.rows = rows;
        this.reading = reading;
        this.telling = telling;
        this.periods = periods;
        this.chances = chances;
        this.exemptions = exemptions;
        this.versions = versions;
        this.clock = clock;
    }

    /** The policy that isn't over; begun now where there is none. */
    public PolicyNumber policy(Actor consumer) {
        return policy(consumer, PLAN);
    }

    /** The same in a plan. */
    public PolicyNumber policy(Actor consumer, PlanId plan) {
        return policy(consumer, plan, Minnesota.today(clock));
    }

    /** The same from a day on. */
    public PolicyNumber policy(Actor consumer, PlanId plan, LocalDate starts) {
        Hand hand = new Hand.Own(consumer);
        ApplicationId signed = handiwork.signed(consumer);
        return household.inTransaction(
                () -> policies.open(hand.consumer()).stream().map(one -> one.number()).findFirst().orElseGet(() -> begin(hand, signed, FAR, plan, starts, false, Reason.OPEN_ENROLLMENT)));
    }

    /** One more beside those that there are. */
    public PolicyNumber another(Actor consumer, PlanId plan, LocalDate starts) {
        ApplicationId signed = handiwork.signed(consumer);
        return household.inTransaction(() -> begin(new Hand.Own(consumer), signed, FAR + 2, plan, starts, false, Reason.OPEN_ENROLLMENT));
    }

    /** A policy from today on that could begin because of this. */
    public PolicyNumber because(Actor consumer, Reason reason) {
        ApplicationId signed = handiwork.signed(consumer);
        return household.inTransaction(() -> begin(new Hand.Own(consumer), signed, FAR + 5, PLAN, Minnesota.today(clock), false, reason));
    }

    /** A dental plan beside those that there are. */
    public PolicyNumber dental(Actor consumer, PlanId plan, LocalDate starts) {
        ApplicationId signed = handiwork.signed(consumer);
        return household.inTransaction(() -> begin(new Hand.Own(consumer), signed, FAR + 4, plan, starts, true, Reason.OPEN_ENROLLMENT));
    }

    /** A policy of a child of eight alone. */
    public PolicyNumber ofAChild(Actor consumer) {
        ApplicationId signed = handiwork.signed(consumer);
        LocalDate today = Minnesota.today(clock);
        PolicyRows.Joined child = new PolicyRows.Joined("child", 0, null, "Leo", "Lopez", today.minusYears(8), false, today);
        return household.inTransaction(() -> begin(new Hand.Own(consumer), signed, FAR + 6, PLAN, today, false, Reason.OPEN_ENROLLMENT, child));
    }

    private PolicyNumber begin(Hand hand, ApplicationId signed, int basket, PlanId plan, LocalDate starts, boolean dental, Reason reason) {
        PolicyRows.Joined maria = new PolicyRows.Joined("self", 0, null, "Maria", "Lopez", LocalDate.of(1990, 5, 17), false, starts);
        return begin(hand, signed, basket, plan, starts, dental, reason, maria);
    }

    private PolicyNumber begin(
            Hand hand, ApplicationId signed, int basket, PlanId plan, LocalDate starts, boolean dental, Reason reason, PolicyRows.Joined subscriber) {
        UUID act = UUID.randomUUID();
        UUID policy = UUID.randomUUID();
        rows.add(hand, new PolicyRows.Act(act, "CHOSEN", signed, basket, "", "", "Maria Lopez", Instant.now(clock), null), enrollments.words(Locale.ENGLISH));
        PolicyNumber number =
                rows.begin(
                        hand.consumer(),
                        new PolicyRows.Begun(
                                policy, signed, act, reason.name(), starts.getYear(), plan, CostSharing.NONE, "A made-up plan", "A made-up carrier", dental, 0,
                                null, 2, "27137", starts, LocalDate.of(starts.getYear(), 12, 31), null));
        rows.join(policy, act, subscriber);
        rows.cost(policy, act, new PolicyRows.Cost(starts, new Money(40_000), Money.ZERO, null, Map.of(subscriber.person(), 40_000L)));
        return number;
    }

    /** Everybody else of the signed application is in the policy, too, from its first day on, for as much as its subscriber. */
    public void together(Actor consumer, PolicyNumber number) {
        Hand hand = new Hand.Own(consumer);
        ApplicationId signed = handiwork.signed(consumer);
        household.inTransaction(
                () -> {
                    UUID act = UUID.randomUUID();
                    PolicyReading.Row row = reading.find(hand.consumer(), number).orElseThrow();
                    LocalDate starts = row.policy().starts();
                    Version version = versions.find(signed).orElseThrow();
                    rows.add(hand, new PolicyRows.Act(act, "CHOSEN", signed, FAR + 3, "", "", "Maria Lopez", Instant.now(clock), null), enrollments.words(Locale.ENGLISH));
                    Map<String, Long> shares = new LinkedHashMap<>();
                    for (Member one : version.people()) {
                        shares.put(one.key(), 40_000L);
                        if (!one.key().equals(Member.SELF)) {
                            rows.join(
                                    row.id(), act,
                                    new PolicyRows.Joined(
                                            one.key(), shares.size(), version.kin(one.key(), Member.SELF), one.firstName(), one.lastName(),
                                            Objects.requireNonNull(one.born()), false, starts));
                        }
                    }
                    rows.cost(row.id(), act, new PolicyRows.Cost(starts, new Money(40_000L * shares.size()), Money.ZERO, null, shares));
                    return act;
                });
    }

    /** Something happened today that lets the consumer choose from today on, as if it had been reported; it has to be proved. */
    public EventId born(Actor consumer) {
        return happened(consumer, LifeEvent.BIRTH, Minnesota.today(clock));
    }

    /** The same of another event. */
    public EventId happened(Actor consumer, LifeEvent event, LocalDate day) {
        Calendar.Period period = chances.calendar(day.getYear()).period(event, day);
        return household.inTransaction(
                () -> {
                    periods.report(new Hand.Own(consumer), period, List.of("self"), null);
                    return period.id();
                });
    }

    /** The consumer has an exemption for all of the year of the signed application. */
    public ExemptionId exempt(Actor consumer) {
        Hand hand = new Hand.Own(consumer);
        ApplicationId signed = handiwork.signed(consumer);
        if (!(exemptions.tell(hand, signed, "self", "E12345Y", 1, 12) instanceof Exemptions.Told.Done)) {
            throw new AssertionError("not entered");
        }
        return exemptions.show(hand, signed).orElseThrow().lines().getFirst().id();
    }

    /** From today on the policy costs another amount, by an act that carriers have to be told of. */
    public void costs(Actor consumer, PolicyNumber number, Money premium) {
        Hand hand = new Hand.Own(consumer);
        ApplicationId signed = handiwork.signed(consumer);
        household.inTransaction(
                () -> {
                    UUID act = UUID.randomUUID();
                    UUID policy = reading.find(hand.consumer(), number).orElseThrow().id();
                    rows.add(hand, new PolicyRows.Act(act, "CHOSEN", signed, FAR + 1, "", "", "Maria Lopez", Instant.now(clock), null), enrollments.words(Locale.ENGLISH));
                    rows.cost(policy, act, new PolicyRows.Cost(Minnesota.today(clock), premium, Money.ZERO, null, Map.of("self", premium.cents())));
                    telling.due(act, hand.consumer());
                    return act;
                });
    }
}
