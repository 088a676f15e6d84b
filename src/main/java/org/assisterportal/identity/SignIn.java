package org.assisterportal.identity;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.shared.AccountId;
import org.assisterportal.shared.Hat;

/** Signing in with two factors; nobody but a consumer without an authenticator is signed in before both were proved. */
public interface SignIn {
    /**
     * The first factor; unknown addresses and wrong passwords look and last the same.
     *
     * @param marks of the browser; with the account's own among them its tries are counted apart
     */
    First password(
            AccountKind kind, String email, String password, String address, Collection<String> marks);

    /** What a browser keeps in which the account was signed in to, another one after each change of the password. */
    Optional<String> mark(AccountId account);

    /**
     * Lets the password be enough, for a consumer who has connected no authenticator; empty when the second factor is
     * asked for.
     */
    Optional<Second.Proved> passwordAlone(AccountId account);

    /** The second factor: an authenticator's code, or one of the ten recovery codes. */
    Second secondFactor(AccountId account, String code, String address);

    /** The account's hats that may be worn now. */
    List<HatGrant> wearable(AccountId account);

    /**
     * The hat, if it may still be worn by somebody who proved both factors at that moment: it hasn't ended since, nor
     * have the account's sessions.
     */
    Optional<HatGrant> wear(AccountId account, Hat hat, UUID subject, Instant proved);

    /** The outcome of the first factor. */
    sealed interface First {
        record Proved(AccountId account) implements First {}

        record Wrong() implements First {}

        /** Too many tries; may be tried again after so many minutes. */
        record Wait(int minutes) implements First {}
    }

    /** The outcome of the second factor. */
    sealed interface Second {
        /** The hats that may be worn now; empty when none was activated or all ended. */
        record Proved(String name, List<HatGrant> hats) implements Second {
            public Proved {
                hats = List.copyOf(hats);
            }
        }

        record Wrong() implements Second {}

        /** The authenticator was taken from the account, and the mailed link for a new one not used yet. */
        record NoFactor() implements Second {}

        /** Too many tries; may be tried again after so many minutes. */
        record Wait(int minutes) implements Second {}
    }
}
