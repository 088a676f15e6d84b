package org.assisterportal.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.shared.AccountId;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Hat;

/**
 * The account with which a person works and the one for their own coverage, linked by the person. A link lets its person
 * go from one to the other with a code in place of signing in anew; each keeps its own rights, password and recovery.
 */
public interface LinkedAccounts {

    /** The account's link, if there is one. */
    Optional<Linked> of(AccountId account);

    /**
     * Links the account in whose session it is asked with the other one, whose password and second factor are proved here
     * as well as this one's; both addresses are told. No transaction may be open.
     */
    Outcome link(Actor me, Own own, Other other, String address);

    /** Ends the link, from either side; both addresses are told. */
    void unlink(Actor me);

    /** Proves the code that going over needs; the hat is one of the other account's. */
    Entered enter(Actor me, Hat hat, UUID subject, String code, String address);

    /**
     * What is linked.
     *
     * @param other the other account's sign-in address, most of it masked
     * @param hats of the other account that may be worn now
     * @param ownCode whether going over asks for this account's code, because the other has no authenticator
     */
    record Linked(AccountKind otherKind, String other, Instant since, List<HatGrant> hats, boolean ownCode) {
        public Linked {
            hats = List.copyOf(hats);
        }
    }

    /** This account's proof: the password, which only a consumer is asked for, and the second factor where there is one. */
    record Own(String password, String code) {}

    /** The other account's. */
    record Other(String email, String password, String code) {}

    /** The outcome of linking. */
    sealed interface Outcome {
        record Done() implements Outcome {}

        /**
         * Nothing was changed.
         *
         * @param field {@code present}, {@code code}, {@code email} or {@code otherCode}
         * @param reason a message key
         */
        record Refused(String field, String reason) implements Outcome {}
    }

    /** The outcome of going over. */
    sealed interface Entered {
        /** The name is the other account's. */
        record Done(HatGrant grant, String name) implements Entered {}

        /** The reason is a message key. */
        record Refused(String reason) implements Entered {}

        /** There is no such link, or the hat isn't worn any more. */
        record Gone() implements Entered {}
    }
}
