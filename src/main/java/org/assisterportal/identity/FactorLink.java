package org.assisterportal.identity;

import java.util.List;
import org.assisterportal.shared.AccountId;

/** The mailed link of an approved reset, for the person: password, then a new authenticator. Looking uses nothing up. */
public interface FactorLink {

    Link look(String token);

    /** Proves the present password, or takes a new one when both were lost; what is prepared is kept in the session. */
    Begun begin(String token, String password, String address);

    AuthenticatorSecret secret(byte[] prepared);

    /** Connects the new authenticator, once, with a code of it. */
    Completed complete(byte[] prepared, String code);

    /** The link's state. */
    sealed interface Link {
        /** May be used; a new password is chosen when {@code newPassword}, else the present one is asked for. */
        record Usable(String name, boolean newPassword) implements Link {}

        record Used() implements Link {}

        record Expired() implements Link {}

        record Unknown() implements Link {}
    }

    /** What became of the password. */
    sealed interface Begun {
        record Ready(byte[] prepared) implements Begun {}

        /** The reason is a message key. */
        record Refused(String reason) implements Begun {}

        record Gone() implements Begun {}
    }

    /** The outcome. */
    sealed interface Completed {
        record Done(AccountId account, String name, List<String> recoveryCodes) implements Completed {
            public Done {
                recoveryCodes = List.copyOf(recoveryCodes);
            }
        }

        record WrongCode() implements Completed {}

        /** The link was used or has expired meanwhile. */
        record Gone() implements Completed {}
    }
}
