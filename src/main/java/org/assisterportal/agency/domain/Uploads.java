package org.assisterportal.agency.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.agency.CellProblem;
import org.assisterportal.agency.RosterColumn;
import org.assisterportal.agency.RosterEntry;
import org.assisterportal.agency.Rosters.Difference;
import org.assisterportal.agency.Rosters.Preview;
import org.assisterportal.agency.Rosters.PreviewRow;
import org.assisterportal.agency.Rosters.RowState;
import org.assisterportal.agency.domain.RosterFile.Unreadable;
import org.assisterportal.policy.MailboxRule;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.AgencyId;
import org.assisterportal.shared.PageOf;
import org.assisterportal.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files between upload and acceptance, for a day; each look compares the file with the roster as it is then. */
@Component
class Uploads {
    private static final Duration WAITS = Duration.ofHours(24);
    private static final int PAGE = 50;
    private static final int MOST_LISTED_ON_A_PAGE = 200;
    private static final int MOST_KEPT_OF_A_FILE = 5_000;

    private final JdbcClient jdbc;
    private final RosterPolicy policy;
    private final RowMatching matching;
    private final DraftTable drafts;
    private final Clock clock;

    Uploads(JdbcClient jdbc, RosterPolicy policy, RowMatching matching, DraftTable drafts, Clock clock) {
        this.jdbc = jdbc;
        this.policy = policy;
        this.matching = matching;
        this.drafts = drafts;
        this.clock = clock;
    }

    private record Kept(UUID id, String fileName, String content) {}

    private record Judged(PreviewRow row, Optional<DraftTable.Kept> change, @Nullable UUID known) {}

    /** A preview, and the people known before of whom it shows a row. */
    record Looked(Preview preview, List<UUID> known) {}

    void store(AgencyId agency, String fileName, byte[] bytes, Actor by) throws Unreadable {
        String text = RosterFile.decode(bytes);
        RosterFile.rows(text);
        jdbc.sql(
                        """
                        INSERT INTO agency.upload (agency, id, file_name, content, uploaded_by, uploaded_at)
                        VALUES (:agency, :id, :name, :content, :by, :now)
                        ON CONFLICT (agency) DO UPDATE SET id = excluded.id, file_name = excluded.file_name,
                            content = excluded.content, uploaded_by = excluded.uploaded_by,
                            uploaded_at = excluded.uploaded_at
                        """)
                .param("agency", agency.value())
                .param("id", UUID.randomUUID())
                .param("name", fileName.length() > 200 ? fileName.substring(0, 200) : fileName)
                .param("content", text)
                .param("by", by.name())
                .param("now", Sql.time(clock.instant()))
                .update();
    }

