package org.assisterportal.carrier;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.shared.Actor;
import org.jspecify.annotations.Nullable;

/** How it stands with what a carrier is told of a policy. */
public interface CarrierStanding {

    /**
     * How it stands, for a page that shows the policy to somebody who may see it; empty while it is in no file.
     *
     * @param cancelled whether the policy never began, so that what came before the cancellation doesn't matter any more
     */
    Optional<Known> known(String policy, boolean cancelled);

    /** All of it, newest first, at most fifty. For ARC officers. */
    List<Told> all(String policy, Actor officer);

    /** Whose coverage a set is about, by its number. For ARC officers; the consumer's name is the application's to show. */
    Optional<Whose> whose(long set, Actor officer);

    /** The same of a policy that some carrier was or will be told of. */
    Optional<Whose> whose(String policy, Actor officer);

    /** A carrier's name by its five digits; the digits where no catalog has it. */
    String carrier(String issuer);

    /**
     * Whose coverage it is.
     *
     * @param carrier its name; the digits where no catalog has it
     */
    record Whose(String policy, String issuer, String carrier, ApplicationId application) {}

    /**
     * What the carrier knows of a policy.
     *
     * @param newest what it was told last
     * @param telling what to say first: what it couldn't be told or couldn't read, else what it hasn't confirmed, else the newest; of
     *     several the one that began the policy, without which a carrier can do nothing with what follows, else the newest
     * @param start whether that is the one that began the policy
     */
    record Known(Told newest, Told telling, boolean start) {
        /** Whether something older than the newest has to be said first. */
        public boolean isOlder() {
            return telling.event() != newest.event();
        }
    }

    /** How far it came; words are {@code carrier.stage.<stage>}. */
    enum Stage {
        /** In a file that isn't in the carrier's folder yet. */
        WRITTEN,
        SENT,
        ACCEPTED,
        /** The carrier couldn't read it so; the staff has a task. */
        REJECTED,
        /** It can't be said in a file; the staff has a task. */
        SET_ASIDE
    }

    /**
     * Something a carrier is told.
     *
     * @param control of the file; null where there is none
     * @param at when it was put into the file, or set aside
     * @param sentAt null while it isn't in the carrier's folder
     * @param answeredAt null while the carrier hasn't answered
     */
    record Told(long event, Stage stage, @Nullable Integer control, Instant at, @Nullable Instant sentAt, @Nullable Instant answeredAt) {}
}
