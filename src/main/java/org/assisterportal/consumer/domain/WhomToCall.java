package org.assisterportal.consumer.domain;

import java.util.UUID;
import org.assisterportal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How an officer reaches the consumer of an authorization, and of which agency its assister was. A number that an assister
 * typed isn't one to check that assister by.
 */
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
                        SELECT g.agency, c.email, c.language, c.interpreter,
                               CASE WHEN (SELECT d.by_hat FROM consumer.diary d
                                           WHERE d.consumer = c.id AND d.act = 'consumer.profile-changed'
                                             AND 'phone' = ANY(d.facts)
                                           ORDER BY d.at DESC LIMIT 1) = 'ASSISTER'
                                    THEN '' ELSE c.phone END AS phone
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
