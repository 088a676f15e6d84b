package org.assisterportal.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.shared.AccountId;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.PageOf;
import org.jspecify.annotations.Nullable;

/**
 * A lost authenticator without a recovery code: an officer records how they made sure who asks, a second officer decides.
 * Neither is the person, nor a contact of the person's agency. The person is mailed at each step.
 */
public interface FactorResets {

    /** What waits for a decision, longest first, 25 a page. */
    PageOf<Pending> pending(int page, Actor by);

    /** The account with this sign-in address, any hat. */
    Optional<Found> find(EmailAddress email, Actor by);

    Optional<Found> find(AccountId account, Actor by);

    /** Records the identity check and asks for the reset; the password is replaced, too, when the person lost both. */
    Outcome ask(AccountId account, Check checked, String note, boolean passwordToo, Actor by);

    /** Takes authenticator and recovery codes away, ends all sessions, and mails the link for new ones. */
    Outcome approve(UUID reset, Actor by);

    Outcome refuse(UUID reset, String reason, Actor by);

    /** How the officer made sure that it is the person who asks. */
    enum Check {
        CALL_BACK,
        PHOTO_ID_VIDEO,
        IN_PERSON
    }

    /**
     * An account as the officer finds it.
     *
     * @param refusal why no reset can be asked for now, a message key; null when it can
     */
    record Found(AccountId account, String name, String email, List<HatGrant> hats, @Nullable String refusal) {
        public Found {
            hats = List.copyOf(hats);
        }
    }

    /**
     * A request that waits for the second officer.
     *
     * @param refusal why this officer can't approve it, a message key; null when they can
     */
    record Pending(
            UUID id, AccountId account, String name, String email, List<HatGrant> hats, Check checked, String note,
            boolean passwordToo, String askedBy, Instant askedAt, Instant expiresAt, @Nullable String refusal) {
        public Pending {
            hats = List.copyOf(hats);
        }
    }

    /** The outcome. */
    sealed interface Outcome {
        record Done() implements Outcome {}

        /** Nothing was changed; the reason is a message key. */
        record Refused(String reason) implements Outcome {}
    }
}
