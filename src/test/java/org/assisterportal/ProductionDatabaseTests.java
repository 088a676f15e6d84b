package org.assisterportal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assisterportal.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
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
}
