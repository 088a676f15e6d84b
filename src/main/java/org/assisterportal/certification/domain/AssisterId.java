package org.assisterportal.certification.domain;

import java.security.SecureRandom;

/** Nine letters and digits without look-alikes, at least one of each; names an assister to the ARC and on forms. */
final class AssisterId {
    private static final String LETTERS = "ACDEFGHJKMNPQRTUVWXY";
    private static final String ALL = LETTERS + "34679";
    private static final int LENGTH = 9;

    private AssisterId() {}

    static String random(SecureRandom random) {
        while (true) {
            StringBuilder id = new StringBuilder();
            for (int i = 0; i < LENGTH; i++) {
                id.append(ALL.charAt(random.nextInt(ALL.length())));
            }
            boolean digit = id.chars().anyMatch(Character::isDigit);
            boolean letter = id.chars().anyMatch(Character::isLetter);
            if (digit && letter) {
                return id.toString();
            }
        }
    }
}
