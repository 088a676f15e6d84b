package org.assisterportal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the role of an assister's requests may do, over all tables: whoever gives it more writes it down here, too. */
@MarketplaceTest
class AssisterRightsTests {
    private static final Path WRITTEN = Path.of("src/test/resources/assister-rights.txt");

    // What PUBLIC may do counts: the role may do it as well.
    private static final String RIGHTS =
            """
            WITH tables AS (
                SELECT c.oid, n.nspname || '.' || c.relname AS name
                  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                 WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
            ), whole AS (
                SELECT t.oid, t.name, p.act, NULL AS columns
                  FROM tables t, unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) p(act)
                 WHERE has_table_privilege('app_assister', t.oid, p.act)
            ), parts AS (
                SELECT t.oid, t.name, p.act, string_agg(a.attname, ', ' ORDER BY a.attnum) AS columns
                  FROM tables t
                  CROSS JOIN unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'REFERENCES']) p(act)
                  JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
                 WHERE has_column_privilege('app_assister', t.oid, a.attnum, p.act)
                   AND NOT has_table_privilege('app_assister', t.oid, p.act)
                 GROUP BY t.oid, t.name, p.act
            )
            SELECT name || ' ' || act || coalesce(' (' || columns || ')', '') FROM (SELECT * FROM whole UNION ALL SELECT * FROM parts) r
            UNION ALL
            SELECT p.oid::regprocedure::text || ' EXECUTE as ' || pg_get_userbyid(p.proowner)
              FROM pg_proc p WHERE p.prosecdef AND has_function_privilege('app_assister', p.oid, 'EXECUTE')
            """;

    @Autowired private JdbcClient jdbc;

    @Test
    void theRoleMayDoWhatIsWrittenDownAndNothingElse() throws IOException {
        List<String> written =
                Files.readAllLines(WRITTEN).stream().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        assertThat(jdbc.sql(RIGHTS).query(String.class).list())
                .as("rights of app_assister; what an assister's request doesn't need is taken away, the rest stands in " + WRITTEN)
                .containsExactlyInAnyOrderElementsOf(written);
    }

    @Test
    void whatItReadsOfAccountsIsFoundByRowExceptWhatIsSealed() {
        assertThat(
                        jdbc.sql(
                                        """
                                        SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                                         WHERE n.nspname IN ('identity', 'notification') AND c.relkind = 'r' AND NOT c.relrowsecurity
                                           AND has_any_column_privilege('app_assister', c.oid, 'SELECT')
                                        """)
                                .query(String.class)
                                .list())
                .containsExactly("held_form");
    }
}
