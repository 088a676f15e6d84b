package org.assisterportal.consumer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.PageOf;

/**
 * Requests to people without an account. The assister starts one; the mail with link and code goes to the consumer, who
 * alone confirms it ({@link MailedConfirmations}). What the assister reads never tells whether an address has an account.
 */
public interface MailedRequests {

    /** The fields of the form, in order. */
    List<String> FIELDS = List.of("first-name", "last-name", "email", "language", "scope");

    /** Starts a request; its mail is sent a moment later. */
    Asked ask(Actor assister, Map<String, String> form, Place place);

    /** The assister's own ones that nobody has confirmed, newest first, 25 a page; leaves a line. */
    PageOf<Pending> pending(Actor assister, int page);

    /** Mails it again with a new code; the one before stops working. */
    Act sendAgain(Actor assister, UUID request);

    Act withdraw(Actor assister, UUID request);

    /** The outcome of asking. */
    sealed interface Asked {
        /** It is on its way to whoever reads the address. */
        record Done(Instant expires) implements Asked {}

        /** Message keys of what is wrong and what to do, by field; nothing is sent. */
        record Refused(Map<String, String> problems) implements Asked {
            public Refused {
                problems = Map.copyOf(problems);
            }
        }
    }

    /** What became of an act on a request. */
    enum Act {
        DONE,
        /** It was confirmed, declined or withdrawn, or ended by wrong codes. */
        GONE,
        /** It was mailed as often as it may be. */
        TOO_OFTEN
    }

    /** How a request stands; words are {@code requests.state.<state>}. */
    enum State {
        WAITING,
        EXPIRED,
        DECLINED,
        /** Too many wrong codes. */
        CODES,
        WITHDRAWN
    }

    /**
     * A request as its assister sees it.
     *
     * @param email as typed
     * @param again whether it may be mailed again
     */
    record Pending(
            UUID id, String name, String email, Scope scope, Instant askedAt, Instant expiresAt, State state, boolean again) {}
}
