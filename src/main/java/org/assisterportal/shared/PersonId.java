package org.assisterportal.shared;

import java.util.UUID;

/** A person on a roster, over all agencies and years; internal, never shown (the Training ID is). */
public record PersonId(UUID value) {

    public static PersonId parse(String text) {
        return new PersonId(UuidText.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
