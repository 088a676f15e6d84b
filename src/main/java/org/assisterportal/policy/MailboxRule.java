package org.assisterportal.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * "Generic emails, such as info@ or intern@, are not acceptable" (policy 1.2): role words are refused, words that may
 * be a name are flagged for a person to confirm. Signs inside the word, numbers around it, a plus part or a second role
 * word behind it don't make it personal.
 */
public final class MailboxRule {
    private static final Set<String> OFFICE =
            Set.of(
                    "account", "box", "center", "centre", "department", "dept", "desk", "email", "group", "hotline", "inbox",
                    "line", "mailbox", "main", "mn", "public", "us");
    private static final int INITIAL_AND_NAME = 2;

    private final Set<String> refused;
    private final Set<String> maybe;
    private final LocalDate since;

    public MailboxRule(PolicyValue refused, PolicyValue maybe) {
        this.refused = refused.items().stream().map(MailboxRule::joined).collect(Collectors.toSet());
        this.maybe = maybe.items().stream().map(MailboxRule::joined).collect(Collectors.toSet());
        this.since = refused.effectiveFrom();
    }

    public static MailboxRule inForce(PolicyValues policy) {
        return new MailboxRule(policy.inForce("roster.refused-mailboxes"), policy.inForce("roster.maybe-mailboxes"));
    }

    public boolean refuses(String email) {
        List<String> words = words(email);
        return onlyRoles(words) || refused.contains(String.join("", words)) && !mayBeInitialAndName(words);
    }

    public boolean asks(String email) {
        List<String> words = words(email);
        if (refuses(email)) {
            return false;
        }
        return maybe.contains(String.join("", words))
                || refused.contains(String.join("", words))
                || words.size() > 1 && refused.contains(words.getFirst());
    }

    /** The day from which the present list of refused names holds. */
    public LocalDate since() {
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

    /** The mailbox' words in lower case without numbers around them; none when there is no mailbox. */
    private static List<String> words(String email) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int end = email.indexOf('@');
        for (int i = 0; i < end; i++) {
            char sign = Character.toLowerCase(email.charAt(i));
            if (sign == '+' && i > 0) {
                break;
            }
            if (sign >= 'a' && sign <= 'z' || sign >= '0' && sign <= '9') {
                word.append(sign);
            } else {
                add(words, word);
            }
        }
        add(words, word);
        return words;
    }

    private static void add(List<String> words, StringBuilder word) {
        int from = 0;
        int to = word.length();
        while (from < to && word.charAt(from) <= '9') {
            from++;
        }
        while (to > from && word.charAt(to - 1) <= '9') {
            to--;
        }
        if (to > from) {
            words.add(word.substring(from, to));
        }
        word.setLength(0);
    }

    private static String joined(String mailbox) {
        return mailbox.replaceAll("[^a-z0-9]", "");
    }
}
