package org.assisterportal.agency;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The states, the District of Columbia and the territories by their two letters as mail uses them; Minnesota first. */
public final class States {
    private static final String LIST =
            """
            MN Minnesota;AL Alabama;AK Alaska;AS American Samoa;AZ Arizona;AR Arkansas;CA California;CO Colorado;CT Connecticut;\
            DE Delaware;DC District of Columbia;FL Florida;GA Georgia;GU Guam;HI Hawaii;ID Idaho;IL Illinois;IN Indiana;IA Iowa;\
            KS Kansas;KY Kentucky;LA Louisiana;ME Maine;MD Maryland;MA Massachusetts;MI Michigan;MS Mississippi;MO Missouri;\
            MT Montana;NE Nebraska;NV Nevada;NH New Hampshire;NJ New Jersey;NM New Mexico;NY New York;NC North Carolina;\
            ND North Dakota;MP Northern Mariana Islands;OH Ohio;OK Oklahoma;OR Oregon;PA Pennsylvania;PR Puerto Rico;\
            RI Rhode Island;SC South Carolina;SD South Dakota;TN Tennessee;TX Texas;UT Utah;VT Vermont;VI Virgin Islands;\
            VA Virginia;WA Washington;WV West Virginia;WI Wisconsin;WY Wyoming""";
    private static final Map<String, String> NAMES = new LinkedHashMap<>();

    static {
        for (String state : LIST.split(";")) {
            NAMES.put(state.substring(0, 2), state.substring(3));
        }
    }

    private States() {}

    /** Names by their two letters. */
    public static Map<String, String> names() {
        return java.util.Collections.unmodifiableMap(NAMES);
    }

    /** The two letters of what somebody wrote, letters or name. */
    public static Optional<String> code(String written) {
        String letters = written.toUpperCase(Locale.ROOT);
        return NAMES.containsKey(letters)
                ? Optional.of(letters)
                : NAMES.entrySet().stream()
                        .filter(state -> state.getValue().equalsIgnoreCase(written))
                        .map(Map.Entry::getKey)
                        .findFirst();
    }
}
