package org.assisterportal.shared;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets one process at a time do something that has no row to lock. */
@Component
public class NamedLock {
    private final JdbcClient jdbc;

    NamedLock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits until nobody else holds it, and holds it until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(String name) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:name, 0))").param("name", name).query(row -> {});
    }
}
