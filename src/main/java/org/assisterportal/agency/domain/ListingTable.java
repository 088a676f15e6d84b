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

    private final JdbcClient jdbc;
    private final RosterPolicy policy;

    ListingTable(JdbcClient jdbc, RosterPolicy policy) {
        this.jdbc = jdbc;
        this.policy = policy;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Listing> find(Wanted wanted, int from, int most) {
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
            sql.append(" AND e.search_name LIKE ALL (ARRAY(SELECT agency.fold(word) FROM unnest(:words::text[]) word))");
            params.put("words", Sql.likeEvery(wanted.name()));
        }
        if (!wanted.zip().isEmpty()) {
            sql.append(" AND left(e.office_zip, 3) = left(:zip, 3)");
            params.put("zip", wanted.zip());
        }
        sql.append(" ORDER BY ").append(wanted.zip().isEmpty() ? "" : "e.office_zip <> :zip, ");
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

    @Override
    public List<String> counties() {
        return policy.counties();
    }

    private static Listing listing(ResultSet row) throws SQLException {
        return new Listing(
                new PersonId(Sql.uuid(row, "person")), row.getString("display_name"), row.getString("agency_name"),
                row.getString("public_phone"), row.getString("public_email"), row.getString("business_address"),
                row.getString("languages"), row.getString("counties"));
    }
}
