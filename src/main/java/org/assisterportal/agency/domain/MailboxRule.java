package org.assisterportal.agency.domain;

import java.time.LocalDate;
import java.util.Set;
import org.assisterportal.policy.PolicyValue;
import org.assisterportal.policy.PolicyValues;
import org.assisterportal.shared.EmailAddress;

/**
 * "Generic emails, such as info@ or intern@, are not acceptable" (policy 1.2): role words are refused, words that may
 * be a name are flagged for a person to confirm. A number behind the word or a plus part doesn't make it personal.
 */
final class MailboxRule {
    private final Set<String> refused;
    private final Set<String> maybe;
    private final LocalDate since;

    private MailboxRule(PolicyValue refused, PolicyValue maybe) {
        this.refused = Set.copyOf(refused.items());
        this.maybe = Set.copyOf(maybe.items());
        this.since = refused.effectiveFrom();
    }

    static MailboxRule inForce(PolicyValues policy) {
        return new MailboxRule(policy.inForce("roster.refused-mailboxes"), policy.inForce("roster.maybe-mailboxes"));
    }

    boolean refuses(String email) {
        return EmailAddress.isValid(email) && refused.contains(word(email));
    }

    boolean asks(String email) {
        return EmailAddress.isValid(email) && maybe.contains(word(email));
    }

    /** The day from which the present list of refused names holds. */
    LocalDate since() {
        return since;
    }

    private static String word(String email) {
        String mailbox = new EmailAddress(email).mailbox();
        int plus = mailbox.indexOf('+');
        return (plus > 0 ? mailbox.substring(0, plus) : mailbox).replaceAll("[0-9._-]+$", "");
    }
}
