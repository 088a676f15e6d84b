package org.assisterportal.application.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.assisterportal.agency.States;
import org.assisterportal.application.SignedVersions.Mailing;
import org.assisterportal.eligibility.Answer;
import org.jspecify.annotations.Nullable;

/**
 * Where the household lives, and where its mail comes.
 *
 * @param kept the address stays confidential, in the consumer's own information; here it is empty
 * @param street may be empty for whoever has no fixed home
 * @param county empty where the address is kept, or in another state
 * @param stays whether those who live here live in Minnesota and mean to stay
 * @param mailing null where mail comes to where they live, and where the address is kept
 */
record HomeForm(boolean kept, String street, String city, String zip, String county, Answer stays, @Nullable Mailing mailing) {
    static final String KEPT = "kept";
    static final String NO_HOME = "no-home";
    /** All that is kept here of a confidential address. */
    static final Set<String> OF_A_KEPT_ONE = Set.of(KEPT, "stays");

    private static final List<String> MAILING = List.of("mail-street", "mail-city", "mail-zip");
    private static final String MAIL_STATE = "mail-state";

    private static final Pattern ZIP = Pattern.compile("\\d{5}(-\\d{4})?");
    private static final Pattern OF_MINNESOTA = Pattern.compile("55\\d{3}|56[0-7]\\d{2}");
    private static final int LINE = 120;

    static HomeForm of(Fields fields) {
        if (fields.checked(KEPT)) {
            return new HomeForm(true, "", "", "", "", fields.answer("stays"), null);
        }
        String street = fields.checked(NO_HOME) && fields.isEmpty("street") ? "" : fields.text("street", LINE);
        String city = fields.text("city", LINE);
        String zip = fields.text("zip", LINE);
        if (!zip.isEmpty() && !ZIP.matcher(zip).matches()) {
            fields.wrong("zip", "zip");
        }
        Answer stays = fields.answer("stays");
        String county = isElsewhere(fields) ? "" : fields.cell("county");
        return new HomeForm(false, street, city, zip, county, stays, mailing(fields));
    }

    /** Null where nothing of one was typed. */
    private static @Nullable Mailing mailing(Fields fields) {
        if (MAILING.stream().allMatch(fields::isEmpty)) {
            return null;
        }
        String street = fields.text("mail-street", LINE);
        String city = fields.text("mail-city", LINE);
        String state = fields.isEmpty(MAIL_STATE) ? "MN" : fields.cell(MAIL_STATE);
        if (!States.names().containsKey(state)) {
            fields.wrong(MAIL_STATE, "choose");
        }
        String zip = fields.text("mail-zip", LINE);
        if (!zip.isEmpty() && !ZIP.matcher(zip).matches()) {
            fields.wrong("mail-zip", "zip");
        }
        return new Mailing(street, city, state, zip);
    }

    /** The lines to which mail goes; none where no mail comes, or the address is kept. */
    List<String> mail() {
        if (mailing != null) {
            return List.of(mailing.street(), mailing.city() + " " + mailing.state() + " " + mailing.zip());
        }
        // The page asks for no state of a home elsewhere.
        return street.isEmpty() ? List.of() : List.of(street, city + (county.isEmpty() ? " " : " MN ") + zip);
    }

    /** The same page without a state that was chosen for no mailing address. */
    static void tidied(Map<String, String> content) {
        if (MAILING.stream().noneMatch(content::containsKey)) {
            content.remove(MAIL_STATE);
        }
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
