package org.assisterportal.identity;

import org.assisterportal.shared.AccountId;
import org.assisterportal.shared.EmailAddress;

/**
 * The roster's new e-mail becomes the sign-in address of an activated account when its person, signed in, types the code
 * that was mailed to it; the old address is told.
 */
public interface AddressChange {

    /** Mails an 8-digit code to the new address. */
    Outcome ask(AccountId account, EmailAddress to);

    /** Changes the address with the newest code that was mailed there. */
    Outcome confirm(AccountId account, EmailAddress to, String code);

    /** The outcome. */
    sealed interface Outcome {
        record Done() implements Outcome {}

        /** Nothing was changed; the reason is a message key. */
        record Refused(String reason) implements Outcome {}
    }
}
