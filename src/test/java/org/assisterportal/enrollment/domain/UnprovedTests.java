package org.assisterportal.enrollment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.assisterportal.MarketplaceTest;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Hand;
import org.assisterportal.application.Kin;
import org.assisterportal.consumer.domain.Handiwork;
import org.assisterportal.consumer.domain.Household;
import org.assisterportal.document.ProofId;
import org.assisterportal.document.ProofKind;
import org.assisterportal.document.Proofs;
import org.assisterportal.eligibility.Money;
import org.assisterportal.enrollment.Enrolled;
import org.assisterportal.enrollment.Enrolled.Covered;
import org.assisterportal.enrollment.Enrollments;
import org.assisterportal.enrollment.EventId;
import org.assisterportal.enrollment.PolicyNumber;
import org.assisterportal.enrollment.domain.Unproved.Outcome;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Minnesota;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A child who would come into a policy that stands: not in it while the birth waits for its proof, nor when it never gets it. */
@MarketplaceTest
class UnprovedTests {
    private static final Money BEFORE = new Money(40_000);
    private static final Money AFTER = new Money(65_000);

    @Autowired private Household household;
    @Autowired private Handiwork handiwork;
    @Autowired private Policyholder policyholder;
    @Autowired private PolicyReading policies;
    @Autowired private PolicyRows rows;
    @Autowired private TellingRows telling;
    @Autowired private Unproved unproved;
    @Autowired private Proofs proofs;
    @Autowired private Enrollments enrollments;
    @Autowired private Clock clock;

    private final UUID act = UUID.randomUUID();
    private Hand.Own hand;
    private PolicyNumber number;
    private UUID policy;

    @BeforeEach
    void aChildJoinsBecauseOfABirth() {
        Actor maria = household.consumer("Maria", "Lopez");
        hand = new Hand.Own(maria);
        number = policyholder.policy(maria);
        ApplicationId signed = handiwork.signed(maria);
        EventId born = policyholder.born(maria);
        LocalDate today = Minnesota.today(clock);
        policy = household.inTransaction(() -> policies.find(hand.consumer(), number).orElseThrow().id());
        household.inTransaction(
                () -> {
                    rows.add(hand, new PolicyRows.Act(act, "CHOSEN", signed, 2, "", "", "Maria Lopez", Instant.now(clock), null), enrollments.words(Locale.ENGLISH));
                    rows.join(policy, act, new PolicyRows.Joined("ana", 1, Kin.CHILD, "Ana", "Lopez", today, false, today));
                    rows.cost(policy, act, new PolicyRows.Cost(today, AFTER, Money.ZERO, null, Map.of("self", 40_000L, "ana", 25_000L)));
                    ProofId proof = proofs.ask(hand.consumer(), signed, new Proofs.Wanted(ProofKind.BIRTH, "self", "Maria Lopez", today, today.plusDays(30)));
                    unproved.rests(act, hand.consumer(), born, proof);
                    return proof;
                });
    }

    private Enrolled read() {
        return household.inTransaction(() -> policies.find(hand.consumer(), number).orElseThrow().policy());
    }

    private List<String> told() {
        return household.inTransaction(() -> telling.people(policy).stream().map(TellingRows.Person::key).toList());
    }

    private void settle(Outcome outcome) {
        household.inTransaction(
                () -> {
                    unproved.settle(act, hand.consumer(), outcome, "System");
                    return outcome;
                });
    }

    @Test
    void whileItWaitsThePolicyIsAsItWas() {
        assertThat(read().people()).extracting(Covered::key).containsExactly("self");
        assertThat(read().amounts()).extracting(Enrolled.Amount::premium).containsExactly(BEFORE);
        assertThat(read().waits()).extracting(Enrolled.Waits::joins, Enrolled.Waits::begins).containsExactly(List.of("Ana Lopez"), false);
        assertThat(told()).containsExactly("self");
    }

    @Test
    void provedTheChildIsInIt() {
        settle(Outcome.PROVED);
        assertThat(read().people()).extracting(Covered::key, Covered::cancelled).containsExactly(
                tuple("self", false), tuple("ana", false));
        assertThat(read().amounts()).extracting(Enrolled.Amount::premium).containsExactly(AFTER);
        assertThat(read().waits()).isNull();
        assertThat(told()).containsExactly("self", "ana");
    }

    @Test
    void withoutAProofTheChildNeverWas() {
        settle(Outcome.LAPSED);
        assertThat(read().coveredFrom(Minnesota.today(clock))).extracting(Covered::key).containsExactly("self");
        assertThat(read().people()).filteredOn(Covered::cancelled).extracting(Covered::key).containsExactly("ana");
        assertThat(read().amounts()).extracting(Enrolled.Amount::premium).containsExactly(BEFORE);
        assertThat(read().waits()).isNull();
        assertThat(told()).containsExactly("self");
    }
}
