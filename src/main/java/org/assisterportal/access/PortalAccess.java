package org.assisterportal.access;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Facts;
import org.assisterportal.shared.PersonId;

/** May this person use the portal now? Asked on every request, never cached. */
public interface PortalAccess {

    /** One statement for one person, four for any number of them; people on no submitted roster are absent. */
    Map<PersonId, AccessStanding> of(Collection<PersonId> people);

    Optional<AccessStanding> of(PersonId person);

    /** The same, with another module's facts read by the same statement. */
    Optional<AccessStanding> of(PersonId person, Facts<?> more);

    /**
     * The assister's own standing at the portal's door, judged now; leaves a line, a refused one while access doesn't
     * hold. Whoever is no assister finds nothing.
     */
    AccessStanding enter(Actor by);

    /** The person with this reference number, whatever their state. */
    Optional<PersonId> byReferenceNumber(String number);

    /** Whether these are seven digits of which the last fits the others: a mistyped number hardly ever does. */
    boolean isReferenceNumber(String text);
}
