package org.assisterportal.consumer;

import java.time.Instant;
import java.util.Locale;
import org.assisterportal.consumer.Authorizations.Words;

/**
 * A consumer without an account, at the link that was mailed to them: reads, confirms with the code from the mail, and
 * ends. Looking uses nothing up. In a browser in which work is signed in, or the assister was, nothing is shown.
 */
public interface MailedConfirmations {

    /** What the link's token opens, for the scope that the reader wants to read about; never more than was asked. */
    Look look(String token, Scope wanted, Locale language, Place place);

    /** The consumer's own language, as the assister chose it; {@code en} for a token that isn't genuine. */
    String language(String token);

    /** Says yes, once. */
    Confirmed confirm(String token, Confirmation confirmation, Place place);

    /** Says no to a request that waits; false when none does. */
    boolean decline(String token, Place place);

    /** Lets it last on, from now; false when there is nothing to be confirmed again. */
    boolean again(String token, Place place);

    /** Ends it at once; false when it has ended already. */
    boolean end(String token, Place place);

    /**
     * What the consumer says yes to.
     *
     * @param code as typed
     * @param hash of the words that were shown: other ones meanwhile, and nothing is given
     */
    record Confirmation(String code, Scope scope, String hash, Locale language) {}

    /** A link's state. */
    sealed interface Look {
        /**
         * It waits for the consumer.
         *
         * @param asked how far the assister asked for
         * @param scope which the words are about
         */
        record Open(Scope asked, Scope scope, HelperCard card, Words words) implements Look {}

        /**
         * Confirmed, and in force.
         *
         * @param until the moment at which it ends unless it is confirmed again
         * @param again whether that can be done now
         */
        record Helping(AuthorizationView authorization, Instant until, boolean again) implements Look {}

        record Closed(Why why) implements Look {}
    }

    /** Why nothing can be done; words are {@code confirm.<why>}. */
    enum Why {
        /** No link of ours. */
        UNKNOWN,
        /** Work is signed in here, or it is the assister's browser. */
        NOT_HERE,
        EXPIRED,
        /** A newer mail was sent. */
        NEWER,
        WITHDRAWN,
        DECLINED,
        CODES,
        /** The assister can't help now. */
        NOT_NOW,
        /** The address has an account, or somebody helps its person already. */
        IN_USE,
        /** It was confirmed, and has ended since. */
        ENDED,
        /** The consumer has an account by now. */
        CLAIMED
    }

    /** The outcome of saying yes. */
    sealed interface Confirmed {
        record Done() implements Confirmed {}

        /** Not the code of this mail; so many tries are left. */
        record WrongCode(int left) implements Confirmed {}

        /** Other words than those that were shown. */
        record OtherWords() implements Confirmed {}

        record Closed(Why why) implements Confirmed {}
    }
}
