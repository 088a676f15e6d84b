package org.assisterportal.consumer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.assisterportal.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * An authorization as its consumer sees it, in force or ended; its receipt in words.
 *
 * @param number public, names the authorization
 * @param until the last day, null = until the consumer ends it
 * @param textVersion with language and hash, the exact text agreed to
 * @param privacyVersion of the privacy warnings that belong to it, null before they did
 * @param endReason null while it hasn't ended
 */
public record AuthorizationView(
        UUID id,
        long number,
        PersonId assister,
        Scope scope,
        @Nullable LocalDate until,
        Method method,
        LocalDate textVersion,
        String textLanguage,
        String textHash,
        @Nullable LocalDate privacyVersion,
        @Nullable String privacyLanguage,
        String consumerName,
        String assisterName,
        String agencyName,
        String referenceNumber,
        String assisterStatus,
        String receiptCode,
        Instant givenAt,
        @Nullable Instant endedAt,
        @Nullable EndReason endReason) {

    /** How the consumer found and confirmed the assister. */
    public enum Method {
        REFERENCE_NUMBER,
        DIRECTORY,
        PROPOSAL,
        /** The consumer had authorized the same assister before. */
        AGAIN,
        MAILED_CODE
    }

    /** Why it ended. */
    public enum EndReason {
        CONSUMER,
        REPLACED,
        /** "This is wrong." */
        DISPUTED,
        UNTIL,
        /** Given by mail, and not confirmed again in time. */
        UNCONFIRMED,
        CLOSED,
        STAFF
    }

    public boolean ended() {
        return endedAt != null;
    }
}
