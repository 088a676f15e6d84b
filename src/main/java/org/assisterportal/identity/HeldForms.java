package org.assisterportal.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.shared.Actor;

/** Forms that met the end of their session, kept sealed until the same person has signed in again in that browser. */
public interface HeldForms {
    Duration KEPT = Duration.ofMinutes(60);

    /** Keeps it for an hour, the newest five of a hat, the same content once; false when it is longer than 64 kB. */
    boolean keep(String browser, Owner owner, Form form);

    /** What this browser holds of the hat, newest first. */
    List<Held> of(String browser, Owner owner);

    /** The same, shown to their person. */
    List<Held> show(String browser, Owner owner, Actor by);

    /** Gives it out and deletes it; empty when it was given out before, has expired or isn't the owner's. */
    Optional<Form> take(UUID id, String browser, Owner owner, Actor by);

    /** Deletes it because its person wants to. */
    void discard(UUID id, String browser, Owner owner, Actor by);

    /** Deletes what this browser holds of other people. */
    void keepOnly(String browser, Owner owner);

    /** Deletes everything that this browser holds. */
    void drop(String browser);

    /** Whose it is: keyed hashes of the person, and of the person in one hat. */
    record Owner(String person, String hat) {}

    /**
     * A form's content.
     *
     * @param path where it was sent to
     * @param pressed whether its button was pressed; otherwise it was only filled in
     */
    record Form(String path, Map<String, List<String>> fields, boolean pressed) {}

    /** A kept form. */
    record Held(UUID id, Form form, Instant at) {}
}
