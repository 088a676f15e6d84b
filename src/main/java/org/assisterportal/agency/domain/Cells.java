package org.assisterportal.agency.domain;

import java.util.EnumMap;
import java.util.Map;
import org.assisterportal.agency.RosterColumn;
import org.assisterportal.agency.RosterEntry;

/** One row of texts, as a form sends it or a file has it; a missing cell is empty. */
final class Cells {
    private final Map<RosterColumn, String> values = new EnumMap<>(RosterColumn.class);

    static Cells of(Map<RosterColumn, String> values) {
        Cells cells = new Cells();
        values.forEach((column, value) -> cells.values.put(column, tidy(value)));
        return cells;
    }

    static Map<RosterColumn, String> of(String trainingId, RosterEntry entry) {
        Map<RosterColumn, String> row = new EnumMap<>(RosterColumn.class);
        row.put(RosterColumn.TRAINING_ID, trainingId);
        row.put(RosterColumn.FIRST_NAME, entry.firstName());
        row.put(RosterColumn.LAST_NAME, entry.lastName());
        row.put(RosterColumn.PHONE, entry.phone());
        row.put(RosterColumn.EMAIL, entry.email());
        row.put(RosterColumn.STREET, entry.street());
        row.put(RosterColumn.CITY, entry.city());
        row.put(RosterColumn.STATE, entry.state());
        row.put(RosterColumn.ZIP, entry.zip());
        row.put(RosterColumn.EMPLOYMENT, entry.active() ? "Active" : "Inactive");
        row.put(RosterColumn.PORTAL_ACCESS, yesNo(entry.portalAccess()));
        row.put(RosterColumn.DISPLAY_NAME, entry.displayName());
        row.put(RosterColumn.PUBLIC_PHONE, entry.publicPhone());
        row.put(RosterColumn.PUBLIC_EMAIL, entry.publicEmail());
        row.put(RosterColumn.BUSINESS_ADDRESS, entry.businessAddress());
        row.put(RosterColumn.LANGUAGES, entry.languages());
        row.put(RosterColumn.COUNTIES, entry.counties());
        row.put(RosterColumn.IN_DIRECTORY, yesNo(entry.inDirectory()));
        return row;
    }

    String get(RosterColumn column) {
        return values.getOrDefault(column, "");
    }

    boolean isEmpty() {
        return values.values().stream().allMatch(String::isEmpty);
    }

    private static String yesNo(boolean value) {
        return value ? "Yes" : "No";
    }

    // Spreadsheets leave no-break spaces and runs of blanks behind; nobody means them.
    private static String tidy(String value) {
        return value.replace('\u00a0', ' ').strip().replaceAll(" {2,}", " ");
    }
}
