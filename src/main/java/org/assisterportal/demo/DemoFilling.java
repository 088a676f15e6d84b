package org.assisterportal.demo;

import java.util.function.BooleanSupplier;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Fills the demo all or nothing: one that was stopped meanwhile begins again, and a second process waits for the first. */
@Component
@Profile("demo")
class DemoFilling {
    private final JdbcClient jdbc;

    DemoFilling(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    public void once(BooleanSupplier empty, Runnable fill) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('demo'))").query(row -> {});
        if (empty.getAsBoolean()) {
            fill.run();
        }
    }
}
