package org.assisterportal.consumer.domain;

import java.util.UUID;
import org.assisterportal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How an officer reaches the consumer of an authorization, and of which agency its assister was. */
@Component
class WhomToCall {
    private final JdbcClient jdbc;

    WhomToCall(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Person(UUID agency, String email, String phone, String language, String interpreter) {}

    Person about(UUID authorization) {
        return jdbc.sql(
                        """
                        SELECT g.agency, c.email, c.phone, c.language, c.interpreter
                          FROM consumer.authorization_given g JOIN consumer.consumer c ON c.id = g.consumer
                         WHERE g.id = :authorization
                        """)
                .param("authorization", authorization)
                .query(
                        (row, number) ->
                                new Person(
                                        Sql.uuid(row, "agency"), row.getString("email"), row.getString("phone"),
                                        row.getString("language"), row.getString("interpreter")))
                .single();
    }
}
