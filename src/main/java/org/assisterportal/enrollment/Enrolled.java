package org.assisterportal.enrollment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.document.ProofId;
import org.assisterportal.document.ProofKind;
import org.assisterportal.document.ProofRequest;
import org.assisterportal.eligibility.CostSharing;
import org.assisterportal.eligibility.Money;
import org.assisterportal.plan.PlanId;
import org.jspecify.annotations.Nullable;

/**
 * A policy: one plan for a group of people of a household.
 *
 * @param application the signed version from which it was chosen
 * @param lastDay of the plan year, unless all of it ends earlier
 * @param made how the choice was made for which an assister signed; null where the consumer did, or nobody asked
 * @param people the subscriber first
 * @param amounts what it costs a month, from a day on, earliest first
 * @param waits what waits for a proof in it; null when nothing does
 * @param former the policy whose people go on in this one, as its subscriber left or their cost-sharing reductions are of another level; null for none
 * @param next the one in which they go on; null while they needn't
 * @param catalog the version of the year's catalog by which it was chosen; null where that wasn't kept
 */
public record Enrolled(
        PolicyNumber number,
        ApplicationId application,
        int planYear,
        PlanId plan,
        CostSharing variant,
        String planName,
        String issuerName,
        boolean dental,
        int party,
        LocalDate starts,
        LocalDate lastDay,
        State state,
        Instant signedAt,
        String signer,
        @Nullable Long onBehalf,
        @Nullable Made made,
        List<Covered> people,
        List<Amount> amounts,
        @Nullable Waits waits,
        @Nullable PolicyNumber former,
        @Nullable PolicyNumber next,
        @Nullable Integer catalog) {

    public Enrolled {
        people = List.copyOf(people);
        amounts = List.copyOf(amounts);
    }

    /** One in whose place none came, and which came in none's. */
    public Enrolled(
            PolicyNumber number, ApplicationId application, int planYear, PlanId plan, CostSharing variant, String planName, String issuerName, boolean dental,
            int party, LocalDate starts, LocalDate lastDay, State state, Instant signedAt, String signer, @Nullable Long onBehalf, @Nullable Made made,
            List<Covered> people, List<Amount> amounts, @Nullable Waits waits) {
        this(
                number, application, planYear, plan, variant, planName, issuerName, dental, party, starts, lastDay, state, signedAt, signer, onBehalf, made,
                people, amounts, waits, null, null, null);
    }

    /** How it stands on a day. */
    public enum State {
        /** Signed because of an event that isn't proved yet: the carrier isn't told. */
        WAITING,
        /** Signed, and coverage hasn't begun. */
        COMING,
        COVERED,
        /** Covered, with a last day that is known. */
        ENDING,
        ENDED,
        CANCELLED
    }

    /**
     * What was signed because of an event that isn't proved: it counts when the proof is accepted, and never if it isn't.
     *
     * @param begins whether the policy itself was signed so; else it would be changed
     * @param joins the names of those who would come into it
     * @param joining their keys
     * @param leaves whose coverage in it would end
     * @param lastDay theirs; null where nobody would leave
     */
    public record Waits(
            ProofId proof, ProofKind kind, ProofRequest.State state, LocalDate due, boolean begins, List<String> joins, List<String> joining,
            List<String> leaves, @Nullable LocalDate lastDay) {
        public Waits {
            joining = List.copyOf(joining);
            joins = List.copyOf(joins);
            leaves = List.copyOf(leaves);
        }
    }

    /**
     * Somebody in it.
     *
     * @param to the last day of this person's coverage
     * @param cancelled whether it never began
     * @param agedOn the day whose age counts: the first one, also of a policy that goes on in this one
     */
    public record Covered(String key, String name, LocalDate from, LocalDate to, boolean cancelled, LocalDate agedOn) {
        public Covered(String key, String name, LocalDate from, LocalDate to, boolean cancelled) {
            this(key, name, from, to, cancelled, from);
        }


        /** Whether this person is, or will be, covered on or after the day. */
        public boolean isCoveredFrom(LocalDate day) {
            return !cancelled && !to.isBefore(day);
        }
    }

    /**
     * What it costs a month from a day on.
     *
     * @param shares each person's part of the premium, in cents
     */
    public record Amount(LocalDate from, Money premium, Money credit, Map<String, Long> shares) {
        public Amount {
            shares = Map.copyOf(shares);
        }

        public Money net() {
            return new Money(premium.cents() - credit.cents());
        }
    }

    /** Whether coverage in the plan began earlier, in a policy that goes on in this one. */
    public boolean isCarriedOn() {
        return subscriber().agedOn().isBefore(starts);
    }

    public Covered subscriber() {
        return people.getFirst();
    }

    /** Who is, or will be, covered on or after the day. */
    public List<Covered> coveredFrom(LocalDate day) {
        return people.stream().filter(one -> one.isCoveredFrom(day)).toList();
    }

    /** Whether somebody is in it until it ends, or will be when what waits is proved. */
    public boolean covers(String key) {
        boolean joins = waits != null && waits.joining().contains(key);
        return joins || coveredFrom(lastDay).stream().anyMatch(one -> one.key().equals(key));
    }

    /** What it costs on a day; before it starts, what it will. */
    public Amount amount(LocalDate day) {
        Amount found = amounts.getFirst();
        for (Amount amount : amounts) {
            if (!amount.from().isAfter(day)) {
                found = amount;
            }
        }
        return found;
    }

    /** The same with what waits in it. */
    public Enrolled with(Waits what) {
        return new Enrolled(
                number, application, planYear, plan, variant, planName, issuerName, dental, party, starts, lastDay,
                what.begins() ? State.WAITING : state, signedAt, signer, onBehalf, made, people, amounts, what, former, next, catalog);
    }

    /** Whether something of it can still end or be cancelled. */
    public boolean isOpen() {
        return state != State.ENDED && state != State.CANCELLED;
    }
}
