package org.assisterportal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assisterportal.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@MarketplaceTest
class ProductionDatabaseTests {
    @Autowired private JdbcConnectionDetails application;
    @Autowired private FlywayConnectionDetails owner;
    @Autowired private EmbeddedPostgres server;

    private static ProductionDatabase as(@Nullable String url, @Nullable String user, @Nullable String password) {
        return new ProductionDatabase(
                new JdbcTemplate(
                        new DriverManagerDataSource(requireNonNull(url), requireNonNull(user), requireNonNull(password))));
    }

    @Test
    void theApplicationsOwnRoleIsAccepted() {
        assertThatCode(
                        () ->
                                as(application.getJdbcUrl(), application.getUsername(), application.getPassword())
                                        .afterPropertiesSet())
                .doesNotThrowAnyException();
    }

    @Test
    void aRoleThatOwnsTablesIsRefusedWithTheReason() {
        assertThatThrownBy(
                        () -> as(owner.getJdbcUrl(), owner.getUsername(), owner.getPassword()).afterPropertiesSet())
                .hasMessageContaining("owns tables");
    }

    @Test
    void aRoleThatMayBecomeTheOwnerIsRefusedToo() {
        JdbcTemplate superuser =
                new JdbcTemplate(new DriverManagerDataSource(server.url(), "postgres", server.password("postgres")));
        superuser.execute("DROP ROLE IF EXISTS clerk");
        superuser.execute("CREATE ROLE clerk LOGIN IN ROLE app_owner PASSWORD 'only for this test'");
        try {
            assertThatThrownBy(() -> as(server.url(), "clerk", "only for this test").afterPropertiesSet())
                    .hasMessageContaining("may act as the owner of tables");
        } finally {
            superuser.execute("DROP ROLE clerk");
        }
    }

    @Test
    void aSuperuserIsRefusedWithTheReason() {
        assertThatThrownBy(() -> as(server.url(), "postgres", server.password("postgres")).afterPropertiesSet())
                .hasMessageContaining("is a superuser");
    }

    @ParameterizedTest
    @CsvSource({
        "GRANT UPDATE ON audit.line TO clerk, may change lines of the audit record",
        "GRANT UPDATE (act) ON audit.line TO clerk, may change lines of the audit record",
        "GRANT DELETE ON audit.line TO clerk, may delete lines of the audit record",
        "GRANT TRUNCATE ON audit.line TO clerk, may empty the audit record",
        "GRANT TRIGGER ON audit.line TO clerk, may put a trigger on the audit record",
        "CREATE SCHEMA clerks AUTHORIZATION clerk, owns schemas",
        "ALTER DATABASE assisterportal OWNER TO clerk, owns the database",
    })
    void aRoleThatMayChangeTheRecordOrOwnsWhatItStandsInIsRefused(String sql, String why) {
        JdbcTemplate superuser =
                new JdbcTemplate(new DriverManagerDataSource(server.url(), "postgres", server.password("postgres")));
        superuser.execute("CREATE ROLE clerk LOGIN PASSWORD 'only for this test'");
        superuser.execute("GRANT app_assister TO clerk WITH INHERIT FALSE, SET TRUE");
        try {
            assertThatCode(() -> as(server.url(), "clerk", "only for this test").afterPropertiesSet())
                    .doesNotThrowAnyException();
            superuser.execute(sql);
            assertThatThrownBy(() -> as(server.url(), "clerk", "only for this test").afterPropertiesSet())
                    .hasMessageContaining(why);
        } finally {
            superuser.execute("ALTER DATABASE assisterportal OWNER TO app_owner");
            superuser.execute("DROP OWNED BY clerk");
            superuser.execute("DROP ROLE clerk");
        }
    }

    @Test
    void aRoleThatCannotPutOnTheAssistersRoleIsRefusedAndTheGrantIsNamed() {
        JdbcTemplate superuser =
                new JdbcTemplate(new DriverManagerDataSource(server.url(), "postgres", server.password("postgres")));
        superuser.execute("CREATE ROLE clerk LOGIN PASSWORD 'only for this test'");
        try {
            assertThatThrownBy(() -> as(server.url(), "clerk", "only for this test").afterPropertiesSet())
                    .hasMessageContaining("GRANT app_assister TO clerk WITH INHERIT FALSE, SET TRUE");
        } finally {
            superuser.execute("DROP ROLE clerk");
        }
    }

    @Test
    void anAssistersRoleThatLooksPastTheWallIsRefused() {
        JdbcTemplate superuser =
                new JdbcTemplate(new DriverManagerDataSource(server.url(), "postgres", server.password("postgres")));
        superuser.execute("ALTER ROLE app_assister BYPASSRLS");
        try {
            assertThatThrownBy(
                            () ->
                                    as(application.getJdbcUrl(), application.getUsername(), application.getPassword())
                                            .afterPropertiesSet())
                    .hasMessageContaining("looks past row-level security");
        } finally {
            superuser.execute("ALTER ROLE app_assister NOBYPASSRLS");
        }
    }
}
