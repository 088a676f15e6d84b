package org.assisterportal.shared;

import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who acts, in which capacity: the principal of every signed-in request.
 *
 * @param account the account, null only for the system itself and for the Learning Center's own sign-in
 * @param hat the capacity, null for the system and for a learner
 * @param subject what the hat is about: the contact's id for a contact, the person's id for an assister or learner
 * @param agency the contact's or assister's agency when signing in, null otherwise; always checked again
 * @param name as shown in the page header and kept in the audit line
 */
public record Actor(
        @Nullable UUID account,
        @Nullable Hat hat,
        @Nullable UUID subject,
        @Nullable UUID agency,
        String name)
        implements Serializable {

    /** The product itself: jobs, mail, events of time. */
    public static final Actor SYSTEM = new Actor(null, null, null, null, "System");

    /** The account's id; fails for an actor without one. */
    public AccountId accountId() {
        if (account == null) {
            throw new IllegalStateException("actor has no account");
        }
        return new AccountId(account);
    }

    public boolean wears(Hat wanted) {
        return hat == wanted;
    }
}
