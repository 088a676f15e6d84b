package org.assisterportal.access.domain;

import java.security.SecureRandom;

/**
 * Seven digits by which a consumer names an assister: six random ones and a Damm check digit, which catches every
 * single wrong digit and every swap of neighbors. Text: it may begin with 0.
 *
 * @throws IllegalArgumentException when the text isn't seven digits with the right last one
 */
record ReferenceNumber(String digits) {
    private static final int RANDOM_DIGITS = 6;
    private static final int LENGTH = RANDOM_DIGITS + 1;

    // Damm's quasigroup of order 10 (H. M. Damm, "Total anti-symmetrische Quasigruppen", 2004).
    private static final String[] QUASIGROUP = {
        "0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
        "3674209581", "5869720134", "8945362017", "9438617205", "2581436790"
    };

    ReferenceNumber {
        if (!isValid(digits)) {
            throw new IllegalArgumentException("not a reference number");
        }
    }

    static boolean isValid(String text) {
        return text.length() == LENGTH && text.chars().allMatch(c -> c >= '0' && c <= '9') && damm(text) == 0;
    }

    static ReferenceNumber random(SecureRandom random) {
        String first = "%06d".formatted(random.nextInt(1_000_000));
        return new ReferenceNumber(first + damm(first));
    }

    private static int damm(String digits) {
        int interim = 0;
        for (int i = 0; i < digits.length(); i++) {
            interim = QUASIGROUP[interim].charAt(digits.charAt(i) - '0') - '0';
        }
        return interim;
    }
}
