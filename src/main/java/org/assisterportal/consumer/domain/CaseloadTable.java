package org.assisterportal.consumer.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.assisterportal.access.AccessStanding;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.consumer.CaseRow;
import org.assisterportal.consumer.CaseRow.Waits;
import org.assisterportal.consumer.Caseload;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.Scope;
import org.assisterportal.policy.PolicyValues;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.AgencyId;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.Minnesota;
import org.assisterportal.shared.NotFound;
import org.assisterportal.shared.PageOf;
import org.assisterportal.shared.PersonId;
import org.assisterportal.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lists begin at the index of an assister's caseload, so that none grows with the number of consumers. */
@Component
class CaseloadTable implements Caseload {
    private static final int PAGE = 25;
    private static final int MOST_FOUND = 50;
    private static final String MINE =
            " FROM consumer.caseload WHERE assister = :me AND agency = :agency AND valid_until > :now AND closed_at IS NULL";
    static final String ROW =
            "SELECT consumer AS id, name, scope, case_status, case_next, case_waits, case_due, last_activity";

    private static final String ELSEWHERE =
            // Both sides of the agency are ranges of the index; being another one would be asked of every row.
            "((SELECT count(*) FROM consumer.caseload m WHERE m.assister = :me AND m.agency < :agency AND m.valid_until > :now)"
                    + " + (SELECT count(*) FROM consumer.caseload m WHERE m.assister = :me AND m.agency > :agency"
                    + " AND m.valid_until > :now)) AS elsewhere";
    private static final String SEARCHED = ROW + ", email, phone, birth_date, address, " + ELSEWHERE + MINE;

    private final JdbcClient jdbc;
    private final PolicyValues policy;
    private final AuditLog audit;
    private final Clock clock;

