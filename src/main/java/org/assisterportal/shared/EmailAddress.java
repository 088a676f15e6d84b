package org.assisterportal.shared;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An e-mail address as typed, at most 254 characters; equal addresses are compared by {@link #key}.
 *
 * @throws IllegalArgumentException when the text is no address
 */
public record EmailAddress(String value) {

    // The practical subset that mail servers take: one @, a dotted domain, no spaces or control characters.
    private static final Pattern SHAPE =
            Pattern.compile(
                    "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                            + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}");

    public EmailAddress {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an e-mail address");
        }
    }

    public static boolean isValid(String text) {
        return text.length() <= 254 && text.indexOf('@') <= 64 && SHAPE.matcher(text).matches();
    }

    /** The form that is unique over the whole system: lower case. */
    public String key() {
        return value.toLowerCase(Locale.ROOT);
    }

    /** What stands before the @, in lower case. */
    public String mailbox() {
        return key().substring(0, key().indexOf('@'));
    }

    @Override
    public String toString() {
        return value;
    }
}
