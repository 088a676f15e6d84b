package org.assisterportal.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A person's running sessions, as they see and end them; nobody else's can be reached from here. */
public interface Sessions {

    /** The person's sessions, this one first, then the one last used. */
    List<Running> of(SignedIn me);

    /** Ends one of the person's own; anybody else's doesn't exist. */
    void end(SignedIn me, UUID handle);

    /** Ends all but this one. */
    void endOthers(SignedIn me);

    /**
     * One session.
     *
     * @param handle names it on the page; the session's own id never leaves the cookie
     * @param lastSeen written at most once a minute
     */
    record Running(
            UUID handle, Instant since, Instant lastSeen, Browser browser, SignedIn who, boolean thisOne) {}
}
