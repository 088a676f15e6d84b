package org.assisterportal.processes;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.assisterportal.embedded.EmbeddedPostgres;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** One PostgreSQL for all process tests, as an operator would have it: an empty database and the product's roles. */
public final class DatabaseServer {
    private static final EmbeddedPostgres SERVER = EmbeddedPostgres.start(Path.of("target", "process-data"));

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(DatabaseServer::end));
    }

    private DatabaseServer() {}

    private static void end() {
        // In this order: a product that loses its database first would wait for it.
        ServerProcess.killAll();
        SERVER.close();
    }

    /** A new and empty database. */
    public static Database empty(String name) {
        JdbcClient administrator = new Database("assisterportal").as("postgres");
        administrator.sql("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)").update();
        administrator.sql("CREATE DATABASE " + name + " OWNER app_owner").update();
        return new Database(name);
    }

    /** A database by name. */
    public record Database(String name) {
        String url() {
            return "jdbc:postgresql://127.0.0.1:" + SERVER.port() + "/" + name;
        }

        /** A look into the database beside the product; every statement is its own transaction. */
        public JdbcClient as(String role) {
            return JdbcClient.create(connections(role));
        }

        DriverManagerDataSource connections(String role) {
            return new DriverManagerDataSource(url(), role, SERVER.password(role));
        }

        /** The settings of a product that works on it, with the given role for its daily work. */
        public Map<String, String> settings(String role) {
            Map<String, String> settings = new HashMap<>();
            settings.put("SPRING_DATASOURCE_URL", url());
            settings.put("SPRING_DATASOURCE_USERNAME", role);
            settings.put("SPRING_DATASOURCE_PASSWORD", SERVER.password(role));
            settings.put("SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE", "8");
            settings.put("SPRING_FLYWAY_USER", "app_owner");
            settings.put("SPRING_FLYWAY_PASSWORD", SERVER.password("app_owner"));
            return settings;
        }
    }
}
