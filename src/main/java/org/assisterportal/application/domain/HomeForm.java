package org.assisterportal.application.domain;

import java.util.Set;
import java.util.regex.Pattern;
import org.assisterportal.eligibility.Answer;

/**
 * Where the household lives.
 *
 * @param kept the address stays confidential, in the consumer's own information; here it is empty
 * @param stays whether those who live here live in Minnesota and mean to stay
 */
record HomeForm(boolean kept, String street, String city, String zip, String county, Answer stays) {
    static final String KEPT = "kept";
    /** All that is kept here of a confidential address. */
    static final Set<String> OF_A_KEPT_ONE = Set.of(KEPT, "stays");

    private static final Pattern ZIP = Pattern.compile("\\d{5}(-\\d{4})?");
    private static final int LINE = 120;

    static HomeForm of(Fields fields, Sheet sheet) {
        boolean kept = fields.checked(KEPT);
        if (kept) {
            return new HomeForm(true, "", "", "", "", fields.answer("stays"));
        }
        String street = fields.text("street", LINE);
        String city = fields.text("city", LINE);
        String zip = fields.text("zip", LINE);
        if (!zip.isEmpty() && !ZIP.matcher(zip).matches()) {
            fields.wrong("zip", "zip");
        }
        String county = fields.cell("county");
        if (!sheet.counties().contains(county)) {
            fields.wrong("county", "county");
        }
        return new HomeForm(false, street, city, zip, county, fields.answer("stays"));
    }
}
