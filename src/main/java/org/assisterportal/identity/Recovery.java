package org.assisterportal.identity;

import java.util.Collection;
import java.util.Optional;
import org.assisterportal.shared.AccountId;

/** Getting back in after a forgotten password, and changing it while signed in; both end every other session. */
public interface Recovery {

    /**
     * Mails a link to the account with this address; the answer is the same when there is none.
     *
     * @param marks of the browser; with the account's own among them its mails are counted apart
     */
    void ask(AccountKind kind, String email, String address, Collection<String> marks);

    /** What the link's form asks for, empty when the link has ended; showing it uses nothing up. */
    Optional<Form> form(AccountKind kind, String token);

    /** Sets a new password with the link and the second factor: the app's code or a recovery code. */
    Changed reset(AccountKind kind, String token, String password, String code, String address);

    /** Sets a new password with the present one and the second factor, where there is one. */
    Changed change(AccountId account, String present, String password, String code, String address);

    /**
     * A usable link's form.
     *
     * @param code whether the second factor is asked for; a consumer may have none
     */
    record Form(boolean code) {}

    /** The outcome. */
    sealed interface Changed {
        record Done() implements Changed {}

        /**
         * Nothing was changed.
         *
         * @param field {@code password}, {@code present} or {@code code}
         * @param reason a message key
         */
        record Refused(String field, String reason) implements Changed {}

        /** The link was used or has expired. */
        record Gone() implements Changed {}
    }
}
