package org.assisterportal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.assisterportal.shared.Apart;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.Objects;
import java.util.function.Function;

/**
 * A second, small pool with the same database user; its work is short and never asks for another
 * connection.
 */
@Component
class ApartConnections implements Apart, DisposableBean {
    private static final int CONNECTIONS = 5;
    private static final long LONGEST_WAIT_MILLIS = 5000;

    private final HikariDataSource pool;
    private final JdbcTemplate template;
    private final TransactionTemplate transaction;

    ApartConnections(JdbcConnectionDetails database) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("apart");
        config.setJdbcUrl(database.getJdbcUrl());
        config.setUsername(database.getUsername());
        config.setPassword(database.getPassword());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(LONGEST_WAIT_MILLIS);
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("logServerErrorDetail", "false");
        this.pool = new HikariDataSource(config);
        this.template = new JdbcTemplate(pool);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
    }

    @Override
    public <T> T run(Function<JdbcTemplate, T> work) {
        return Objects.requireNonNull(transaction.<T>execute(status -> work.apply(template)));
    }

    @Override
    public void destroy() {
        pool.close();
    }
}
