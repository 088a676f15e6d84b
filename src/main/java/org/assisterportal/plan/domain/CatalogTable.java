package org.assisterportal.plan.domain;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.assisterportal.plan.Catalogs.PlanName;
import org.assisterportal.plan.Catalogs.State;
import org.assisterportal.plan.Catalogs.Version;
import org.assisterportal.plan.Catalogs.Withdrawal;
import org.assisterportal.plan.PlanId;
import org.assisterportal.shared.PageOf;
import org.assisterportal.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Catalogs as rows: versions of plan years, and withdrawals. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CatalogTable {
    private static final int PAGE = 20;
    private static final int MOST_NAMES = 1000;
    private static final int NO_CATALOG = 0;

    private final JdbcClient jdbc;
    private final DataSource source;
    private final Clock clock;

    CatalogTable(JdbcClient jdbc, DataSource source, Clock clock) {
        this.jdbc = jdbc;
        this.source = source;
        this.clock = clock;
    }

    /** Whoever imports or publishes the same year waits. */
    void lock(int planYear) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('plan.catalog'), :year)").param("year", planYear).query().singleRow();
    }

    boolean has(int planYear, String fingerprint) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM plan.catalog WHERE plan_year = :year AND fingerprint = :fingerprint)")
                .param("year", planYear)
                .param("fingerprint", fingerprint)
                .query(Boolean.class)
                .single();
    }

    int begin(int planYear, String fingerprint, String files, String by) {
        return jdbc.sql(
                        """
                        INSERT INTO plan.catalog (plan_year, number, state, fingerprint, source, plans, variants, benefits, rates, loaded_at, loaded_by)
                        SELECT :year, coalesce(max(number), 0) + 1, 'LOADED', :fingerprint, :files, 0, 0, 0, 0, :now, :by
                          FROM plan.catalog WHERE plan_year = :year
                        RETURNING id
                        """)
                .param("year", planYear)
                .param("fingerprint", fingerprint)
                .param("files", files)
                .param("now", Sql.time(clock.instant()))
                .param("by", by)
                .query(Integer.class)
                .single();
    }

    Store store(int catalog) {
        // The transaction's own connection, so that the rows stand or fall with it.
        Connection connection = DataSourceUtils.getConnection(source);
        try {
            return new CopyStore(connection.unwrap(PGConnection.class).getCopyAPI(), catalog);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void counted(int catalog, Map<String, Integer> counts) {
        jdbc.sql("UPDATE plan.catalog SET plans = :plans, variants = :variants, benefits = :benefits, rates = :rates WHERE id = :id")
                .param("plans", counts.getOrDefault("plans", 0))
                .param("variants", counts.getOrDefault("variants", 0))
                .param("benefits", counts.getOrDefault("benefits", 0))
                .param("rates", counts.getOrDefault("rates", 0))
                .param("id", catalog)
                .update();
    }

    void publish(Version version, String by) {
        jdbc.sql("UPDATE plan.catalog SET state = 'REPLACED' WHERE plan_year = :year AND state = 'PUBLISHED'")
                .param("year", version.planYear())
                .update();
        jdbc.sql("UPDATE plan.catalog SET state = 'PUBLISHED', published_at = :now, published_by = :by WHERE id = :id")
                .param("now", Sql.time(clock.instant()))
                .param("by", by)
                .param("id", version.id())
                .update();
    }

    boolean discard(int catalog) {
        return jdbc.sql("DELETE FROM plan.catalog WHERE id = :id AND state = 'LOADED'").param("id", catalog).update() == 1;
    }

    Optional<Version> version(int catalog) {
        return jdbc.sql("SELECT * FROM plan.catalog WHERE id = :id").param("id", catalog).query((row, number) -> version(row)).optional();
    }

    Optional<Version> published(int planYear) {
        return jdbc.sql("SELECT * FROM plan.catalog WHERE plan_year = :year AND state = 'PUBLISHED'")
                .param("year", planYear)
                .query((row, number) -> version(row))
                .optional();
    }

    PageOf<Version> versions(int page) {
        int total = jdbc.sql("SELECT count(*) FROM plan.catalog").query(Integer.class).single();
        List<Version> rows =
                jdbc.sql("SELECT * FROM plan.catalog ORDER BY plan_year DESC, number DESC LIMIT :size OFFSET :from")
                        .param("size", PAGE)
                        .param("from", (long) (Math.max(page, 1) - 1) * PAGE)
                        .query((row, number) -> version(row))
                        .list();
        return new PageOf<>(rows, Math.max(page, 1), PAGE, total);
    }

    List<PlanName> plans(int catalog) {
        return without(catalog, NO_CATALOG);
    }

    /** Plans of the one catalog that the other hasn't. */
    List<PlanName> without(int catalog, int other) {
        return jdbc.sql(
                        """
                        SELECT p.id, p.name, p.issuer_name FROM plan.plan p
                         WHERE p.catalog = :catalog
                           AND NOT EXISTS (SELECT 1 FROM plan.plan o WHERE o.catalog = :other AND o.id = p.id)
                         ORDER BY p.id LIMIT :most
                        """)
                .param("catalog", catalog)
                .param("other", other)
                .param("most", MOST_NAMES)
                .query((row, number) -> new PlanName(row.getString("id"), row.getString("name"), row.getString("issuer_name")))
                .list();
    }

    int repriced(int catalog, int other) {
        return jdbc.sql(
                        """
                        SELECT count(DISTINCT r.plan) FROM plan.rate r JOIN plan.rate o ON o.plan = r.plan AND o.area = r.area
                         WHERE r.catalog = :catalog AND o.catalog = :other
                           AND (r.plain, r.tobacco) IS DISTINCT FROM (o.plain, o.tobacco)
                        """)
                .param("catalog", catalog)
                .param("other", other)
                .query(Integer.class)
                .single();
    }

    boolean sells(int planYear, PlanId plan) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT 1 FROM plan.plan p JOIN plan.catalog c ON c.id = p.catalog
                                        WHERE c.plan_year = :year AND c.state = 'PUBLISHED' AND p.id = :plan)
                        """)
                .param("year", planYear)
                .param("plan", plan.value())
                .query(Boolean.class)
                .single();
    }

    boolean withdraw(int planYear, PlanId plan, LocalDate from, String reason, String by) {
        return jdbc.sql(
                                """
                                INSERT INTO plan.withdrawal (plan_year, plan, from_day, reason, at, by_name)
                                VALUES (:year, :plan, :from, :reason, :now, :by) ON CONFLICT DO NOTHING
                                """)
                        .param("year", planYear)
                        .param("plan", plan.value())
                        .param("from", from)
                        .param("reason", reason)
                        .param("now", Sql.time(clock.instant()))
                        .param("by", by)
                        .update()
                == 1;
    }

    boolean restore(int planYear, PlanId plan) {
        return jdbc.sql("DELETE FROM plan.withdrawal WHERE plan_year = :year AND plan = :plan")
                        .param("year", planYear)
                        .param("plan", plan.value())
                        .update()
                == 1;
    }

    List<Withdrawal> withdrawals() {
        return jdbc.sql(
                        """
                        SELECT w.plan_year, w.plan, coalesce(p.name, w.plan) AS name, w.from_day, w.reason, w.by_name
                          FROM plan.withdrawal w
                          LEFT JOIN plan.catalog c ON c.plan_year = w.plan_year AND c.state = 'PUBLISHED'
                          LEFT JOIN plan.plan p ON p.catalog = c.id AND p.id = w.plan
                         ORDER BY w.plan_year DESC, w.plan LIMIT :most
                        """)
                .param("most", MOST_NAMES)
                .query(
                        (row, number) ->
                                new Withdrawal(
                                        row.getInt("plan_year"), row.getString("plan"), row.getString("name"),
                                        row.getObject("from_day", LocalDate.class), row.getString("reason"), row.getString("by_name")))
                .list();
    }

    private static Version version(ResultSet row) throws SQLException {
        return new Version(
                row.getInt("id"), row.getInt("plan_year"), row.getInt("number"), State.valueOf(row.getString("state")), row.getString("source"),
                row.getInt("plans"), row.getInt("variants"), row.getInt("benefits"), row.getInt("rates"),
                Sql.instant(row, "loaded_at"), row.getString("loaded_by"), instant(row, "published_at"), row.getString("published_by"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column) == null ? null : Sql.instant(row, column);
    }

    Optional<String> carrier(String issuer) {
        return jdbc.sql("SELECT issuer_name FROM plan.plan WHERE issuer = :issuer ORDER BY catalog DESC LIMIT 1")
                .param("issuer", issuer)
                .query(String.class)
                .optional();
    }
}
