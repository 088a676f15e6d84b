package org.assisterportal.application;

import java.util.List;
import java.util.Optional;
import org.assisterportal.application.Applications.Standing;
import org.assisterportal.application.Changes.Outcome;

/** What is signed for one plan year, carried over to another: to a year for which nothing counts yet, or to one that fell behind. */
public interface OtherYears {

    /** The years for which one can apply today, and for which nothing counts yet. */
    List<Integer> left(Hand by);

    /**
     * Begins the application for another plan year with the answers that count for this one's; that year's draft where there is
     * one.
     */
    Outcome apply(Hand by, ApplicationId signed, int planYear);

    /**
     * The years that aren't over, and whose version says something else than the one that was signed last; empty when they say the
     * same, but for what each is asked about its own year.
     */
    Optional<Behind> behind(Hand by);

    /**
     * Begins the change of a year that is behind with the answers that were signed last. What is asked about the year itself stays
     * as it was answered for it, and is asked anew where it rests on an income that changed.
     */
    Outcome follow(Hand by, int planYear);

    /**
     * What was signed last, and the years that are behind it.
     *
     * @param newest as this hand may see it
     */
    record Behind(Paper newest, List<Older> years) {
        public Behind {
            years = List.copyOf(years);
        }

        /** The version that is behind for a plan year. */
        public Optional<Older> of(int planYear) {
            return years.stream().filter(one -> Integer.valueOf(planYear).equals(one.version().planYear())).findFirst();
        }
    }

    /**
     * A version that is behind.
     *
     * @param differing pages of the newest one that were answered otherwise; of somebody new only the first
     * @param left names of people who were in it and aren't in the newest one
     */
    record Older(Standing version, List<Paper.Step> differing, List<String> left) {
        public Older {
            differing = List.copyOf(differing);
            left = List.copyOf(left);
        }
    }
}
