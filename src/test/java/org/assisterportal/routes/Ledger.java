package org.assisterportal.routes;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the marketplace keeps, as fingerprints, and a record that refuses an act's lines. */
@TestComponent
public class Ledger {
    private static final Pattern NAME = Pattern.compile("[a-z-]+(\\.[a-z-]+)?");

    private final JdbcClient jdbc;
    private final FlywayConnectionDetails owner;

    Ledger(JdbcClient jdbc, FlywayConnectionDetails owner) {
        this.jdbc = jdbc;
        this.owner = owner;
    }

    /** Everything but sessions, throttles and the record itself, one fingerprint a table. */
    public String fingerprints() {
        Map<String, String> prints = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        SELECT schemaname || '.' || tablename FROM pg_tables
                         WHERE schemaname NOT IN ('audit', 'public', 'pg_catalog', 'information_schema')
                           AND schemaname || '.' || tablename NOT LIKE '%session%' AND tablename <> 'throttle'
                           AND has_table_privilege(schemaname || '.' || tablename, 'SELECT') ORDER BY 1
                        """)
                .query(String.class)
                .list()
                .forEach(table -> prints.put(table, fingerprint(table)));
        return prints.toString();
    }

    /** Rows and the transactions that wrote them: a change that was kept, even to the same words, is another transaction's. */
    private String fingerprint(String table) {
        return jdbc.sql("SELECT count(*) || ' ' || coalesce(sum(xmin::text::bigint), 0) FROM " + table)
                .query(String.class)
                .single();
    }

    /** Does the work while the record refuses an act's lines. */
    public void refusing(String act, Runnable work) {
        try (Refusing ignored = new Refusing(act)) {
            work.run();
        }
    }

    /** Lets the database refuse the lines of one act, as long as it is open; only the owner can. */
    public final class Refusing implements AutoCloseable {
        public Refusing(String act) {
            if (!NAME.matcher(act).matches()) {
                throw new IllegalArgumentException(act);
            }
            run("ALTER TABLE audit.line ADD CONSTRAINT refusing CHECK (act <> '" + act + "') NOT VALID");
        }

        @Override
        public void close() {
            run("ALTER TABLE audit.line DROP CONSTRAINT refusing");
        }

        private void run(String sql) {
            try (Connection connection =
                            DriverManager.getConnection(owner.getJdbcUrl(), owner.getUsername(), owner.getPassword());
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
