package org.assisterportal.enrollment.domain;

import org.assisterportal.application.Hand;
import org.assisterportal.application.SignedVersions.Home;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.Consumers;
import org.assisterportal.consumer.Profile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where a household lives; a confidential address stands in the consumer's own information only. */
@Component
class Homes {
    private final Consumers consumers;

    Homes(Consumers consumers) {
        this.consumers = consumers;
    }

    /** Null for a helper, where the address is confidential, and where the consumer hasn't told one. */
    @Nullable Home seen(Hand by, Home home) {
        if (!home.kept()) {
            return home;
        }
        return by instanceof Hand.Own own ? kept(consumers.own(own.actor())) : null;
    }

    /** For what is done without anybody's eyes; null where the consumer hasn't told one. */
    @Nullable Home known(ConsumerId consumer, Home home) {
        return home.kept() ? kept(consumers.known(consumer)) : home;
    }

    private static @Nullable Home kept(Profile profile) {
        Profile.Address address = profile.address();
        return address == null ? null : new Home(true, address.street(), address.city(), address.zip(), address.county(), null);
    }
}