    boolean waits(AgencyId agency) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM agency.upload WHERE agency = :agency AND uploaded_at > :since)")
                .param("agency", agency.value())
                .param("since", Sql.time(oldest()))
                .query(Boolean.class)
                .single();
    }

    Optional<Looked> preview(AgencyId agency, int page) {
        return kept(agency).map(kept -> preview(agency, kept, page));
    }

    /** Takes every row over; empty when one is in error, the file is gone, or another was uploaded meanwhile. */
    Optional<Integer> accept(AgencyId agency, UUID upload, Actor by) {
        Optional<Kept> kept = kept(agency).filter(file -> file.id().equals(upload));
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        List<Judged> rows = judge(agency, kept.get());
        if (rows.stream().anyMatch(row -> row.row().state() == RowState.ERROR)) {
            return Optional.empty();
        }
        List<DraftTable.Kept> changes = rows.stream().flatMap(row -> row.change().stream()).toList();
        drafts.keep(agency, changes, by);
        drop(agency);
        return Optional.of(changes.size());
    }

    void drop(AgencyId agency) {
        jdbc.sql("DELETE FROM agency.upload WHERE agency = :agency").param("agency", agency.value()).update();
    }

    /** Forgets the files that waited too long; tells whose, by the agency. */
    Map<AgencyId, UUID> dropOld() {
        Map<AgencyId, UUID> dropped = new HashMap<>();
        jdbc.sql("DELETE FROM agency.upload WHERE uploaded_at <= :since RETURNING agency, id")
                .param("since", Sql.time(oldest()))
                .query((row, number) -> dropped.put(new AgencyId(Sql.uuid(row, "agency")), Sql.uuid(row, "id")))
                .list();
        return dropped;
    }

    private Instant oldest() {
        return clock.instant().minus(WAITS);
    }

    static List<Difference> differences(@Nullable RosterEntry before, RosterEntry after) {
        Map<RosterColumn, String> old = before == null ? Map.of() : Cells.of("", before);
        Map<RosterColumn, String> fresh = Cells.of("", after);
        List<Difference> differences = new ArrayList<>();
        for (RosterColumn column : RosterColumn.values()) {
            String was = old.getOrDefault(column, "");
            String is = fresh.getOrDefault(column, "");
            if (!was.equals(is)) {
                differences.add(new Difference(column, was, is));
            }
        }
        return differences;
    }

    private Looked preview(AgencyId agency, Kept kept, int page) {
        List<Judged> rows =
                judge(agency, kept).stream()
                        .sorted(
                                Comparator.comparing((Judged one) -> one.row().state())
                                        .thenComparing(one -> one.row().number()))
                        .toList();
        Map<RowState, Long> counts = new EnumMap<>(RowState.class);
        for (RowState state : RowState.values()) {
            counts.put(state, rows.stream().filter(one -> one.row().state() == state).count());
        }
        int number = Math.max(1, page);
        List<Judged> part = rows.stream().skip((long) (number - 1) * PAGE).limit(PAGE).toList();
        List<PreviewRow> listed = new ArrayList<>();
        int room = MOST_LISTED_ON_A_PAGE;
        for (Judged one : part) {
            listed.add(one.row().listing(room));
            room -= listed.getLast().problems().size();
        }
        PageOf<PreviewRow> shown = new PageOf<>(listed, number, PAGE, rows.size());
        List<UUID> known = part.stream().map(Judged::known).filter(Objects::nonNull).toList();
        return new Looked(new Preview(kept.id(), kept.fileName(), counts, shown), known);
    }

    private List<Judged> judge(AgencyId agency, Kept kept) {
        List<RosterFile.Row> rows;
        try {
            rows = RosterFile.rows(kept.content());
        } catch (Unreadable e) {
            throw new IllegalStateException("a stored file became unreadable", e);
        }
        RowRules rules = policy.rows();
        MailboxRule mailboxes = policy.mailboxes();
        List<Judged> judged = new ArrayList<>();
        List<RowMatching.Candidate> candidates = new ArrayList<>();
        int room = MOST_KEPT_OF_A_FILE;
        for (RosterFile.Row row : rows) {
            RowRules.Reading reading = rules.read(row.cells());
            if (reading.entry().isPresent()) {
                candidates.add(new RowMatching.Candidate(row.number(), row.cells(), reading.entry().get(), null));
            } else {
                PreviewRow wrong = error(row.number(), name(row.cells()), reading.problems(), reading.more()).listing(room);
                judged.add(new Judged(wrong, Optional.empty(), null));
                room -= wrong.problems().size();
            }
        }
        List<RowMatching.Match> matches = matching.match(agency, candidates);
        for (int i = 0; i < candidates.size(); i++) {
            judged.add(judge(candidates.get(i), matches.get(i), mailboxes));
        }
        return judged;
    }

    private static Judged judge(RowMatching.Candidate row, RowMatching.Match match, MailboxRule mailboxes) {
        String name = row.entry().name().sorted();
        if (!match.problems().isEmpty()) {
            return new Judged(error(row.number(), name, match.problems(), 0), Optional.empty(), null);
        }
        List<Difference> differences = differences(match.latest(), row.entry());
        RowState state =
                match.latest() == null ? RowState.NEW : differences.isEmpty() ? RowState.UNCHANGED : RowState.CHANGED;
        String asked = mailboxes.asks(row.entry().email()) ? row.entry().email() : "";
        Optional<DraftTable.Kept> change =
                state == RowState.UNCHANGED
                        ? Optional.empty()
                        : Optional.of(new DraftTable.Kept(match.person(), match.newHere(), row.entry()));
        List<Difference> shown = state == RowState.NEW ? List.of() : differences;
        return new Judged(
                new PreviewRow(row.number(), state, name, shown, List.of(), 0, asked), change,
                match.latest() == null ? null : match.person());
    }

    private static PreviewRow error(int number, String name, List<CellProblem> problems, int more) {
        return new PreviewRow(number, RowState.ERROR, name, List.of(), problems, more, "");
    }

    private static String name(Cells cells) {
        return part(cells, RosterColumn.LAST_NAME) + ", " + part(cells, RosterColumn.FIRST_NAME);
    }

    private static String part(Cells cells, RosterColumn column) {
        String name = cells.get(column);
        return name.length() > column.longest() ? name.substring(0, column.longest()) + "…" : name;
    }

    private Optional<Kept> kept(AgencyId agency) {
        return jdbc.sql(
                        "SELECT id, file_name, content FROM agency.upload WHERE agency = :agency AND uploaded_at > :since")
                .param("agency", agency.value())
                .param("since", Sql.time(oldest()))
                .query(
                        (row, number) ->
                                new Kept(Sql.uuid(row, "id"), row.getString("file_name"), row.getString("content")))
                .optional();
    }
}
