package org.assisterportal.consumer.domain;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.Consumers;
import org.assisterportal.consumer.LeftBehind;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Apart;
import org.assisterportal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an assister had typed when the authority ended. It is written apart, because the assister's own role may write
 * nothing about this consumer any more; only for somebody who could help the consumer within the hour, and
 * once: it is no way to go on writing to them.
 */
@Component
class LeftOvers implements LeftBehind {
    private static final int LONGEST = 200;
    private static final Duration LATELY = Duration.ofHours(1);

    private static final String PROFILE = "profile";
    private static final int MOST = 20;

    private final Apart apart;
    private final JdbcClient jdbc;
    private final Clock clock;

    LeftOvers(Apart apart, JdbcClient jdbc, Clock clock) {
        this.apart = apart;
        this.jdbc = jdbc;
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
        return keep(assister, consumer, PROFILE, content);
    }

    @Override
    public boolean keep(Actor assister, ConsumerId consumer, String form, Map<String, String> content) {
        if (content.isEmpty() || assister.subject() == null) {
            return false;
        }
        return apart.run(own -> write(JdbcClient.create(own), assister, consumer, form, content)) == 1;
    }

    private int write(JdbcClient own, Actor assister, ConsumerId consumer, String form, Map<String, String> content) {
        return own.sql(
                        """
                        INSERT INTO consumer.left_over (id, consumer, at, by_name, form, content)
                        SELECT :id, g.consumer, :now, :name, :form, jsonb_object(:content::text[])
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
                .param("form", form)
                .param("content", Sql.pairs(content))
                .param("consumer", consumer.value())
                .param("assister", assister.subject())
                .param("lately", Sql.time(clock.instant().minus(LATELY)))
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Left> open(Actor consumer, String formsBegin) {
        return jdbc.sql(
                        "SELECT id, at, by_name, form, " + Sql.pairsOf("content") + " AS content FROM consumer.left_over"
                                + " WHERE consumer = :id AND settled_at IS NULL AND starts_with(form, :begin)"
                                + " ORDER BY at DESC LIMIT " + MOST)
                .param("id", ConsumerId.of(consumer).value())
                .param("begin", formsBegin)
                .query(
                        (row, number) ->
                                new Left(
                                        Sql.uuid(row, "id"), Sql.instant(row, "at"), row.getString("by_name"),
                                        row.getString("form"), Sql.map(Sql.texts(row, "content"))))
                .list();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void settle(Actor consumer, UUID left) {
        jdbc.sql("UPDATE consumer.left_over SET settled_at = :now WHERE id = :left AND consumer = :id AND settled_at IS NULL")
                .param("now", Sql.time(clock.instant()))
                .param("left", left)
                .param("id", ConsumerId.of(consumer).value())
                .update();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(ConsumerId consumer, String formsBegin) {
        jdbc.sql("UPDATE consumer.left_over SET settled_at = coalesce(settled_at, :now), content = '{}'"
                        + " WHERE consumer = :id AND starts_with(form, :begin)")
                .param("now", Sql.time(clock.instant()))
                .param("id", consumer.value())
                .param("begin", formsBegin)
                .update();
    }
}
