package org.assisterportal.agency.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.assisterportal.agency.RosterEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** A roster entry's columns, alike in the submitted and the draft table. */
final class EntryColumns {
    private static final List<String> NAMES =
            List.of(
                    "first_name", "last_name", "phone", "email", "street", "city", "state", "zip", "active",
                    "portal_access", "display_name", "public_phone", "public_email", "business_address", "languages",
                    "counties", "in_directory");

    /** For an INSERT's column list. */
    static final String LIST = String.join(", ", NAMES);

    private EntryColumns() {}

    /** For a SELECT: {@code e.first_name AS e_first_name, …}. */
    static String of(String alias) {
        return NAMES.stream()
                .map(name -> alias + "." + name + " AS " + alias + "_" + name)
                .collect(Collectors.joining(", "));
    }

    /** For an INSERT … SELECT out of the other table. */
    static String from(String alias) {
        return NAMES.stream().map(name -> alias + "." + name).collect(Collectors.joining(", "));
    }

    /** Named parameters in the list's order. */
    static String parameters() {
        return NAMES.stream().map(name -> ":" + name).collect(Collectors.joining(", "));
    }

    /** For an UPSERT's SET. */
    static String excluded() {
        return NAMES.stream().map(name -> name + " = excluded." + name).collect(Collectors.joining(", "));
    }

    static Object[] values(RosterEntry entry) {
        return new Object[] {
            entry.firstName(), entry.lastName(), entry.phone(), entry.email(), entry.street(), entry.city(), entry.state(),
            entry.zip(), entry.active(), entry.portalAccess(), entry.displayName(), entry.publicPhone(),
            entry.publicEmail(), entry.businessAddress(), entry.languages(), entry.counties(), entry.inDirectory()
        };
    }

    static StatementSpec bind(StatementSpec statement, RosterEntry entry) {
        Object[] values = values(entry);
        StatementSpec bound = statement;
        for (int i = 0; i < values.length; i++) {
            bound = bound.param(NAMES.get(i), values[i]);
        }
        return bound;
    }

    static RosterEntry read(ResultSet row, String alias) throws SQLException {
        // Looked up once: the columns stand side by side, and a page reads thousands of them.
        int at = row.findColumn(alias + "_" + NAMES.getFirst());
        return new RosterEntry(
                row.getString(at), row.getString(at + 1), row.getString(at + 2), row.getString(at + 3),
                row.getString(at + 4), row.getString(at + 5), row.getString(at + 6), row.getString(at + 7),
                row.getBoolean(at + 8), row.getBoolean(at + 9), row.getString(at + 10), row.getString(at + 11),
                row.getString(at + 12), row.getString(at + 13), row.getString(at + 14), row.getString(at + 15),
                row.getBoolean(at + 16));
    }

    /** Null when an outer join found nothing. */
    static @Nullable RosterEntry readOrNull(ResultSet row, String alias) throws SQLException {
        return row.getString(alias + "_first_name") == null ? null : read(row, alias);
    }

    /** How rosters sort and are searched. */
    static String sortName(RosterEntry entry) {
        return entry.name().sorted();
    }
}
