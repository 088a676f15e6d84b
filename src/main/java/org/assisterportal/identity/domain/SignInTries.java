package org.assisterportal.identity.domain;

import java.time.Duration;
import org.assisterportal.identity.Network;
import org.springframework.stereotype.Component;

/** How often a factor may be tried: by account and by network, and apart from both in a browser that is known. */
@Component
class SignInTries {
    private static final int AN_ACCOUNT = 10;
    private static final int A_NETWORK = 60;
    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final Throttle throttle;

    SignInTries(Throttle throttle) {
        this.throttle = throttle;
    }

    /** Minutes to wait, 0 when the try, which is counted, may be judged. */
    int wait(String what, String account, String address) {
        Duration byAccount = throttle.tryOnce(what, account, AN_ACCOUNT, WINDOW);
        Duration byNetwork = throttle.tryOnce(what + "-address", Network.of(address), A_NETWORK, WINDOW);
        return minutes(byAccount.compareTo(byNetwork) > 0 ? byAccount : byNetwork);
    }

    /** The same for a known browser, whatever others tried. */
    int waitKnown(String what, String account) {
        return minutes(throttle.tryOnce(what + "-known", account, AN_ACCOUNT, WINDOW));
    }

    /** It was right: earlier failures there don't count any more. */
    void right(String what, String account, boolean known) {
        throttle.forget(known ? what + "-known" : what, account);
    }

    private static int minutes(Duration left) {
        return left.isZero() ? 0 : (int) left.toMinutes() + 1;
    }
}
