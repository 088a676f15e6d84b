package org.assisterportal.shared;

import java.util.UUID;

/** One person's account, whatever hats it carries. */
public record AccountId(UUID value) {

    public static AccountId parse(String text) {
        return new AccountId(UuidText.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
