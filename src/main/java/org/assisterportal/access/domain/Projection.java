package org.assisterportal.access.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assisterportal.access.AccessDesk.Day;
import org.assisterportal.access.AccessDesk.Tab;
import org.assisterportal.access.AccessStanding;
import org.assisterportal.access.AccessState;
import org.assisterportal.access.AgencyAccess.Group;
import org.assisterportal.shared.AgencyId;
import org.assisterportal.shared.Interval;
import org.assisterportal.shared.Minnesota;
import org.assisterportal.shared.PageOf;
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
    static final int MOST_PAGES = 10_000;

    private static final String MOST = " LIMIT " + PageOf.COUNTED_TO + ")";

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
                        Sql.time(nextChange(judged)), suspended ? Sql.time(since) : null, Group.CERTIFIED.has(standing),
                        Group.ON_AGENCY.has(standing), Group.ON_ASSISTER.has(standing), Group.NOT_APPROVED.has(standing)
                    });
        }
        batches.batchUpdate(
                """
                INSERT INTO access.projection
                       (person, agency, sort_name, agency_name, state, state_since, next_change, told_lapse, certified,
                        on_agency, on_assister, not_approved)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (person) DO UPDATE SET agency = excluded.agency, sort_name = excluded.sort_name,
                    agency_name = excluded.agency_name, state = excluded.state, state_since = excluded.state_since,
                    next_change = excluded.next_change, certified = excluded.certified,
                    on_agency = excluded.on_agency, on_assister = excluded.on_assister,
                    not_approved = excluded.not_approved,
                    told_lapse = coalesce(excluded.told_lapse, access.projection.told_lapse)
                """,
                rows);
        return untold;
    }

    /** One page of a group of an agency's people, by last name. */
    List<PersonId> find(AgencyId agency, Group group, int page) {
        return jdbc.sql(
                        "SELECT person FROM access.projection WHERE agency = :agency AND "
                                + where(group)
                                + " ORDER BY sort_name, person" + rows(page))
                .param("agency", agency.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(PersonId::new)
                .toList();
    }

    // As words, not parameters, so that the plan is made once and not for each look.
    private static String rows(int page) {
        return " LIMIT " + PAGE + " OFFSET " + (page - 1) * PAGE;
    }

    Map<Group, Long> counts(AgencyId agency) {
        Map<Group, Long> counts = new EnumMap<>(Group.class);
        String each =
                Arrays.stream(Group.values())
                        .map(
                                group ->
                                        "SELECT '" + group + "' AS who, (SELECT count(*) FROM (SELECT 1 FROM access.projection"
                                                + " WHERE agency = :agency AND " + where(group) + MOST + " few) AS people")
                        .collect(Collectors.joining(" UNION ALL "));
        jdbc.sql(each)
                .param("agency", agency.value())
                .query((row, number) -> counts.put(Group.valueOf(row.getString("who")), row.getLong("people")))
                .list();
        return counts;
    }

    private static String where(Group group) {
        return switch (group) {
            case ON_AGENCY -> "on_agency";
            case ON_ASSISTER -> "on_assister";
            case CERTIFIED -> "certified";
            case NOT_APPROVED -> "not_approved";
            case READY, HELD, ENROLLED, ACTIVE, SUSPENDED -> "state = '" + group + "'";
        };
    }

    /** One page of a tab, longest waiting first, how many people each tab has, and the day's picture. */
    record Queue(List<PersonId> people, Map<Tab, Long> tabs, Day day) {}

    /** By one statement; the states stand in it as words, so that the planner knows the frequent from the rare. */
    Queue queue(Tab shown, @Nullable String term, int page) {
        String each =
                Arrays.stream(Tab.values())
                        .map(
                                tab ->
                                        "(SELECT count(*) FROM (SELECT 1 FROM access.projection WHERE state = '" + tab + "'" + MOST
                                                + " few) AS " + tab)
                        .collect(Collectors.joining(", "));
        return jdbc.sql(
                        "SELECT " + each
                                + ", ARRAY(SELECT person FROM access.projection WHERE state = '" + shown + "'"
                                + (term == null ? "" : " AND (sort_name ILIKE :like OR agency_name ILIKE :like)")
                                + " ORDER BY state_since, person" + rows(page) + ") AS people"
                                + ", (SELECT count(*) FROM (SELECT 1 FROM access.projection"
                                + " WHERE state = 'READY' AND state_since >= :today" + MOST + " few) AS arrived"
                                + ", (SELECT count(*) FROM (SELECT 1 FROM access.enrollment WHERE enrolled_at >= :today" + MOST
                                + " few) AS enrolled"
                                + ", (SELECT min(state_since) FROM access.projection WHERE state = 'READY') AS oldest")
                .param("today", Sql.time(Minnesota.startOf(Minnesota.today(clock))))
                .param("like", Sql.like(term))
                .query(
                        (row, number) -> {
                            Map<Tab, Long> tabs = new EnumMap<>(Tab.class);
                            for (Tab tab : Tab.values()) {
                                tabs.put(tab, row.getLong(tab.name()));
                            }
                            UUID[] people = (UUID[]) row.getArray("people").getArray();
                            return new Queue(
                                    Arrays.stream(people).map(PersonId::new).toList(), tabs,
                                    new Day(row.getLong("arrived"), row.getLong("enrolled"), Sql.instantOrNull(row, "oldest")));
                        })
                .single();
    }

    /** Lets one act at a time, and one judgment, write about these people. */
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

    /** What is written of each person, as one text to compare; nobody's name is in it. */
    Map<PersonId, String> written(Collection<PersonId> people) {
        Map<PersonId, String> written = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT person, concat_ws(' ', state, state_since, next_change, agency, certified, on_agency, on_assister,
                                                 not_approved, md5(sort_name || agency_name)) AS row
                          FROM access.projection WHERE person = ANY(:people::uuid[])
                        """)
                .param("people", Sql.ids(people))
                .query((row, number) -> written.put(new PersonId(Sql.uuid(row, "person")), row.getString("row")))
                .list();
        return written;
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

    private @Nullable Instant nextChange(Standings.Judged judged) {
        Instant now = clock.instant();
        return Stream.of(judged.allFour(), judged.standing().certification().certified())
                .map(timeline -> nextChange(timeline, now))
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** When, by what is known now, it stops or begins to hold; null when never. */
    static @Nullable Instant nextChange(Timeline allFour, Instant now) {
        @Nullable Interval current = allFour.at(now).orElse(null);
        if (current != null) {
            return current.until();
        }
        return allFour.intervals().stream().map(Interval::from).filter(from -> from.isAfter(now)).findFirst().orElse(null);
    }
}
