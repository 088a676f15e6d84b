package org.assisterportal.agency.domain;

/** Keeps spreadsheet programs from running a cell as a formula: a leading apostrophe, taken off again on the way in. */
final class SafeCell {
    // The full-width ones count as well: some programs read them as the plain ones.
    private static final String STARTERS = "=+-@\uff1d\uff0b\uff0d\uff20\t\r\n";

    private SafeCell() {}

    static String write(String value) {
        return !value.isEmpty() && STARTERS.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }

    static String read(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && STARTERS.indexOf(cell.charAt(1)) >= 0
                ? cell.substring(1)
                : cell;
    }
}
