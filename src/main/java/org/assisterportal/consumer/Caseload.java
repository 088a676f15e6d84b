package org.assisterportal.consumer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.assisterportal.access.AccessStanding;
import org.assisterportal.consumer.CaseRow.Waits;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.AgencyId;
import org.assisterportal.shared.PageOf;
import org.assisterportal.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * The consumers who authorized an assister. Each look needs the standing that {@code PortalAccess.enter} judged in this
 * request; without access there is nothing to see.
 */
public interface Caseload {

    /** One page of the list, 25 a page, and the whole of it in numbers. */
    Shown list(Actor by, AccessStanding standing, Filter filter, Order order, int page);

    /**
     * Those who fit best first, by name, e-mail, phone, date of birth or address; a misspelled letter or two doesn't
     * matter. At most 50.
     */
    Found search(Actor by, AccessStanding standing, String term);

    /** Ended authorizations, a bare line each, newest first, 25 a page. */
    PageOf<Ended> ended(AccessStanding standing, int page);

    /** For a module that keeps applications: where the consumer's latest one stands now; in its transaction. */
    void progress(ConsumerId consumer, String status, String next, Waits waits, @Nullable LocalDate due);

    /** The next step after the decision, in its transaction; while a change is being reported, that is the step. */
    void afterDecision(ConsumerId consumer, boolean enrolled, String next, Waits waits, @Nullable LocalDate due);

    /** Whose day to choose a plan is over, the oldest first. */
    List<ConsumerId> late(LocalDate today, int most);

    /**
     * For an agency's contacts: how many consumers their people help, who left since among them, and since when the oldest
     * waits; nothing of whom. Where somebody waits longest comes first.
     */
    List<Load> ofAgency(AgencyId agency, Actor contact);

    /** A page of the list. */
    record Shown(PageOf<CaseRow> page, Counts counts) {}

    /** Who fits. */
    record Found(List<CaseRow> rows, Counts counts) {}

    /** What the list shows. */
    enum Filter {
        ALL,
        /** The assister's move. */
        WAITING,
        /** Due within seven days, or overdue. */
        DUE
    }

    /** How the list is sorted. */
    enum Order {
        NAME,
        ACTIVITY,
        DUE
    }

    /**
     * The list in numbers.
     *
     * @param elsewhere who authorized the assister at an agency that they left, and has to agree anew
     */
    record Counts(long all, long waiting, long due, long elsewhere) {
        public long of(Filter filter) {
            return switch (filter) {
                case ALL -> all;
                case WAITING -> waiting;
                case DUE -> due;
            };
        }
    }

    /** An authorization that has ended. */
    record Ended(long number, Instant at) {}

    /**
     * One person's consumers.
     *
     * @param waiting for whom it is the assister's move
     * @param oldest the earliest last activity among those, null when there is none
     */
    record Load(PersonId person, long consumers, long waiting, long due, @Nullable Instant oldest) {}
}
