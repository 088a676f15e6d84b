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

    /**
     * The card of somebody whom this consumer may authorize now, with the way on which they came; empty as if there were
     * nobody.
     *
     * @param byNumber whether {@link #find} has just answered with this assister
     */
    Optional<Offer> offer(Actor consumer, PersonId assister, boolean byNumber);

    /** The words to agree to, with both names in them; the binding text of the language, or English. */
    Words words(Actor consumer, HelperCard card, Scope scope, Locale language);

    /** The words that were agreed to then. */
    Words agreed(AuthorizationView authorization);

    /** Agrees; another assister's authorization ends with it. */
    Given give(Actor consumer, Agreement agreement);

    /** Ends this one, at once; false when it isn't the present one any more: another in its place stays as it is. */
    boolean end(Actor consumer, UUID authorization);

    /** Who helps now; a page that is shown, so a line is written. */
    Optional<HelpNow> now(Actor consumer);

    /** All of them, newest first, at most 100. */
    List<AuthorizationView> history(Actor consumer);

    Optional<AuthorizationView> one(Actor consumer, UUID id);

    /**
     * What the code of a receipt proves, to anybody who typed it; tries are counted by network.
     *
     * @param network where the request comes from
     */
    Checked check(String typed, String network);

    /**
     * "This is wrong": ends the authority of the assister who did it, at once, and opens a task for the ARC.
     *
     * @param line the diary's line, null = the newest authorization as a whole
     */
    boolean dispute(Actor consumer, @Nullable UUID line, String words);

    /** Somebody whom a consumer may authorize, and how the consumer came to them. */
    record Offer(HelperCard card, Method method) {}

    /**
     * The texts to agree to.
     *
     * @param privacy the privacy warnings, which come first; null in what was agreed to before they were a part of it
     * @param choice of its paragraphs, see {@link PolicyText#read}
     * @param names in place of its placeholders
     * @param hash SHA-256 of the exact words of both with the names in them
     */
    record Words(@Nullable PolicyText privacy, PolicyText text, String choice, Map<String, String> names, String hash) {
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

    /** What a typed receipt code proves. */
    sealed interface Checked {
        record Known(Receipt receipt) implements Checked {}

        /** No receipt has this code. */
        record Unknown() implements Checked {}

        /** Too many tries; again after so many minutes. */
        record Wait(int minutes) implements Checked {}
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
