package org.assisterportal;

import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.assisterportal.shared.Keys;

/** Tells a random key from one that somebody knows or could guess; a random one fails once in many millions. */
final class KeyQuality {
    /** Stands in the files of the demo and of the tests, for everybody to read. */
    static final String PUBLISHED = "ZGVtby1tb2RlLW9ubHktZGVtby1tb2RlLW9ubHktMDE=";

    // Of 32 random bytes about 30 differ, and so do the steps from one to the next.
    private static final int FEWEST_DIFFERENT = 18;

    private KeyQuality() {}

    /** Why the key is refused; empty when it may be used. */
    static Optional<String> problem(String key) {
        if (key.isBlank()) {
            return Optional.of("it is missing");
        }
        try {
            Keys.fromBase64(key);
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
        byte[] bytes = Base64.getDecoder().decode(key.strip());
        if (key.strip().equals(PUBLISHED)) {
            return Optional.of("this one is the demo's, which everybody can read");
        }
        if (isText(bytes)) {
            return Optional.of("this one is text, which can be guessed");
        }
        return isRegular(bytes) ? Optional.of("this one repeats itself, which can be guessed") : Optional.empty();
    }

    private static boolean isText(byte[] bytes) {
        for (byte one : bytes) {
            if (one < ' ' || one > '~') {
                return false;
            }
        }
        return true;
    }

    private static boolean isRegular(byte[] bytes) {
        Set<Integer> values = new HashSet<>();
        Set<Integer> steps = new HashSet<>();
        for (int i = 0; i < bytes.length; i++) {
            values.add((int) bytes[i]);
            if (i > 0) {
                steps.add((bytes[i] - bytes[i - 1]) & 0xff);
            }
        }
        return values.size() < FEWEST_DIFFERENT || steps.size() < FEWEST_DIFFERENT;
    }
}
