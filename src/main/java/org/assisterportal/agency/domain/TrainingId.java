package org.assisterportal.agency.domain;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The "Unique Key": seven characters, at least two letters, no vowels and no look-alikes (no 0, 1, 2, 5, 8, B, I, L, O,
 * S, Z). A name for signing in, not a secret.
 */
final class TrainingId {
    private static final String LETTERS = "CDFGHJKMNPQRTVWX";
    private static final String ALL = LETTERS + "34679";
    private static final int LENGTH = 7;
    private static final int LETTERS_AT_LEAST = 2;
    private static final Pattern SHAPE = Pattern.compile("[" + ALL + "]{" + LENGTH + "}");

    private TrainingId() {}

    static String random(SecureRandom random) {
        while (true) {
            StringBuilder id = new StringBuilder();
            for (int i = 0; i < LENGTH; i++) {
                id.append(ALL.charAt(random.nextInt(ALL.length())));
            }
            if (isValid(id.toString())) {
                return id.toString();
            }
        }
    }

    static boolean isValid(String text) {
        return SHAPE.matcher(text).matches()
                && text.chars().filter(c -> LETTERS.indexOf(c) >= 0).count() >= LETTERS_AT_LEAST;
    }

    /** As stored: capitals, without blanks and hyphens that a reader may add. */
    static String tidy(String typed) {
        return typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }
}
