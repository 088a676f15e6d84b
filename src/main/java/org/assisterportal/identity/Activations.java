package org.assisterportal.identity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.shared.AccountId;
import org.assisterportal.shared.Hat;
import org.jspecify.annotations.Nullable;

/** What an activation link leads to. Looking consumes nothing; only {@link #complete} and {@link #accept} do. */
public interface Activations {
    /** What the link's token opens. */
    Link look(String token);

    /** Its page is shown to whoever holds the link, with the invited person's name or those of these contacts. */
    void shown(String token, List<UUID> contacts);

    /** Why the password is refused, a message key; empty when it may be used. */
    Optional<String> passwordRefusal(UUID activation, String password);

    /** A new account's password and a fresh authenticator secret, sealed under the outside key, for the session. */
    byte[] prepare(UUID activation, String password);

    /** The secret as the person's app takes it. */
    AuthenticatorSecret secret(byte[] prepared);

    /** Sets the credentials and activates the hat, once, with a code of the new authenticator. */
    Completed complete(byte[] prepared, String code);

    /** Activates the hat of an account that has credentials already; its person is signed in. */
    Completed accept(String token, AccountId signedIn);

    /** Mails a new link to the same address, for an expired one; the answer is the same for every token. */
    void mailAgain(String token);

    /** A link's state. */
    sealed interface Link {
        /** May be used; {@code existing} when the account has its password already. */
        record Usable(
                UUID activation, String name, Hat hat, String organization, String invitedBy, boolean existing)
                implements Link {}

        record Used() implements Link {}

        /** Its page names who can help: the agency's other contacts, if the hat is an agency's. */
        record Expired(String invitedBy, @Nullable UUID agency, UUID subject) implements Link {}

        record Withdrawn(String invitedBy, @Nullable UUID agency, UUID subject) implements Link {}

        record Unknown() implements Link {}
    }

    /** The outcome. */
    sealed interface Completed {
        /** Ten recovery codes, shown this once; none for an account that had its own. */
        record Done(HatGrant grant, String name, List<String> recoveryCodes) implements Completed {
            public Done {
                recoveryCodes = List.copyOf(recoveryCodes);
            }
        }

        record WrongCode() implements Completed {}

        /** The link was used, withdrawn or expired meanwhile, or its account was set up by another one. */
        record Gone(Link link) implements Completed {}
    }
}
