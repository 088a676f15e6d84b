package org.assisterportal.consumer;

import java.time.Instant;

/**
 * The link "this is wrong" in consumers' mails. Whoever holds it may stop the assister it is about, signed in or not, and
 * no more than that.
 */
public interface WrongLinks {
    /** The longest words that may be said, in characters. */
    int LONGEST = 1_000;

    /** What the link is about; a look stops nobody. */
    Link open(String token);

    /** Stops the assister at once, on behalf of the consumer whose mail it was; again and again is the same as once. */
    Said say(String token, String words);

    /** What a link is. */
    sealed interface Link {
        /**
         * An authorization.
         *
         * @param helps its assister may help the consumer now, under this authorization or a later one
         * @param said somebody has said already that it is wrong
         */
        record About(long number, String assister, String agency, Instant givenAt, boolean helps, boolean said)
                implements Link {}

        record Expired() implements Link {}

        record Unknown() implements Link {}
    }

    /** The outcome. */
    sealed interface Said {
        record Stopped() implements Said {}

        /** The words are too long; nothing was done. */
        record TooLong() implements Said {}

        /** The link is no good any more. */
        record Gone() implements Said {}
    }
}