    CaseloadTable(JdbcClient jdbc, PolicyValues policy, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.policy = policy;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Shown list(Actor by, AccessStanding standing, Filter filter, Order order, int page) {
        String sorted =
                switch (order) {
                    case NAME -> " ORDER BY sort_name, id";
                    case ACTIVITY -> " ORDER BY last_activity DESC, id";
                    case DUE -> " ORDER BY case_due NULLS LAST, sort_name, id";
                };
        // The caseload is read once, for its numbers and for the page of it.
        String shown =
                "WITH mine AS MATERIALIZED (" + ROW + ", sort_name" + MINE + ") SELECT page.*, total, waiting, soon, " + ELSEWHERE
                        + " FROM (SELECT count(*) AS total, count(*) FILTER (WHERE case_waits = 'ASSISTER') AS waiting,"
                        + " count(*) FILTER (WHERE case_due <= :soon) AS soon FROM mine) counted"
                        + " LEFT JOIN (SELECT * FROM mine" + where(filter) + sorted + " LIMIT " + PAGE + " OFFSET "
                        + (page - 1) * PAGE + ") page ON true" + sorted;
        List<CaseRow> rows = new ArrayList<>();
        List<Counts> counts = new ArrayList<>();
        mine(shown, standing)
                .query(
                        row -> {
                            if (counts.isEmpty()) {
                                counts.add(
                                        new Counts(
                                                row.getLong("total"), row.getLong("waiting"), row.getLong("soon"),
                                                row.getLong("elsewhere")));
                            }
                            if (row.getObject("id") != null) {
                                rows.add(row(row));
                            }
                        });
        audit.record(line(by, standing, "portal.list-shown", rows));
        Counts counted = counts.getFirst();
        return new Shown(new PageOf<>(rows, page, PAGE, counted.of(filter)), counted);
    }

    private record Fitting(CaseRow row, int fit) {}

    @Override
    @Transactional
    public Found search(Actor by, AccessStanding standing, String term) {
        CaseSearch search = CaseSearch.of(term).orElse(null);
        LocalDate soon = soon();
        List<Fitting> fitting = new ArrayList<>();
        long[] counts = new long[4];
        mine(SEARCHED, standing)
                .query(
                        row -> {
                            counts[0]++;
                            counts[1] += row.getString("case_waits").equals(Waits.ASSISTER.name()) ? 1 : 0;
                            LocalDate due = row.getObject("case_due", LocalDate.class);
                            counts[2] += due != null && !due.isAfter(soon) ? 1 : 0;
                            counts[3] = row.getLong("elsewhere");
                            OptionalInt fit = search == null ? OptionalInt.empty() : search.fit(texts(row));
                            if (fit.isPresent()) {
                                fitting.add(new Fitting(row(row), fit.getAsInt()));
                            }
                        });
        List<CaseRow> best =
                fitting.stream()
                        .sorted(Comparator.comparingInt(Fitting::fit).thenComparing(found -> found.row().name()))
                        .limit(MOST_FOUND)
                        .map(Fitting::row)
                        .toList();
        audit.record(line(by, standing, "portal.searched", best).with("term", audit.hashOf(term)));
        return new Found(best, new Counts(counts[0], counts[1], counts[2], counts[3]));
    }

    private static CaseSearch.Texts texts(ResultSet row) throws SQLException {
        return new CaseSearch.Texts(
                row.getString("name"), row.getString("email"), row.getString("phone"),
                row.getObject("birth_date", LocalDate.class), row.getString("address"));
    }

    @Override
    @Transactional(readOnly = true)
    public PageOf<Ended> ended(AccessStanding standing, int page) {
        String which = " FROM consumer.authorization_end WHERE assister = :me";
        List<Ended> rows =
                mine("SELECT number, ended_at" + which + " ORDER BY ended_at DESC LIMIT " + PAGE + " OFFSET " + (page - 1) * PAGE, standing)
                        .query((row, number) -> new Ended(row.getLong("number"), Sql.instant(row, "ended_at")))
                        .list();
        long counted =
                mine("SELECT count(*) FROM (SELECT 1" + which + " LIMIT " + PageOf.COUNTED_TO + ") few", standing)
                        .query(Long.class)
                        .single();
        return PageOf.counted(rows, page, PAGE, rows.size(), counted);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void progress(ConsumerId consumer, String status, String next, Waits waits, @Nullable LocalDate due) {
        jdbc.sql(
                        """
                        UPDATE consumer.consumer SET case_status = :status, case_next = :next, case_waits = :waits,
                               case_due = :due, last_activity = :now
                         WHERE id = :id
                        """)
                .param("status", status)
                .param("next", next)
                .param("waits", waits.name())
                .param("due", due)
                .param("now", Sql.time(clock.instant()))
                .param("id", consumer.value())
                .update();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void afterDecision(ConsumerId consumer, boolean enrolled, String next, Waits waits, @Nullable LocalDate due) {
        jdbc.sql(
                        "UPDATE consumer.consumer SET case_status = :status, case_next = :next, case_waits = :waits, case_due = :due"
                                + " WHERE id = :id AND case_status IN ('DETERMINED', 'ENROLLED')")
                .param("status", enrolled ? "ENROLLED" : "DETERMINED")
                .param("next", next)
                .param("waits", waits.name())
                .param("due", due)
                .param("id", consumer.value())
                .update();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<ConsumerId> late(LocalDate today, int most) {
        return jdbc.sql(
                        "SELECT id FROM consumer.consumer WHERE case_next IN ('CHOOSE_PLAN', 'RENEW') AND case_due < :today"
                                + " ORDER BY case_due LIMIT :most")
                .param("today", today)
                .param("most", most)
                .query((row, number) -> new ConsumerId(Sql.uuid(row, "id")))
                .list();
    }

    @Override
    @Transactional
    public List<Load> ofAgency(AgencyId agency, Actor contact) {
        if (!contact.wears(Hat.AGENCY_CONTACT) || !agency.value().equals(contact.agency())) {
            throw new NotFound();
        }
        audit.record(AuditLine.of(contact, "agency.caseload-shown").about(agency.value()).in(agency));
        return jdbc.sql(
                        """
                        SELECT a.assister, count(*) AS consumers, count(*) FILTER (WHERE c.case_waits = 'ASSISTER') AS waiting,
                               count(*) FILTER (WHERE c.case_due <= :soon) AS due,
                               min(c.last_activity) FILTER (WHERE c.case_waits = 'ASSISTER') AS oldest
                          FROM consumer.authority a
                          JOIN consumer.consumer c ON c.id = a.consumer AND c.closed_at IS NULL
                         WHERE a.agency = :agency AND a.valid_until > :now
                         GROUP BY a.assister
                         ORDER BY oldest NULLS LAST, consumers DESC, a.assister
                        """)
                .param("agency", agency.value())
                .param("now", Sql.time(clock.instant()))
                .param("soon", soon())
                .query(
                        (row, number) ->
                                new Load(
                                        new PersonId(Sql.uuid(row, "assister")), row.getLong("consumers"),
                                        row.getLong("waiting"), row.getLong("due"), Sql.instantOrNull(row, "oldest")))
                .list();
    }

    private static String where(Filter filter) {
        return switch (filter) {
            case ALL -> "";
            case WAITING -> " WHERE case_waits = 'ASSISTER'";
            case DUE -> " WHERE case_due <= :soon";
        };
    }

    /** A statement about the assister's own; without access there is nothing. */
    private JdbcClient.StatementSpec mine(String sql, AccessStanding standing) {
        if (!standing.granted()) {
            throw new NotFound();
        }
        return jdbc.sql(sql)
                .param("me", standing.person().value())
                .param("agency", standing.roster().agency().value())
                .param("now", Sql.time(clock.instant()))
                .param("soon", soon());
    }

    private LocalDate soon() {
        return Minnesota.today(clock).plusDays(policy.inForce("portal.due-soon-days").number());
    }

    static CaseRow row(ResultSet row) throws SQLException {
        return new CaseRow(
                new ConsumerId(Sql.uuid(row, "id")), row.getString("name"), Scope.valueOf(row.getString("scope")),
                row.getString("case_status"), row.getString("case_next"), Waits.valueOf(row.getString("case_waits")),
                row.getObject("case_due", LocalDate.class), Sql.instant(row, "last_activity"));
    }

    private static AuditLine line(Actor by, AccessStanding standing, String act, List<CaseRow> rows) {
        List<UUID> ids = rows.stream().map(found -> found.id().value()).toList();
        return AuditLine.of(by, act).about(standing.person().value()).in(standing.roster().agency()).showing(ids);
    }
}
