package org.assisterportal.consumer.domain;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.Consumers;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Apart;
import org.assisterportal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What an assister had typed when the authority ended. It is written apart, because the assister's own role may write
 * nothing about this consumer any more; only for somebody who could help the consumer within the hour, and
 * once: it is no way to go on writing to them.
 */
@Component
class LeftOvers {
    private static final int LONGEST = 200;
    private static final Duration LATELY = Duration.ofHours(1);

    private final Apart apart;
    private final Clock clock;

    LeftOvers(Apart apart, Clock clock) {
        this.apart = apart;
        this.clock = clock;
    }

    /** Whether it is kept: there is something, and nothing was within the hour. */
    boolean keep(Actor assister, ConsumerId consumer, Map<String, String> form) {
        Map<String, String> content = new HashMap<>();
        Consumers.FIELDS.stream()
                .filter(field -> !field.equals("confidential"))
                .forEach(
                        field -> {
                            String value = form.getOrDefault(field, "");
                            if (!value.isBlank() && value.length() <= LONGEST) {
                                content.put(field, value);
                            }
                        });
        if (content.isEmpty() || assister.subject() == null) {
            return false;
        }
        return apart.run(own -> write(JdbcClient.create(own), assister, consumer, content)) == 1;
    }

    private int write(JdbcClient own, Actor assister, ConsumerId consumer, Map<String, String> content) {
        return own.sql(
                        """
                        INSERT INTO consumer.left_over (id, consumer, at, by_name, form, content)
                        SELECT :id, g.consumer, :now, :name, 'profile', jsonb_object(:content::text[])
                          FROM consumer.authorization_given g
                          LEFT JOIN consumer.authorization_end e ON e.authorization_id = g.id
                          LEFT JOIN consumer.authority a ON a.authorization_id = g.id
                         WHERE g.consumer = :consumer AND g.assister = :assister
                           AND coalesce(e.ended_at, a.paused_at, :now) > :lately
                           AND NOT EXISTS (SELECT 1 FROM consumer.left_over l WHERE l.consumer = g.consumer
                                              AND l.by_name = :name AND l.at > :lately)
                         LIMIT 1
                        """)
                .param("id", UUID.randomUUID())
                .param("now", Sql.time(clock.instant()))
                .param("name", assister.name())
                .param("content", Sql.pairs(content))
                .param("consumer", consumer.value())
                .param("assister", assister.subject())
                .param("lately", Sql.time(clock.instant().minus(LATELY)))
                .update();
    }
}
