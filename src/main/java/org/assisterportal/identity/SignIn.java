package org.assisterportal.identity;

import java.util.List;
import org.assisterportal.shared.AccountId;

/** Signing in with two factors; nobody is signed in before both were proved. */
public interface SignIn {
    /** The first factor; unknown addresses and wrong passwords look and last the same. */
    First password(String email, String password, String address);

    /** The second factor: an authenticator's code, or one of the ten recovery codes. */
    Second secondFactor(AccountId account, String code, String address);

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

        /** Too many tries; may be tried again after so many minutes. */
        record Wait(int minutes) implements Second {}
    }
}
