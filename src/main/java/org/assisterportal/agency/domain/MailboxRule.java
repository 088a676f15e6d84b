package org.assisterportal.agency.domain;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.assisterportal.policy.PolicyValue;
import org.assisterportal.policy.PolicyValues;
import org.assisterportal.shared.EmailAddress;

/**
 * "Generic emails, such as info@ or intern@, are not acceptable" (policy 1.2): role words are refused, words that may
 * be a name are flagged for a person to confirm. Signs inside the word, numbers around it, a plus part or a second role
 * word behind it don't make it personal.
 */
final class MailboxRule {
    private static final Set<String> OFFICE =
            Set.of(
                    "account", "box", "center", "centre", "department", "dept", "desk", "email", "group", "hotline", "inbox",
                    "line", "mailbox", "main", "mn", "public", "us");
    private static final int INITIAL_AND_NAME = 2;

    private final Set<String> refused;
    private final Set<String> maybe;
    private final LocalDate since;

    private MailboxRule(PolicyValue refused, PolicyValue maybe) {
        this.refused = refused.items().stream().map(MailboxRule::joined).collect(Collectors.toSet());
        this.maybe = maybe.items().stream().map(MailboxRule::joined).collect(Collectors.toSet());
        this.since = refused.effectiveFrom();
    }

    static MailboxRule inForce(PolicyValues policy) {
        return new MailboxRule(policy.inForce("roster.refused-mailboxes"), policy.inForce("roster.maybe-mailboxes"));
    }

    boolean refuses(String email) {
        if (!EmailAddress.isValid(email)) {
            return false;
        }
        List<String> words = words(email);
        return onlyRoles(words) || refused.contains(String.join("", words)) && !mayBeInitialAndName(words);
    }

    boolean asks(String email) {
        if (!EmailAddress.isValid(email) || refuses(email)) {
            return false;
        }
        List<String> words = words(email);
        return maybe.contains(String.join("", words))
                || refused.contains(String.join("", words))
                || words.size() > 1 && refused.contains(words.getFirst());
    }

    /** The day from which the present list of refused names holds. */
    LocalDate since() {
        return since;
    }

    private boolean onlyRoles(List<String> words) {
        return words.size() > 1
                && refused.contains(words.getFirst())
                && words.stream().allMatch(word -> refused.contains(word) || OFFICE.contains(word));
    }

    // a.buse@ may be somebody's; i.n.f.o@, in-fo@ and e-mail@ are nobody's.
    private boolean mayBeInitialAndName(List<String> words) {
        return words.size() == INITIAL_AND_NAME && words.getFirst().length() == 1 && !refused.contains(words.getLast());
    }

    private static List<String> words(String email) {
        String mailbox = new EmailAddress(email).mailbox();
        int plus = mailbox.indexOf('+');
        return Arrays.stream((plus > 0 ? mailbox.substring(0, plus) : mailbox).split("[^a-z0-9]+"))
                .map(word -> word.replaceAll("^[0-9]+|[0-9]+$", ""))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String joined(String mailbox) {
        return mailbox.replaceAll("[^a-z0-9]", "");
    }
}
