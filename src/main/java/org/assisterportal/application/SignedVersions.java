package org.assisterportal.application;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.eligibility.Determination;

/** What signed versions say, for modules that work on from them; it shows nobody anything and leaves no line. */
public interface SignedVersions {

    /** Empty while it isn't signed, or when the present hat may not know of it. */
    Optional<Version> find(ApplicationId id);

    /**
     * A signed version.
     *
     * @param names of its people, by their keys
     */
    record Version(
            ApplicationId id, ConsumerId consumer, int number, Instant signedAt, Map<String, String> names,
            Determination determination) {
        public Version {
            names = Map.copyOf(names);
        }
    }
}
