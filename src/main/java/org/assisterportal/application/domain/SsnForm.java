package org.assisterportal.application.domain;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Whether somebody has a Social Security number and gives it. The number itself never is a part of the answers.
 *
 * @param number nine digits, just typed
 */
record SsnForm(Has has, Optional<String> number, boolean given) {
    static final String FIELD = "ssn";
    /** Stands in the answer for a number that was given. */
    static final String GIVEN = "given";
    /** Problem of a number beside another answer than yes. */
    static final String NOT_YES = "ssn-not-yes";
    /** Message key of what an assister is told of a number that is not theirs to change. */
    static final String ON_FILE = "apply.problem.ssn-on-file";
    // Numbers that are never issued: 000, 666 and 9xx, 00, 0000.
    private static final Pattern NUMBER = Pattern.compile("(?!000|666|9)\\d{3}(?!00)\\d{2}(?!0000)\\d{4}");

    /** Whether there is one. */
    enum Has {
        YES,
        NO,
        /** Has one and doesn't want to give it now. */
        LATER
    }

    static SsnForm of(Fields fields) {
        Has has = fields.choice("has", Has.class).orElse(Has.LATER);
        String digits = fields.cell(FIELD).replaceAll("[\\s-]", "");
        boolean given = fields.checked(GIVEN);
        if (has == Has.YES && digits.isEmpty() && !given) {
            fields.wrong(FIELD, "needed");
        }
        if (has != Has.YES && !digits.isEmpty()) {
            fields.wrong(FIELD, NOT_YES);
        }
        boolean right = NUMBER.matcher(digits).matches();
        if (has == Has.YES && !digits.isEmpty() && !right) {
            fields.wrong(FIELD, "ssn");
        }
        return new SsnForm(has, has == Has.YES && right ? Optional.of(digits) : Optional.empty(), given);
    }

    static String lastFour(String digits) {
        return digits.substring(digits.length() - 4);
    }

    /** Whether one of the problems is a number that was typed and may not be kept. */
    static boolean ofTheNumber(Map<String, String> problems) {
        return problems.containsValue("apply.problem.ssn") || problems.containsValue("apply.problem." + NOT_YES);
    }

    /** What is kept as the answer. */
    static Map<String, String> withoutNumber(Map<String, String> typed, boolean given) {
        Map<String, String> kept = new TreeMap<>(typed);
        kept.remove(FIELD);
        kept.remove(GIVEN);
        if (given) {
            kept.put(GIVEN, "true");
        }
        return kept;
    }
}
