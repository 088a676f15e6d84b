package org.assisterportal.identity;

import org.assisterportal.shared.Actor;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.PageOf;
import org.jspecify.annotations.Nullable;

/** The marketplace's own people, as the administrator keeps them. */
public interface Staff {
    /** ARC officers by name, 50 a page; ended ones are not among them. */
    PageOf<Member> officers(int page, Actor by);

    /**
     * Invites an ARC officer by mail; inviting the same address again sends a fresh link. False, and nothing happens,
     * for the administrator's own address: who keeps the staff sees no case data.
     */
    boolean inviteOfficer(EmailAddress email, String name, Actor by);

    /** Ends the officer's access on the next request. */
    void endOfficer(java.util.UUID subject, Actor by);

    /** One member of staff. */
    record Member(
            java.util.UUID subject, String name, String email, java.time.Instant invitedAt,
            java.time.@Nullable Instant activatedAt) {}
}
