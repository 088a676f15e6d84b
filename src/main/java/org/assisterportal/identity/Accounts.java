package org.assisterportal.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.shared.AccountId;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.Hat;

/**
 * Accounts and hats, for the modules that give and take them; every act needs an open transaction. What is looked up by
 * an address is an account for work: consumers' are another promise's.
 */
public interface Accounts {

    /**
     * Makes an account without credentials, or adds the hat to the one with this address, and queues the activation
     * mail; set-based, keyed by the invitations' lower-cased e-mail. Inviting twice yields the same account and hat,
     * and a fresh link.
     */
    Map<String, Invited> invite(List<Invitation> invitations, Actor by);

    /** The account's hats that haven't ended. */
    List<HatGrant> hats(AccountId account);

    /** What this officer or administrator may not decide on. */
    OwnAffairs ownAffairs(Actor officer);

    /** The account as its person sees it. */
    AccountView view(AccountId account);

    /** The person's own account, shown to them. */
    AccountView showOwn(Actor me);

    /** The grants of a hat for these subjects, by subject. */
    Map<UUID, HatGrant> grants(Hat hat, Collection<UUID> subjects);

    /** Ends a hat for good, says so to who listens, withdraws its unused link and ends the account's sessions. */
    void endHat(Hat hat, UUID subject, Actor by);

    /** Ends every session of the account; each stops at its next request, in every process. */
    void endSessions(AccountId account);

    Optional<ActivationView> activation(Hat hat, UUID subject);

    /** Withdraws what was sent before and sends a new link to the account's present address. */
    void resendLink(Hat hat, UUID subject, Actor by);

    void withdrawLink(Hat hat, UUID subject, Actor by);

    /**
     * The roster has another e-mail for this hat now. A hat that nobody has activated goes to the new address'
     * account, and its unused link dies; a new one goes out, except to an account of the marketplace's staff, for
     * which an officer has to send it. An activated hat stays where it is until its person proves the new address.
     */
    void rosterEmailChanged(Hat hat, UUID subject, String name, EmailAddress email, Actor by);

    /** The names of accounts, in one statement; other ids are absent. */
    Map<UUID, String> names(Collection<UUID> ids);

    /** Whose sign-in addresses these are among the people who wear the hat: subjects by lower-cased address. */
    Map<String, UUID> subjects(Hat hat, Collection<String> emailKeys);

    /** The account for work with this address, if there is one. */
    Optional<AccountId> byEmail(EmailAddress email);

    /** Whether there is one; in an assister's hat, too, which sees no account but its own. */
    boolean isAtWork(EmailAddress email);
}
