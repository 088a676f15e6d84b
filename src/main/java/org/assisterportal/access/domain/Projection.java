package org.assisterportal.access.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.assisterportal.access.AccessDesk.Tab;
import org.assisterportal.access.AccessStanding;
import org.assisterportal.access.AccessState;
import org.assisterportal.shared.Interval;
import org.assisterportal.shared.PersonId;
import org.assisterportal.shared.Sql;
import org.assisterportal.shared.Timeline;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds people by state; every row is judged again before it is shown or acted on. */
@Component
class Projection {
    static final int PAGE = 50;
    /** Tabs count so far and no further; a page doesn't grow with the table. */
    static final int MOST_COUNTED = 10_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    Projection(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** Writes what was judged; answers who is suspended by a lapse that nobody was told of yet. */
    List<AccessStanding> write(Collection<Standings.Judged> people) {
        Map<UUID, Instant> told = told(people);
        List<AccessStanding> untold = new ArrayList<>();
        List<Object[]> rows = new ArrayList<>();
        for (Standings.Judged judged : people) {
            AccessStanding standing = judged.standing();
            @Nullable Instant since = standing.stateSince();
            boolean suspended = standing.state() == AccessState.SUSPENDED;
            boolean tell = suspended && since != null && !Objects.equals(since, told.get(standing.person().value()));
            if (tell) {
                untold.add(standing);
            }
            rows.add(
                    new Object[] {
                        standing.person().value(), standing.roster().agency().value(), standing.roster().name().sorted(),
                        standing.roster().agencyName(), standing.state().name(), Sql.time(since),
                        Sql.time(nextChange(judged.allFour(), clock.instant())), suspended ? Sql.time(since) : null
                    });
        }
        batches.batchUpdate(
                """
                INSERT INTO access.projection
                       (person, agency, sort_name, agency_name, state, state_since, next_change, told_lapse)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (person) DO UPDATE SET agency = excluded.agency, sort_name = excluded.sort_name,
                    agency_name = excluded.agency_name, state = excluded.state, state_since = excluded.state_since,
                    next_change = excluded.next_change,
                    told_lapse = coalesce(excluded.told_lapse, access.projection.told_lapse)
                """,
                rows);
        return untold;
    }

    /** One page of a tab, longest waiting first. */
    List<PersonId> find(Tab tab, @Nullable String term, int page) {
        return jdbc.sql(
                        "SELECT person FROM access.projection WHERE state = :state"
                                + (term == null ? "" : " AND (sort_name ILIKE :like OR agency_name ILIKE :like)")
                                + " ORDER BY state_since, person LIMIT :limit OFFSET :offset")
                .param("state", tab.name())
                .param("like", "%" + (term == null ? "" : term.replace("%", "\\%").replace("_", "\\_")) + "%")
                .param("limit", PAGE)
                .param("offset", (page - 1) * PAGE)
                .query(UUID.class)
                .list()
                .stream()
                .map(PersonId::new)
                .toList();
    }

    Map<Tab, Long> counts() {
        Map<Tab, Long> counts = new EnumMap<>(Tab.class);
        jdbc.sql(
                        """
                        SELECT s.state, (SELECT count(*) FROM (SELECT 1 FROM access.projection p
                                          WHERE p.state = s.state LIMIT :most) few) AS people
                          FROM unnest(:states::text[]) s(state)
                        """)
                .param("most", MOST_COUNTED)
                .param("states", Sql.texts(List.of(Tab.values()).stream().map(Tab::name).toList()))
                .query((row, number) -> counts.put(Tab.valueOf(row.getString("state")), row.getLong("people")))
                .list();
        return counts;
    }

    /** Lets one officer at a time act on these people. */
    void lock(Collection<PersonId> people) {
        jdbc.sql("SELECT person FROM access.projection WHERE person = ANY(:people::uuid[]) ORDER BY person FOR UPDATE")
                .param("people", Sql.ids(people))
                .query(UUID.class)
                .list();
    }

    /** Takes people whose state has ended by time alone, so that no other process takes them too. */
    List<PersonId> due(int most) {
        return jdbc.sql(
                        """
                        SELECT person FROM access.projection WHERE next_change <= :now
                         ORDER BY next_change LIMIT :most FOR UPDATE SKIP LOCKED
                        """)
                .param("now", Sql.time(clock.instant()))
                .param("most", most)
                .query(UUID.class)
                .list()
                .stream()
                .map(PersonId::new)
                .toList();
    }

    private Map<UUID, Instant> told(Collection<Standings.Judged> people) {
        Map<UUID, Instant> told = new HashMap<>();
        jdbc.sql(
                        "SELECT person, told_lapse FROM access.projection"
                                + " WHERE person = ANY(:people::uuid[]) AND told_lapse IS NOT NULL")
                .param("people", Sql.ids(people.stream().map(judged -> judged.standing().person()).toList()))
                .query(
                        (row, number) ->
                                told.put(Sql.uuid(row, "person"), row.getObject("told_lapse", OffsetDateTime.class).toInstant()))
                .list();
        return told;
    }

    /** When, by what is known now, the four requirements stop or begin to hold together; null when never. */
    static @Nullable Instant nextChange(Timeline allFour, Instant now) {
        @Nullable Interval current = allFour.at(now).orElse(null);
        if (current != null) {
            return current.until();
        }
        return allFour.intervals().stream().map(Interval::from).filter(from -> from.isAfter(now)).findFirst().orElse(null);
    }
}
