package org.assisterportal.agency;

import java.util.List;
import java.util.Optional;
import org.assisterportal.shared.PersonId;

/**
 * Navigators whose newest submitted entry has their listing on; never application counselors. Whether somebody is
 * certified or may help today is another module's to judge.
 */
public interface Listings {

    /**
     * By the name that consumers read, from this place on; where a ZIP is wanted, offices with exactly it come first. Where
     * a name is in nobody's, those that are most like it.
     */
    List<Listing> find(Wanted wanted, int from, int most);

    /** The person's listing while it is on. */
    Optional<Listing> of(PersonId person);

    /**
     * What is looked for; what is empty doesn't matter.
     *
     * @param zip five digits; offices in the same postal area, whose first three are the same, count as near
     * @param name words that are all in the name, accents and letter case ignored
     */
    record Wanted(String county, String zip, String language, String name) {}

    /**
     * What a navigator and their agency show to everybody.
     *
     * @param languages names separated by "; "
     * @param counties names separated by "; "
     */
    record Listing(
            PersonId person, String name, String agencyName, String phone, String email, String businessAddress,
            String languages, String counties) {}
}
