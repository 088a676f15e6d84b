package org.assisterportal.identity;

import java.util.List;
import org.assisterportal.shared.AccountId;

/** A signed-in person's own second factor: an authenticator, and recovery codes; only a consumer may be without. */
public interface OwnFactor {

    /** Asks for the present password and second factor, if there is one; the new secret is kept in the session. */
    Begun begin(AccountId account, String password, String code, String address);

    AuthenticatorSecret secret(AccountId account, byte[] prepared);

    /** Replaces authenticator and recovery codes with a code of the new one, and ends every session of the account. */
    Completed complete(AccountId account, byte[] prepared, String code);

    /** Ten new recovery codes in place of all earlier ones, for the second factor. */
    Completed renewCodes(AccountId account, String code, String address);

    /** Takes authenticator and recovery codes from a consumer's account, and ends every session of it. */
    Removed remove(AccountId account, String password, String code, String address);

    /** The outcome of a removal; the reason is a message key. */
    sealed interface Removed {
        record Done() implements Removed {}

        record Refused(String field, String reason) implements Removed {}
    }

    /** What became of the proofs. */
    sealed interface Begun {
        record Ready(byte[] prepared) implements Begun {}

        /**
         * Nothing was changed.
         *
         * @param field {@code present} or {@code code}
         * @param reason a message key
         */
        record Refused(String field, String reason) implements Begun {}
    }

    /** The outcome. */
    sealed interface Completed {
        record Done(List<String> recoveryCodes) implements Completed {
            public Done {
                recoveryCodes = List.copyOf(recoveryCodes);
            }
        }

        /** The reason is a message key. */
        record Refused(String reason) implements Completed {}

        /** The proofs are too old, or the authenticator was changed elsewhere: begin again. */
        record Gone() implements Completed {}
    }
}
