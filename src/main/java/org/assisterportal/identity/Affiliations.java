package org.assisterportal.identity;

import java.util.Collection;
import java.util.Map;
import org.assisterportal.shared.AgencyId;
import org.assisterportal.shared.PersonId;

/** To which agency people belong now, told by the module that keeps the rosters; a hat only knows the first one. */
public interface Affiliations {
    /** The agency of each person's newest submitted roster; others are absent. */
    Map<PersonId, AgencyId> agencyOf(Collection<PersonId> people);
}
