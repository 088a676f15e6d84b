package org.assisterportal.shared;

/** A person's legal first and last name, each 1 to 80 characters. */
public record PersonName(String first, String last) {

    public PersonName {
        if (first.isBlank() || last.isBlank() || first.length() > 80 || last.length() > 80) {
            throw new IllegalArgumentException("name needs 1 to 80 characters on both sides");
        }
    }

    public String full() {
        return first + " " + last;
    }

    /** For lists that sort by last name. */
    public String sorted() {
        return last + ", " + first;
    }
}
