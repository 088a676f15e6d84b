package org.assisterportal.consumer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who helps a consumer, judged now.
 *
 * @param card what is public of the assister, null when they may not help today
 * @param proposals who could help instead, as the agency proposes
 */
public record HelpNow(AuthorizationView authorization, State state, @Nullable HelperCard card, List<HelperCard> proposals) {
    public HelpNow {
        proposals = List.copyOf(proposals);
    }

    /** Whether the authorization works now. */
    public enum State {
        WORKS,
        /** The assister may not use the portal now; it revives with the assister. */
        PAUSED,
        /** The assister is no longer on the roster. */
        LEFT,
        /** The assister works for another agency now; the consumer has to agree anew. */
        MOVED
    }
}
