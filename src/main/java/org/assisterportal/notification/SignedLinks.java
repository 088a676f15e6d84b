package org.assisterportal.notification;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Tokens for mailed links: id, expiry and an HMAC of both under the outside key, URL-safe. A copy of the database
 * opens nothing.
 */
public interface SignedLinks {
    /** What codes are written with: no vowels, and nothing that looks like something else. */
    String LETTERS = "23456789BCDFGHJKMNPQRTVWXZ";

    String token(String purpose, UUID id, Instant expires);

    /** Eight letters and digits that go with the link, for who has to type something from the mail; stored nowhere, too. */
    String code(String purpose, UUID id, Instant expires);

    /** What a genuine token says, expired or not; empty for everything else. */
    Optional<Opened> open(String purpose, String token);

    /** A genuine token's content. */
    record Opened(UUID id, Instant expires) {}
}
