package org.assisterportal.consumer;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.consumer.AuthorizationView.Method;
import org.assisterportal.policy.PolicyText;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.PersonId;
import org.jspecify.annotations.Nullable;

/** A consumer's yes and no: who may help, how far, since when, until when. */
public interface Authorizations {

    /**
     * The assister with this reference number, to a signed-in consumer; tries are counted by account and network.
     *
     * @param network where the request comes from
     */
    Found find(Actor consumer, String typed, String network);

    /** The card of somebody who may help today, found in the directory or proposed by an agency. */
    Optional<HelperCard> card(Actor consumer, PersonId assister);

    /** The words to agree to, with both names in them; the binding text of the language, or English. */
    Words words(Actor consumer, HelperCard card, Scope scope, Locale language);

    /** Agrees; another assister's authorization ends with it. */
    Given give(Actor consumer, Agreement agreement);

    /** Ends the present one, at once; false when there is none. */
    boolean end(Actor consumer);

    /** Who helps now; a page that is shown, so a line is written. */
    Optional<HelpNow> now(Actor consumer);

    /** All of them, newest first, at most 100. */
    List<AuthorizationView> history(Actor consumer);

    Optional<AuthorizationView> one(Actor consumer, UUID id);

    /** What the code of a receipt proves. */
    Optional<Receipt> receipt(String code);

    /**
     * "This is wrong": ends the authority of the assister who did it, at once, and opens a task for the ARC.
     *
     * @param line the diary's line, null when the mail's link says it of the whole authorization
     */
    boolean dispute(Actor consumer, @Nullable UUID line, String words);

    /**
     * The text to agree to.
     *
     * @param choice of its paragraphs, see {@link PolicyText#read}
     * @param names in place of its placeholders
     * @param hash SHA-256 of the exact words with the names in them
     */
    record Words(PolicyText text, String choice, Map<String, String> names, String hash) {
        public Words {
            names = Map.copyOf(names);
        }
    }

    /**
     * What the consumer agrees to.
     *
     * @param hash of the words that were shown: other ones meanwhile, and nothing is given
     * @param until the last day, null = until ended
     */
    record Agreement(PersonId assister, Scope scope, @Nullable LocalDate until, Method method, String hash, Locale language) {}

    /** The outcome of a look-up. */
    sealed interface Found {
        record Card(HelperCard card) implements Found {}

        /** Not seven digits, or the check digit doesn't fit: mistyped. */
        record Typo() implements Found {}

        /** Nobody who may help today has this number. */
        record Nobody() implements Found {}

        /** Too many tries; again after so many minutes. */
        record Wait(int minutes) implements Found {}
    }

    /** The outcome of agreeing. */
    sealed interface Given {
        record Done(AuthorizationView authorization) implements Given {}

        /**
         * Nothing was given.
         *
         * @param reason message key
         */
        record Refused(String reason) implements Given {}
    }
}
