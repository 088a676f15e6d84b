package org.assisterportal.enrollment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.assisterportal.application.Kin;
import org.assisterportal.eligibility.CostSharing;
import org.assisterportal.eligibility.Money;
import org.assisterportal.plan.PlanId;
import org.jspecify.annotations.Nullable;

/**
 * What a carrier is told of a policy, as it stood when it was signed.
 *
 * @param number ascends, and is never given twice
 * @param policy the marketplace's number of the policy, the same in all of its events
 * @param people whom the event is about; the subscriber first, also where only another person's coverage changes
 * @param amounts what the policy costs, from the first day on; empty for a cancellation
 * @param formerSubscriber the number of the person in whose name its people had the same plan until now; null where they hadn't
 * @param responsible who answers for a subscriber under 18; null where the subscriber is older, or holds the account
 */
public record CarrierEvent(
        long number,
        Instant at,
        Kind kind,
        String policy,
        int planYear,
        PlanId plan,
        CostSharing variant,
        boolean dental,
        Home home,
        List<Insured> people,
        List<Amount> amounts,
        @Nullable String formerSubscriber,
        @Nullable Responsible responsible) {

    public CarrierEvent {
        people = List.copyOf(people);
        amounts = List.copyOf(amounts);
        if (people.isEmpty()) {
            throw new IllegalArgumentException("An event is about somebody");
        }
    }

    /** What happened. */
    public enum Kind {
        /** Coverage begins. */
        ENROLLED,
        /** Somebody comes in or leaves, or what it costs is another amount. */
        CHANGED,
        /** Coverage ends on a day, for all. */
        ENDED,
        /** Coverage never began, for anybody. */
        CANCELLED
    }

    /** What becomes of one person's coverage. */
    public enum What {
        BEGINS,
        /** It goes on, perhaps for another amount. */
        STAYS,
        ENDS,
        /** It never began. */
        CANCELLED
    }

    /** Why coverage begins, changes or ends, in the carriers' terms. */
    public enum Reason {
        OPEN_ENROLLMENT,
        LOST_COVERAGE,
        BIRTH,
        ADOPTION,
        MARRIAGE,
        DIVORCE,
        DEATH,
        MOVED,
        OTHER_EVENT,
        RENEWAL,
        BY_WISH,
        /** What it costs is another amount. */
        REPRICED,
        /** The subscriber left, and the policy goes on in another's name. */
        HANDED_ON,
        /** The cost-sharing reductions are of another level, and the plan goes on in another variant. */
        REASSIGNED
    }

    /**
     * Where the household lives and how it is reached.
     *
     * @param street empty where somebody has no fixed home
     * @param mailing null where mail comes to the same address
     */
    public record Home(
            String street, String city, String zip, String countyFips, int ratingArea, @Nullable String phone, @Nullable String email,
            String language, @Nullable Mailing mailing) {

        /** The same, with mail that comes elsewhere. */
        public Home with(Mailing other) {
            return new Home(street, city, zip, countyFips, ratingArea, phone, email, language, other);
        }
    }

    /** Where mail comes, when that is elsewhere. */
    public record Mailing(String street, String city, String state, String zip) {}

    /** The household's adult who applied, and whom the carrier writes to and bills for a child. */
    public record Responsible(String firstName, String lastName) {}

    /**
     * One person of the policy.
     *
     * @param key within the application
     * @param number the marketplace's number of this person, the same in every policy
     * @param kin what this person is to the subscriber; null for the subscriber
     * @param ssn nine digits; null when none was given
     * @param what becomes of this person's coverage
     * @param from the first day of coverage
     * @param to the last day; null while it goes on
     * @param reason why that becomes of it
     * @param premium this person's part a month
     */
    public record Insured(
            String key,
            String number,
            @Nullable Kin kin,
            String firstName,
            String lastName,
            LocalDate born,
            @Nullable String ssn,
            boolean tobacco,
            What what,
            LocalDate from,
            @Nullable LocalDate to,
            Reason reason,
            Money premium) {

        public boolean isSubscriber() {
            return kin == null;
        }

        /** The same with what becomes of it. */
        public Insured becoming(What other) {
            return new Insured(key, number, kin, firstName, lastName, born, ssn, tobacco, other, from, to, reason, premium);
        }

        /** The same with the number, which is kept elsewhere. */
        public Insured withSsn(@Nullable String digits) {
            return new Insured(key, number, kin, firstName, lastName, born, digits, tobacco, what, from, to, reason, premium);
        }
    }

    /**
     * What the policy costs a month.
     *
     * @param from the first day on which it does
     * @param credit what the tax credit pays in advance
     */
    public record Amount(LocalDate from, Money premium, Money credit) {
        /** What the household pays. */
        public Money owed() {
            return new Money(premium.cents() - credit.cents());
        }
    }

    /** The same with other facts of the people. */
    public CarrierEvent with(List<Insured> others) {
        return new CarrierEvent(
                number, at, kind, policy, planYear, plan, variant, dental, home, others, amounts, formerSubscriber, responsible);
    }

    /** The carrier, by the first five digits of its plans. */
    public String issuer() {
        return plan.issuer();
    }
}
