package org.assisterportal.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.assisterportal.identity.Network;
import org.assisterportal.identity.Tries;
import org.assisterportal.policy.PolicyValues;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Pages that anybody may open: so many times for one network, so that no machine copies them or keeps others away. */
@Component
public class OftenOpened {
    private final Tries tries;
    private final PolicyValues policy;

    OftenOpened(Tries tries, PolicyValues policy) {
        this.tries = tries;
        this.policy = policy;
    }

    /**
     * Counts a page before it is made.
     *
     * @param most code of the policy value that says how many in the window
     * @throws ResponseStatusException 429, with the time to wait, from the next one on
     */
    public void count(String what, HttpServletRequest request, String most, Duration window) {
        Duration wait = tries.tryOnce(what, Network.of(request.getRemoteAddr()), policy.inForce(most).number(), window);
        if (!wait.isZero()) {
            throw new TooOften(wait);
        }
    }

    private static final class TooOften extends ResponseStatusException {
        private static final long serialVersionUID = 1L;
        private final long seconds;

        TooOften(Duration wait) {
            super(HttpStatus.TOO_MANY_REQUESTS);
            this.seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        }

        @Override
        public HttpHeaders getHeaders() {
            HttpHeaders headers = new HttpHeaders();
            headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
            return headers;
        }
    }
}
