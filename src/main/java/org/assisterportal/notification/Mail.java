package org.assisterportal.notification;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.assisterportal.shared.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * A mail to be sent once.
 *
 * @param id the event's id; becomes the Message-ID
 * @param kind names {@code templates/mail/<kind>.html}, {@code .txt} and the message key {@code mail.<kind>.subject}, to which a value {@code what} may be added
 * @param values what the texts need: the addressee's own name, Training ID, organizations' names; nothing else personal
 * @param link the signed link it carries, made when it is sent and stored nowhere
 * @param subject the person or contact it is about, for the ARC's list
 * @param language of its reader; {@code templates/mail/<kind>_<language>.html} and {@code .txt} have its words
 */
public record Mail(
        UUID id,
        String kind,
        Sender sender,
        EmailAddress to,
        Map<String, String> values,
        @Nullable Link link,
        @Nullable UUID subject,
        Locale language) {

    public Mail {
        values = Map.copyOf(values);
    }

    /** A mail in English. */
    public Mail(
            UUID id, String kind, Sender sender, EmailAddress to, Map<String, String> values, @Nullable Link link,
            @Nullable UUID subject) {
        this(id, kind, sender, to, values, link, subject, Locale.US);
    }

    /** The same mail in its reader's language. */
    public Mail in(Locale reader) {
        return new Mail(id, kind, sender, to, values, link, subject, reader);
    }

    /** From whom. */
    public enum Sender {
        SYSTEM,
        ARC
    }

    /**
     * A link {@code <base-url><path>/<token>}.
     *
     * @param purpose what the token is for; a token of one purpose is nothing for another
     * @param id what it opens, e.g. the activation
     */
    public record Link(String purpose, String path, UUID id, Instant expires) {}
}
