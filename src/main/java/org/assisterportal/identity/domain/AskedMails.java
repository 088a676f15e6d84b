package org.assisterportal.identity.domain;

import java.time.Duration;
import org.springframework.stereotype.Component;

/** How often anybody may have a mail sent to an address: by asker and by address, and apart in a browser that is known. */
@Component
class AskedMails {
    /** So long an answer takes, whether there is an account or not. */
    static final Duration ANSWERED = Duration.ofMillis(150);

    private static final int BY_ONE = 3;
    private static final int BY_ALL = 10;
    private static final int A_NETWORK = 20;
    private static final Duration WINDOW = Duration.ofHours(1);

    private final Throttle throttle;

    AskedMails(Throttle throttle) {
        this.throttle = throttle;
    }

    /** Counts the asking; whether it was too often. */
    boolean tooOften(String what, String emailKey, String network, boolean knownBrowser) {
        return knownBrowser
                ? often(what + "-known", emailKey, BY_ONE)
                : often(what + "-address", network, A_NETWORK)
                        || often(what + "-one", emailKey + " " + network, BY_ONE)
                        || often(what, emailKey, BY_ALL);
    }

    private boolean often(String what, String whose, int most) {
        return !throttle.tryOnce(what, whose, most, WINDOW).isZero();
    }
}
