package org.assisterportal.application.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.assisterportal.eligibility.Answer;

/**
 * Where the household lives.
 *
 * @param kept the address stays confidential, in the consumer's own information; here it is empty
 * @param county empty where the address is kept, or in another state
 * @param stays whether those who live here live in Minnesota and mean to stay
 */
record HomeForm(boolean kept, String street, String city, String zip, String county, Answer stays) {
    static final String KEPT = "kept";
    /** All that is kept here of a confidential address. */
    static final Set<String> OF_A_KEPT_ONE = Set.of(KEPT, "stays");

    private static final Pattern ZIP = Pattern.compile("\\d{5}(-\\d{4})?");
    private static final Pattern OF_MINNESOTA = Pattern.compile("55\\d{3}|56[0-7]\\d{2}");
    private static final int LINE = 120;

    static HomeForm of(Fields fields) {
        if (fields.checked(KEPT)) {
            return new HomeForm(true, "", "", "", "", fields.answer("stays"));
        }
        String street = fields.text("street", LINE);
        String city = fields.text("city", LINE);
        String zip = fields.text("zip", LINE);
        if (!zip.isEmpty() && !ZIP.matcher(zip).matches()) {
            fields.wrong("zip", "zip");
        }
        Answer stays = fields.answer("stays");
        String county = isElsewhere(fields) ? "" : fields.cell("county");
        return new HomeForm(false, street, city, zip, county, stays);
    }

    /** Whoever says that they don't live in Minnesota, and has another state's ZIP, lives in none of its counties. */
    private static boolean isElsewhere(Fields fields) {
        return fields.chosen("stays", Answer.class).orElse(Answer.UNKNOWN) == Answer.NO
                && !zip(fields).isEmpty()
                && !OF_MINNESOTA.matcher(zip(fields)).matches();
    }

    /** Its five digits; empty while it isn't one. */
    private static String zip(Fields fields) {
        String zip = fields.cell("zip");
        return ZIP.matcher(zip).matches() ? zip.substring(0, 5) : "";
    }

    /** The counties in which what was typed as ZIP lies; empty where nobody knows. */
    static List<String> counties(Fields fields, Sheet sheet) {
        String zip = zip(fields);
        return zip.isEmpty() || fields.checked(KEPT) ? List.of() : sheet.counties(zip);
    }

    /** The same page with the county, where it was left open and the ZIP lies in one only. */
    static Map<String, String> completed(Map<String, String> content, Sheet sheet) {
        Fields fields = new Fields(content);
        List<String> counties = fields.isEmpty("county") && !isElsewhere(fields) ? counties(fields, sheet) : List.of();
        if (counties.size() != 1) {
            return content;
        }
        Map<String, String> completed = new TreeMap<>(content);
        completed.put("county", counties.getFirst());
        return completed;
    }

    /** What the page must hold; of a ZIP that a catalog knows the county is one of its own. */
    static void check(Fields fields, Sheet sheet) {
        HomeForm home = of(fields);
        if (home.kept() || isElsewhere(fields)) {
            return;
        }
        List<String> known = counties(fields, sheet);
        if (known.isEmpty() && !zip(fields).isEmpty() && !OF_MINNESOTA.matcher(zip(fields)).matches()) {
            fields.wrong("zip", "zip-elsewhere");
        } else if (known.isEmpty() ? !sheet.counties().contains(home.county()) : !known.contains(home.county())) {
            fields.wrong("county", known.isEmpty() ? "county" : "county-of-zip");
        }
    }
}
