package org.assisterportal.identity;

import java.util.Optional;
import java.util.function.Function;
import org.assisterportal.shared.AccountId;
import org.assisterportal.shared.EmailAddress;

/**
 * The roster's new e-mail, or the one that a consumer wants, becomes the sign-in address of an activated account when its person, signed in, types the code
 * that was mailed to it; the old address is told.
 */
public interface AddressChange {

    /**
     * Mails an 8-digit code to the new address. No transaction may be open. A consumer isn't told whether the address
     * has an account: its owner is, by mail.
     */
    Outcome ask(AccountId account, EmailAddress to);

    /** The same for a consumer, who may want any address and proves the password first, and the second factor if any. */
    Asked ask(AccountId account, EmailAddress to, String password, String code, String address);

    /** Changes the address with the newest code that was mailed there. */
    Outcome confirm(AccountId account, EmailAddress to, String code);

    /**
     * The same.
     *
     * @param also why the address can't be taken though it was proved, a message key
     */
    Outcome confirm(AccountId account, EmailAddress to, String code, Function<EmailAddress, Optional<String>> also);

    /** What became of a consumer's wish. */
    sealed interface Asked {
        record Done() implements Asked {}

        /**
         * Nothing was mailed.
         *
         * @param field {@code present}, {@code code} or {@code email}
         * @param reason a message key
         */
        record Refused(String field, String reason) implements Asked {}
    }

    /** The outcome. */
    sealed interface Outcome {
        record Done() implements Outcome {}

        /** Nothing was changed; the reason is a message key. */
        record Refused(String reason) implements Outcome {}
    }
}
