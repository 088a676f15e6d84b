package org.assisterportal.enrollment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Hand;
import org.assisterportal.eligibility.Money;
import org.assisterportal.enrollment.Enrollments.Kept;
import org.assisterportal.plan.PlanCard;
import org.assisterportal.plan.Price;
import org.jspecify.annotations.Nullable;

/** What becomes of a year's plans in the next one: kept by choosing, or renewed by themselves when nobody acts (45 CFR 155.335). */
public interface Renewals {

    /** Whether somebody of a household has a plan that may go on in the next year, and none of its kind there yet; without a line. */
    boolean isTime(Hand by);

    /** For which year everybody may choose today; empty outside of open enrollment. */
    Optional<Open> open();

    /**
     * Open enrollment as it is today.
     *
     * @param until the last day on which a choice still begins then
     */
    record Open(int planYear, LocalDate until, LocalDate begins) {}

    /** This year's plans beside the next one's, shown; empty outside of open enrollment, or when there is nothing to go on. */
    Optional<Outlook> outlook(Hand by);

    /** Puts the same plans, or those that come in their place, into the basket of the next year's application. */
    Kept keep(Hand by, ApplicationId next, int version);

    /** Says that nothing is to be renewed by itself, or takes that back; nothing happens once it was. */
    Kept decline(Hand by, boolean declined);

    /**
     * A household's plans in the next year.
     *
     * @param by the last day to choose before they are renewed by themselves
     * @param next the version that counts for that year; null while there is none
     * @param version of its basket
     * @param unknown whether nobody knows yet how much credit there is in that year
     * @param done whether they were renewed, or people chose
     * @param names of all, by key
     */
    record Outlook(
            int planYear, LocalDate by, @Nullable ApplicationId next, int version, boolean declined, boolean unknown, boolean done, List<Line> lines,
            Map<String, String> names) {
        public Outlook {
            names = Map.copyOf(names);
            lines = List.copyOf(lines);
        }
    }

    /** Which plan comes in the place of another. */
    enum How {
        SAME,
        /** That plan isn't sold any more: the carrier's cheapest one of the same level. */
        SIMILAR,
        /** None: somebody has to choose. */
        NONE,
        /** Its people have a plan of that year already. */
        CHOSEN
    }

    /**
     * One of this year's policies.
     *
     * @param now what it costs a month this year
     * @param card the plan of the next year; null where there is none
     * @param people who would have it
     * @param left who has it this year and buys no plan in the next
     * @param price what it would cost; null where it isn't known
     */
    record Line(
            Enrolled policy, Money now, How how, @Nullable PlanCard card, List<String> people, List<String> left, @Nullable Price price) {
        public Line {
            people = List.copyOf(people);
            left = List.copyOf(left);
        }

        /** How much more it costs a month; negative where it is less, null where it isn't known. */
        public @Nullable Money more() {
            return price == null ? null : new Money(price.net().cents() - now.cents());
        }
    }
}
