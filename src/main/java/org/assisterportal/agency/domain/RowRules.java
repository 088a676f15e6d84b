package org.assisterportal.agency.domain;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assisterportal.agency.CellProblem;
import org.assisterportal.agency.RosterColumn;
import org.assisterportal.agency.RosterEntry;
import org.assisterportal.agency.States;
import org.assisterportal.policy.MailboxRule;
import org.assisterportal.shared.EmailAddress;

/** Each value is judged by its own rule alone and stays text; the outcome is an entry or every problem at once. */
final class RowRules {
    private static final Pattern PHONE = Pattern.compile("(?:\\+?1[ .-]?)?\\(?(\\d{3})\\)?[ .-]?(\\d{3})[ .-]?(\\d{4})");
    private static final Pattern ZIP = Pattern.compile("\\d{5}(-\\d{4})?");
    private static final Pattern LANGUAGE = Pattern.compile("\\p{L}[\\p{L}\\p{M} '()-]{1,39}");
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M} .,'\u2018\u2019`\u00b4\u2010\u2011-]*\\p{L}[\\p{L}\\p{M} .,'\u2018\u2019`\u00b4\u2010\u2011-]*");
    // Mail programs make a link of it, whatever stands around it.
    private static final Pattern WEB = Pattern.compile("(?i)http|www\\.|\\p{L}{2}\\.\\p{L}{2}");
    private static final Pattern LIST = Pattern.compile("[;,\n]");
    private static final int MOST_PROBLEMS = 20;

    private final MailboxRule mailboxes;
    private final Map<String, String> counties;

    RowRules(MailboxRule mailboxes, List<String> counties) {
        this.mailboxes = mailboxes;
        this.counties = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        counties.forEach(county -> this.counties.put(county, county));
    }

    /**
     * A row read: the entry, or what is wrong with it.
     *
     * @param problems at most 20
     * @param more how many problems were found beyond them
     */
    record Reading(Optional<RosterEntry> entry, List<CellProblem> problems, int more) {}

    Reading read(Cells cells) {
        Sheet sheet = new Sheet(cells);
        for (RosterColumn column : RosterColumn.values()) {
            sheet.checkLength(column);
        }
        RosterEntry entry =
                new RosterEntry(
                        sheet.name(RosterColumn.FIRST_NAME),
                        sheet.name(RosterColumn.LAST_NAME),
                        sheet.phone(RosterColumn.PHONE),
                        sheet.ownEmail(),
                        sheet.text(RosterColumn.STREET),
                        sheet.text(RosterColumn.CITY),
                        sheet.state(),
                        sheet.shaped(RosterColumn.ZIP, ZIP),
                        sheet.either(RosterColumn.EMPLOYMENT, "Active", "Inactive"),
                        sheet.either(RosterColumn.PORTAL_ACCESS, "Yes", "No"),
                        sheet.name(RosterColumn.DISPLAY_NAME),
                        sheet.phone(RosterColumn.PUBLIC_PHONE),
                        sheet.email(RosterColumn.PUBLIC_EMAIL),
                        sheet.text(RosterColumn.BUSINESS_ADDRESS),
                        sheet.languages(),
                        sheet.countyNames(),
                        sheet.either(RosterColumn.IN_DIRECTORY, "Yes", "No"));
        return sheet.problems.isEmpty()
                ? new Reading(Optional.of(entry), List.of(), 0)
                : new Reading(Optional.empty(), sheet.problems, sheet.more);
    }

    // Characters of format turn text round or hide in it, so that what is read isn't what is there.
    private static boolean unseen(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c != '\n' && c != '\r';
            case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> true;
            default -> false;
        };
    }

    /** One row while it is being judged. */
    private final class Sheet {
        private final Cells cells;
        private final List<CellProblem> problems = new ArrayList<>();
        // Cells that are no use to their column's own rule; a huge one would be split into a problem for every part.
        private final Set<RosterColumn> unread = EnumSet.noneOf(RosterColumn.class);
        private int more;

        Sheet(Cells cells) {
            this.cells = cells;
        }

        void checkLength(RosterColumn column) {
            String value = cells.get(column);
            if (value.isEmpty() && column.starred()) {
                problem(column, "missing");
            } else if (value.length() > column.longest()) {
                problem(column, "long", String.valueOf(column.longest()), String.valueOf(value.length()));
                unread.add(column);
            } else if (value.codePoints().anyMatch(RowRules::unseen)) {
                problem(column, "control");
                unread.add(column);
            }
        }

        private String read(RosterColumn column) {
            return unread.contains(column) ? "" : cells.get(column);
        }

        String text(RosterColumn column) {
            return read(column).replaceAll("\\s*[\r\n]+\\s*", ", ");
        }

        String name(RosterColumn column) {
            String value = text(column);
            if (!value.isEmpty() && (!NAME.matcher(value).matches() || WEB.matcher(value).find())) {
                problem(column, "name");
            }
            return value;
        }

        String phone(RosterColumn column) {
            String value = read(column);
            Matcher matcher = PHONE.matcher(value);
            if (value.isEmpty() || matcher.matches()) {
                return value.isEmpty() ? "" : matcher.group(1) + "-" + matcher.group(2) + "-" + matcher.group(3);
            }
            problem(column, "phone");
            return value;
        }

        String email(RosterColumn column) {
            String value = read(column);
            if (!value.isEmpty() && !EmailAddress.isValid(value)) {
                problem(column, "email");
            }
            return value;
        }

        String ownEmail() {
            String value = email(RosterColumn.EMAIL);
            if (mailboxes.refuses(value)) {
                problem(RosterColumn.EMAIL, "generic", new EmailAddress(value).mailbox());
            }
            return value;
        }

        String shaped(RosterColumn column, Pattern shape) {
            String value = read(column);
            if (!value.isEmpty() && !shape.matcher(value).matches()) {
                problem(column, column.field());
            }
            return value;
        }

        String state() {
            String value = read(RosterColumn.STATE);
            Optional<String> code = States.code(value);
            if (code.isEmpty() && !value.isEmpty()) {
                problem(RosterColumn.STATE, "state");
            }
            return code.orElse(value);
        }

        boolean either(RosterColumn column, String yes, String no) {
            String value = read(column);
            if (!value.isEmpty() && !value.equalsIgnoreCase(yes) && !value.equalsIgnoreCase(no)) {
                problem(column, "either", yes, no);
            }
            return value.equalsIgnoreCase(yes);
        }

        String languages() {
            TreeSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
            for (String name : parts(RosterColumn.LANGUAGES)) {
                if (LANGUAGE.matcher(name).matches()) {
                    names.add(name);
                } else {
                    problem(RosterColumn.LANGUAGES, "language", name);
                }
            }
            return String.join("; ", names);
        }

        String countyNames() {
            TreeSet<String> names = new TreeSet<>();
            for (String part : parts(RosterColumn.COUNTIES)) {
                String name = counties.get(part.replaceFirst("(?i) county$", ""));
                if (name != null) {
                    names.add(name);
                } else {
                    problem(RosterColumn.COUNTIES, "county", part);
                }
            }
            return String.join("; ", names);
        }

        private List<String> parts(RosterColumn column) {
            return LIST.splitAsStream(read(column)).map(String::strip).filter(part -> !part.isEmpty()).toList();
        }

        private void problem(RosterColumn column, String reason, String... facts) {
            if (problems.size() < MOST_PROBLEMS) {
                problems.add(new CellProblem(column, cells.get(column), "roster.problem." + reason, List.of(facts)));
            } else {
                more++;
            }
        }
    }
}
