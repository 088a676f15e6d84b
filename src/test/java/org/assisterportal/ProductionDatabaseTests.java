package org.assisterportal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
}
