package org.assisterportal.access;

import java.util.List;
import org.assisterportal.agency.Listings;
import org.assisterportal.shared.PersonId;
import org.jspecify.annotations.Nullable;

/** Whom the public may ask for help: navigators who are certified today and whose listing is on. */
public interface Directory {

    /** People from this place of the list on; each is judged now, all of the page by the same few statements. */
    Found find(Listings.Wanted wanted, int from);

    /** Whether the person stands in it today. */
    boolean lists(PersonId person);

    /**
     * A part of the list.
     *
     * @param from the place with which it begins
     * @param next the place of the next part, null at the end
     * @param cut whether others follow that are only shown to who looks for less
     */
    record Found(List<Listed> people, int from, @Nullable Integer next, boolean cut) {
        public Found {
            people = List.copyOf(people);
        }
    }

    /**
     * Somebody certified.
     *
     * @param mayBeChosen whether they may use the portal today, so that a consumer can authorize them
     */
    record Listed(Listings.Listing listing, boolean mayBeChosen) {}
}
