package org.assisterportal.agency;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assisterportal.shared.AgencyId;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.Facts;
import org.assisterportal.shared.PageOf;
import org.assisterportal.shared.PersonId;
import org.jspecify.annotations.Nullable;

/** The submitted rosters, for the modules that judge people by them. */
public interface RosterRecords {

    /** One statement, whatever the number of people; people never submitted are absent. */
    Map<PersonId, RosterRecord> of(Collection<PersonId> people);

    /** The same, to be asked together with other modules' facts. */
    Facts<Map<PersonId, RosterRecord>> facts();

    /** The person's newest submitted entry, for the person themselves. */
    Optional<RosterEntry> entry(PersonId person);

    /** The submissions that made or changed the person's entry, newest first, at most 100. */
    List<Sent> submissions(PersonId person);

    /** A submission as far as it concerns one person; active and portalAccess as submitted. */
    record Sent(Instant at, String agencyName, int number, String by, boolean active, boolean portalAccess) {}

    /** The person whose Training ID this is; letter case is ignored. */
    Optional<PersonId> byTrainingId(String trainingId);

    /** Everybody whose newest submitted entry is this agency's. */
    List<PersonId> ofAgency(AgencyId agency);

    /** The next people of all agencies in the order of their ids, for who goes through all of them; null = from the first. */
    List<PersonId> after(@Nullable PersonId last, int most);

    /**
     * People by their roster e-mail, or by words each of which is in their name or their agency's name or code, accents
     * and letter case ignored; sorted by last name, 25 a page.
     */
    PageOf<PersonId> search(String term, int page);

    Optional<PersonId> byEmail(EmailAddress email);
}
