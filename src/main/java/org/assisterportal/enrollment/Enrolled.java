package org.assisterportal.enrollment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.assisterportal.application.ApplicationId;
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
        List<Amount> amounts) {

    public Enrolled {
        people = List.copyOf(people);
        amounts = List.copyOf(amounts);
    }

    /** How it stands on a day. */
    public enum State {
        /** Signed, and coverage hasn't begun. */
        COMING,
        COVERED,
        /** Covered, with a last day that is known. */
        ENDING,
        ENDED,
        CANCELLED
    }

    /**
     * Somebody in it.
     *
     * @param to the last day of this person's coverage
     * @param cancelled whether it never began
     */
    public record Covered(String key, String name, LocalDate from, LocalDate to, boolean cancelled) {
        /** Whether this person is, or will be, covered on or after the day. */
        public boolean isCoveredFrom(LocalDate day) {
            return !cancelled && !to.isBefore(day);
        }
    }

    /** What it costs a month from a day on. */
    public record Amount(LocalDate from, Money premium, Money credit) {
        public Money net() {
            return new Money(premium.cents() - credit.cents());
        }
    }

    public Covered subscriber() {
        return people.getFirst();
    }

    /** Who is, or will be, covered on or after the day. */
    public List<Covered> coveredFrom(LocalDate day) {
        return people.stream().filter(one -> one.isCoveredFrom(day)).toList();
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

    /** Whether something of it can still end or be cancelled. */
    public boolean isOpen() {
        return state != State.ENDED && state != State.CANCELLED;
    }
}
