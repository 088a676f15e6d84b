package org.assisterportal.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Makes the database and its three roles: the owner of the tables, and two that only use them. */
final class DatabaseSetUp {
    private DatabaseSetUp() {}

    static void ensure(EmbeddedPostgres server) {
        try (Connection connection =
                        DriverManager.getConnection(server.adminUrl(), "postgres", server.password("postgres"));
                Statement statement = connection.createStatement()) {
            for (String role : List.of("app_owner", "app", "app_assister")) {
                if (missing(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + role + "'")) {
                    // The password is 32 characters of the URL-safe alphabet, made by us.
                    statement.execute(
                            "CREATE ROLE " + role + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD '"
                                    + server.password(role) + "'");
                }
            }
            // In the assister's hat app puts on the other role; it has none of that role's sight by itself.
            statement.execute("GRANT app_assister TO app WITH INHERIT FALSE, SET TRUE");
            if (missing(statement, "SELECT 1 FROM pg_database WHERE datname = 'assisterportal'")) {
                statement.execute("CREATE DATABASE assisterportal OWNER app_owner");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the embedded database can't be set up", e);
        }
    }

    private static boolean missing(Statement statement, String query) throws SQLException {
        try (ResultSet found = statement.executeQuery(query)) {
            return !found.next();
        }
    }
}
