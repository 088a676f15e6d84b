package org.assisterportal.application;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.eligibility.Determination;
import org.jspecify.annotations.Nullable;

/** What signed versions say, for modules that work on from them; it shows nobody anything and leaves no line. */
public interface SignedVersions {

    /** Empty while it isn't signed, or when the present hat may not know of it. */
    Optional<Version> find(ApplicationId id);

    /** The versions that count, one a plan year, newest year first, at most five. */
    List<ApplicationId> inForce(ConsumerId consumer);

    /** What was determined from one; empty as above. */
    Optional<Determination> determination(ApplicationId id);

    /**
     * A signed version.
     *
     * @param people in the order in which they were named, the consumer first
     */
    record Version(
            ApplicationId id, ConsumerId consumer, int number, Instant signedAt, List<Member> people, Home home,
            List<Tie> ties, Determination determination) {
        public Version {
            people = List.copyOf(people);
            ties = List.copyOf(ties);
        }

        /** The same people and address with another determination. */
        public Version with(Determination other) {
            return new Version(id, consumer, number, signedAt, people, home, ties, other);
        }

        /** Of its people, by their keys. */
        public Map<String, String> names() {
            return people.stream().collect(Collectors.toMap(Member::key, Member::name));
        }

        /** What somebody is to another person; {@link Kin#NOT_RELATED} where nothing was said. */
        public Kin kin(String one, String other) {
            for (Tie tie : ties) {
                if (tie.one().equals(one) && tie.other().equals(other)) {
                    return tie.kin();
                }
                if (tie.one().equals(other) && tie.other().equals(one)) {
                    return tie.kin().inverse();
                }
            }
            return Kin.NOT_RELATED;
        }
    }

    /**
     * Where the household lives.
     *
     * @param kept the address stays confidential and stands in the consumer's own information; here it is empty
     * @param street empty, too, where somebody has no fixed home
     * @param mailing null where mail comes to the same address, and where it is kept
     */
    record Home(boolean kept, String street, String city, String zip, String county, @Nullable Mailing mailing) {}

    /** Where mail comes, when that is elsewhere; in any state. */
    record Mailing(String street, String city, String state, String zip) {}

    /** One is this to the other, by their keys. */
    record Tie(String one, Kin kin, String other) {}
}
