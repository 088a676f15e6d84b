package org.assisterportal.consumer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assisterportal.shared.Actor;

/** What assisters had typed on other modules' pages when the authority ended; it stays for the consumer. */
public interface LeftBehind {

    /**
     * Keeps it, outside of any transaction; false when there is nothing to keep, the assister could not help this consumer
     * within the hour, or something of theirs was kept within the hour.
     *
     * @param form where it belongs, as its module names it
     */
    boolean keep(Actor assister, ConsumerId consumer, String form, Map<String, String> content);

    /** What is open of the forms whose names begin so, newest first, at most 20. */
    List<Left> open(Actor consumer, String formsBegin);

    /** It was taken over or thrown away; in the act's transaction. */
    void settle(Actor consumer, UUID left);

    /** The forms whose names begin so are over, and what was left on them is deleted; in the act's transaction. */
    void forget(ConsumerId consumer, String formsBegin);

    /** Something left behind. */
    record Left(UUID id, Instant at, String by, String form, Map<String, String> content) {
        public Left {
            content = Map.copyOf(content);
        }
    }
}
