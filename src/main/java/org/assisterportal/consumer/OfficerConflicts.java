package org.assisterportal.consumer;

import java.util.Collection;
import java.util.Set;
import org.assisterportal.shared.Actor;

/** Which consumers an officer leaves to a colleague. */
public interface OfficerConflicts {

    /** Of these consumers who are the officer themselves, or are helped by the officer or by somebody of an agency of theirs. */
    Set<ConsumerId> among(Collection<ConsumerId> consumers, Actor officer);

    default boolean concern(ConsumerId consumer, Actor officer) {
        return !among(Set.of(consumer), officer).isEmpty();
    }
}
