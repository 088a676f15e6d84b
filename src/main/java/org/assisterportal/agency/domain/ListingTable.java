package org.assisterportal.agency.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assisterportal.agency.Listings;
import org.assisterportal.shared.PersonId;
import org.assisterportal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Listings as rows of the entries in force. */
@Component
class ListingTable implements Listings {
    // The indexes entry_listed… stand for these words.
    private static final String LISTED =
            """
            SELECT e.person, e.display_name, a.name AS agency_name, e.public_phone, e.public_email, e.business_address,
                   e.languages, e.counties
              FROM agency.entry e JOIN agency.agency a ON a.id = e.agency
             WHERE e.valid_until IS NULL AND e.active AND e.in_directory AND e.display_name <> '' AND a.kind = 'NAVIGATOR'
            """;

    // The index finds names with the words' pieces; the comparison says whether the words are in them.
    private static final String NAMED =
            " AND e.search_pieces @> agency.pieces_within(agency.fold(:name))"
                    + " AND e.search_name LIKE ALL (ARRAY(SELECT agency.fold(word) FROM unnest(:words::text[]) word))";
    private static final String COMMON =
            "cardinality(ARRAY(SELECT unnest(e.search_pieces) INTERSECT SELECT unnest(agency.pieces(agency.fold(:name)))))";
    // A wrong letter takes three pieces with it: a third of them in common is enough.
    private static final String NEARLY =
            " AND e.search_pieces && agency.pieces(agency.fold(:name))"
                    + " AND " + COMMON + " * 3 >= cardinality(agency.pieces(agency.fold(:name)))";

    private final JdbcClient jdbc;

    ListingTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Listing> find(Wanted wanted, int from, int most) {
        List<Listing> found = find(wanted, false, from, most);
        boolean misspelled = found.isEmpty() && !wanted.name().isEmpty() && (from == 0 || find(wanted, false, 0, 1).isEmpty());
        return misspelled ? find(wanted, true, from, most) : found;
    }

    private List<Listing> find(Wanted wanted, boolean nearly, int from, int most) {
        Map<String, Object> params = new HashMap<>();
        StringBuilder sql = new StringBuilder(LISTED);
        if (!wanted.county().isEmpty()) {
            sql.append(" AND string_to_array(e.counties, '; ') @> ARRAY[:county]::text[]");
            params.put("county", wanted.county());
        }
        if (!wanted.language().isEmpty()) {
            sql.append(" AND string_to_array(lower(e.languages), '; ') @> ARRAY[lower(:language)]::text[]");
            params.put("language", wanted.language());
        }
        if (!wanted.name().isEmpty()) {
            sql.append(nearly ? NEARLY : NAMED);
            params.put("name", wanted.name().replaceAll("[\\s,]+", " "));
            params.put("words", Sql.likeEvery(wanted.name()));
        }
        if (!wanted.zip().isEmpty()) {
            sql.append(" AND left(e.office_zip, 3) = left(:zip, 3)");
            params.put("zip", wanted.zip());
        }
        sql.append(" ORDER BY ").append(nearly ? COMMON + " DESC, " : "");
        sql.append(wanted.zip().isEmpty() ? "" : "e.office_zip <> :zip, ");
        sql.append("e.display_name COLLATE \"und-x-icu\", e.person LIMIT :most OFFSET :from");
        params.put("most", most);
        params.put("from", from);
        return jdbc.sql(sql.toString()).params(params).query((row, number) -> listing(row)).list();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Listing> of(PersonId person) {
        return jdbc.sql(LISTED + " AND e.person = :person")
                .param("person", person.value())
                .query((row, number) -> listing(row))
                .optional();
    }

    private static Listing listing(ResultSet row) throws SQLException {
        return new Listing(
                new PersonId(Sql.uuid(row, "person")), row.getString("display_name"), row.getString("agency_name"),
                row.getString("public_phone"), row.getString("public_email"), row.getString("business_address"),
                row.getString("languages"), row.getString("counties"));
    }
}
