package org.assisterportal.shared;

import java.util.regex.Pattern;

/** A person's legal first and last name, each 1 to 80 characters. */
public record PersonName(String first, String last) {

    private static final int LONGEST = 80;
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}]+(([ '’-]+|[.] )[\\p{L}\\p{M}]+)*[.]?");

    public PersonName {
        if (first.isBlank() || last.isBlank() || first.length() > LONGEST || last.length() > LONGEST) {
            throw new IllegalArgumentException("name needs 1 to 80 characters on both sides");
        }
    }

    public String full() {
        return first + " " + last;
    }

    /**
     * Whether this can stand as a first or last name in a mail: letters, spaces, hyphens, apostrophes and periods, so that
     * nothing in it looks like a link or a number to call.
     */
    public static boolean isName(String text) {
        return text.length() <= LONGEST && NAME.matcher(text).matches();
    }

    /** For lists that sort by last name. */
    public String sorted() {
        return last + ", " + first;
    }
}
