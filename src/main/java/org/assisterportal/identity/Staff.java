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
     * Invites an ARC officer by mail. Refused for shared mailboxes, for who is an officer or invited already, and for the
     * administrator's own address: who keeps the staff sees no case data.
     */
    Outcome inviteOfficer(EmailAddress email, String name, Actor by);

    /** A new link for an officer who hasn't set up the account; the one before stops working. */
    void resendLink(java.util.UUID subject, Actor by);

    /** Ends the officer's access on the next request. */
    void endOfficer(java.util.UUID subject, Actor by);

    /** What became of an invitation. */
    sealed interface Outcome {
        record Done() implements Outcome {}

        /** Nothing was changed; the reason is a message key. */
        record Refused(String reason, java.util.List<String> facts) implements Outcome {}
    }

    /** One member of staff. */
    record Member(
            java.util.UUID subject, String name, String email, java.time.Instant invitedAt,
            java.time.@Nullable Instant activatedAt) {}
}
