package org.assisterportal.account;

import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.assisterportal.application.Member;
import org.assisterportal.application.SignedVersions.Home;
import org.assisterportal.application.SignedVersions.Version;
import org.assisterportal.application.SignedVersions;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.Profile;
import org.assisterportal.shared.Actor;
import org.springframework.stereotype.Component;

/** What a consumer's information lacks and the application that was signed last says; only the consumer takes it over. */
@Component
class SaidInApplication {
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("M/d/uuuu", Locale.US);

    private final SignedVersions versions;

    SaidInApplication(SignedVersions versions) {
        this.versions = versions;
    }

    /** Values of the profile's form, by its fields; of an address all or nothing. */
    Map<String, String> of(Actor consumer, Profile profile) {
        List<String> missing = profile.missing();
        Map<String, String> said = new TreeMap<>();
        if (missing.contains("birth-date") || missing.contains("address")) {
            newest(consumer).ifPresent(
                    version -> {
                        if (missing.contains("birth-date")) {
                            version.people().stream().filter(Member::isSelf).map(Member::born).findFirst().ifPresent(born -> said.put("birth-date", TYPED.format(born)));
                        }
                        if (missing.contains("address") && isWhole(version.home())) {
                            said.putAll(address(version.home()));
                        }
                    });
        }
        return said;
    }

    /** The names of what that is, as {@link Profile#missing} calls them. */
    static List<String> names(Map<String, String> said) {
        return List.of("birth-date", "address").stream().filter(name -> said.containsKey(name.equals("address") ? "street" : name)).toList();
    }

    private Optional<Version> newest(Actor consumer) {
        return versions.inForce(ConsumerId.of(consumer)).stream()
                .flatMap(id -> versions.find(id).stream())
                .max(Comparator.comparing(Version::signedAt));
    }

    // A confidential address isn't kept there, and the county says that it lies in Minnesota.
    private static boolean isWhole(Home home) {
        return !home.kept() && !home.street().isEmpty() && !home.county().isEmpty();
    }

    private static Map<String, String> address(Home home) {
        return Map.of("street", home.street(), "city", home.city(), "state", "MN", "zip", home.zip(), "county", home.county());
    }
}
