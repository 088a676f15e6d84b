package org.assisterportal.consumer.domain;

import java.util.HexFormat;
import org.assisterportal.consumer.Place;
import org.assisterportal.identity.Network;
import org.assisterportal.shared.Keys;
import org.springframework.stereotype.Component;

/** What is kept of where somebody asked: keyed hashes that can be compared and tell nothing else. */
@Component
class Traces {
    private static final int KEPT_BYTES = 16;

    private final Keys keys;

    Traces(Keys keys) {
        this.keys = keys;
    }

    String network(Place place) {
        return hash("request-network", Network.of(place.network()));
    }

    String browser(Place place) {
        return hash("request-browser", place.browser());
    }

    private String hash(String purpose, String text) {
        return HexFormat.of().formatHex(keys.hmac(purpose, text), 0, KEPT_BYTES);
    }
}
