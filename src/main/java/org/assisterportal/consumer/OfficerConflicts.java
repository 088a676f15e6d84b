package org.assisterportal.consumer;

import java.util.Collection;
import java.util.Set;
import org.assisterportal.shared.Actor;

/** Which consumers an officer leaves to a colleague. */
public interface OfficerConflicts {

    /**
     * Of these consumers who are the officer themselves, were ever helped by the officer, or are helped by somebody of an
     * agency whose contact the officer is or on whose roster they stand.
     */
    Set<ConsumerId> among(Collection<ConsumerId> consumers, Actor officer);

    default boolean concern(ConsumerId consumer, Actor officer) {
        return !among(Set.of(consumer), officer).isEmpty();
    }
}
