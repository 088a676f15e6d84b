package org.assisterportal.agency.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.agency.RosterEntry;
import org.assisterportal.agency.RosterLine;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.AgencyId;
import org.assisterportal.shared.PageOf;
import org.assisterportal.shared.PersonId;
import org.assisterportal.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What agencies have drafted, and the roster with the drafts laid over it. */
@Component
class DraftTable {
    static final int PAGE = 50;
    private static final int MOST_PAGES = 10_000;
    private static final String NAMED =
            " AND search_name LIKE ALL (ARRAY(SELECT agency.fold(word) FROM unnest(:words::text[]) word))";
    private static final String LINE =
            "SELECT i.id AS person, (SELECT p.training_id FROM agency.person p WHERE p.id = i.id) AS training_id, d.changed_at, "
                    + EntryColumns.of("e")
                    + ", "
                    + EntryColumns.of("d");
    private static final String JOINED =
            " LEFT JOIN agency.entry e ON e.person = i.id AND e.agency = :agency AND e.valid_until IS NULL"
                    + " LEFT JOIN agency.draft_entry d ON d.person = i.id AND d.agency = :agency"
                    + " WHERE e.id IS NOT NULL OR d.person IS NOT NULL";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    DraftTable(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** A person's entry to be kept. */
    record Kept(UUID person, boolean newHere, RosterEntry entry) {}

    void keep(AgencyId agency, List<Kept> people, Actor by) {
        java.time.OffsetDateTime now = clock.instant().atOffset(java.time.ZoneOffset.UTC);
        String sql =
                "INSERT INTO agency.draft_entry (person, agency, new_here, changed_by, changed_at, sort_name, "
                        + EntryColumns.LIST
                        + ") VALUES (?, ?, ?, ?, ?, ?, "
                        + EntryColumns.LIST.replaceAll("[a-z_]+", "?")
                        + ") ON CONFLICT (agency, person) DO UPDATE SET changed_by = excluded.changed_by,"
                        + " changed_at = excluded.changed_at, sort_name = excluded.sort_name, "
                        + EntryColumns.excluded();
        batches.batchUpdate(
                sql,
                people.stream()
                        .map(
                                kept -> {
                                    Object[] entry = EntryColumns.values(kept.entry());
                                    Object[] row = new Object[6 + entry.length];
                                    row[0] = kept.person();
                                    row[1] = agency.value();
                                    row[2] = kept.newHere();
                                    row[3] = by.name();
                                    row[4] = now;
                                    row[5] = EntryColumns.sortName(kept.entry());
                                    System.arraycopy(entry, 0, row, 6, entry.length);
                                    return row;
                                })
                        .toList());
    }

    void discard(AgencyId agency, Collection<UUID> people) {
        jdbc.sql("DELETE FROM agency.draft_entry WHERE agency = :agency AND person = ANY(:people::uuid[])")
                .param("agency", agency.value())
                .param("people", Sql.ids(people))
                .update();
    }

    int discardAll(AgencyId agency) {
        return jdbc.sql("DELETE FROM agency.draft_entry WHERE agency = :agency").param("agency", agency.value()).update();
    }

    long count(AgencyId agency) {
        return count(agency, "");
    }

    /** Drafted people with Portal Access Yes. */
    long approved(AgencyId agency) {
        return count(agency, " AND portal_access");
    }

    private long count(AgencyId agency, String and) {
        return jdbc.sql("SELECT count(*) FROM agency.draft_entry WHERE agency = :agency" + and)
                .param("agency", agency.value())
                .query(Long.class)
                .single();
    }

    /** Changes with every draft that is kept, changed or discarded. */
    String version(AgencyId agency) {
        return jdbc.sql(
                        "SELECT count(*) || '-' || coalesce(extract(epoch FROM max(changed_at))::text, '0')"
                                + " FROM agency.draft_entry WHERE agency = :agency")
                .param("agency", agency.value())
                .query(String.class)
                .single();
    }

    Optional<RosterLine> line(AgencyId agency, PersonId person) {
        return lines(agency, List.of(person.value())).stream().findFirst();
    }

    /** Drafted people by name, as many as asked for. */
    List<RosterLine> drafts(AgencyId agency, int most) {
        List<UUID> ids =
                jdbc.sql("SELECT person FROM agency.draft_entry WHERE agency = :agency ORDER BY sort_name, person LIMIT :most")
                        .param("agency", agency.value())
                        .param("most", most)
                        .query(UUID.class)
                        .list();
        return lines(agency, ids);
    }

    /**
     * One statement finds the page, counts so far as lists count, and reads the page's
     * entries. Its numbers stand in it as words: with them as parameters it is planned anew each time.
     */
    PageOf<RosterLine> page(AgencyId agency, @Nullable String term, boolean changedOnly, int page) {
        int number = Math.clamp(page, 1, MOST_PAGES);
        String named = term == null || term.isBlank() ? "" : NAMED;
        String drafted = " FROM agency.draft_entry WHERE agency = :agency" + (changedOnly ? "" : " AND new_here") + named;
        String sent = " FROM agency.person WHERE agency = :agency" + named;
        String top = " ORDER BY sort_name, id LIMIT " + number * PAGE + ")";
        String ids = "(SELECT person AS id, sort_name" + drafted + top;
        String total = counted(drafted);
        if (!changedOnly) {
            ids = "(SELECT id, sort_name" + sent + top + " UNION ALL " + ids;
            total = total + " + " + counted(sent);
        }
        List<Counted> rows =
                jdbc.sql(
                                "WITH i AS (SELECT id, sort_name FROM (" + ids
                                        + ") found ORDER BY sort_name, id LIMIT " + PAGE + " OFFSET " + (number - 1) * PAGE + ") "
                                        + LINE + ", (SELECT " + total + ") AS total FROM i" + JOINED
                                        + " ORDER BY i.sort_name, i.id")
                        .param("agency", agency.value())
                        .param("words", Sql.likeEvery(term == null ? "" : term))
                        .query((row, at) -> new Counted(line(row), row.getLong("total")))
                        .list();
        return PageOf.counted(
                rows.stream().map(Counted::line).toList(), number, PAGE, rows.size(),
                rows.isEmpty() ? 0 : rows.getFirst().total());
    }

    private static String counted(String from) {
        return "(SELECT count(*) FROM (SELECT 1" + from + " LIMIT " + PageOf.COUNTED_TO + ") few)";
    }

    private record Counted(RosterLine line, long total) {}

    List<RosterLine> lines(AgencyId agency, List<UUID> people) {
        return jdbc.sql(LINE + " FROM unnest(:ids::uuid[]) WITH ORDINALITY i(id, at)" + JOINED + " ORDER BY i.at")
                .param("ids", Sql.ids(people))
                .param("agency", agency.value())
                .query((row, number) -> line(row))
                .list();
    }

    private static RosterLine line(ResultSet row) throws SQLException {
        @Nullable Instant changed = Sql.instantOrNull(row, "changed_at");
        return new RosterLine(
                new PersonId(Sql.uuid(row, "person")),
                row.getString("training_id"),
                EntryColumns.readOrNull(row, "e"),
                EntryColumns.readOrNull(row, "d"),
                changed);
    }
}
