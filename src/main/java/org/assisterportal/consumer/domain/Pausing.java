package org.assisterportal.consumer.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assisterportal.access.AccessJudged;
import org.assisterportal.agency.RosterRecords;
import org.assisterportal.consumer.domain.ConsumerMails.Paused;
import org.assisterportal.shared.AgencyId;
import org.assisterportal.shared.PersonId;
import org.assisterportal.shared.Sql;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells consumers when their assister stops being able to help, by suspension, leaving or moving, and when it revives.
 * Only telling depends on it: the guard judges by itself.
 */
@Component
class Pausing {
    private final RosterRecords rosters;
    private final ConsumerMails mails;
    private final JdbcClient jdbc;
    private final Clock clock;

    Pausing(RosterRecords rosters, ConsumerMails mails, JdbcClient jdbc, Clock clock) {
        this.rosters = rosters;
        this.mails = mails;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    @Order(20)
    void on(AccessJudged judged) {
        if (!judged.stopped().isEmpty()) {
            tell(pause(judged.stopped(), ""), "assister-paused", "authorization.paused");
        }
        if (judged.granted().isEmpty()) {
            return;
        }
        Map<PersonId, AgencyId> agencies =
                rosters.of(judged.granted()).values().stream()
                        .collect(Collectors.toMap(record -> record.person(), record -> record.agency()));
        agencies.forEach(
                (person, agency) -> {
                    String elsewhere = " AND a.agency <> '" + agency.value() + "'";
                    tell(pause(List.of(person), elsewhere), "assister-moved", "authorization.moved");
                    tell(revive(person, agency), "assister-back", "authorization.revived");
                });
    }

    private List<Paused> pause(Collection<PersonId> people, String which) {
        return jdbc.sql(
                        "UPDATE consumer.authority a SET paused_at = :now FROM consumer.consumer c, agency.agency o"
                                + " WHERE a.assister = ANY(:people::uuid[]) AND a.paused_at IS NULL AND c.id = a.consumer"
                                + " AND o.id = a.agency" + which
                                + " RETURNING c.id, c.first_name || ' ' || c.last_name AS name, c.email, c.language, o.name AS agency")
                .param("now", Sql.time(clock.instant()))
                .param("people", Sql.ids(people))
                .query((row, number) -> paused(row))
                .list();
    }

    private List<Paused> revive(PersonId person, AgencyId agency) {
        return jdbc.sql(
                        """
                        UPDATE consumer.authority a SET paused_at = NULL FROM consumer.consumer c, agency.agency o
                         WHERE a.assister = :person AND a.paused_at IS NOT NULL AND a.agency = :agency AND c.id = a.consumer
                           AND o.id = a.agency
                        RETURNING c.id, c.first_name || ' ' || c.last_name AS name, c.email, c.language, o.name AS agency
                        """)
                .param("person", person.value())
                .param("agency", agency.value())
                .query((row, number) -> paused(row))
                .list();
    }

    private static Paused paused(ResultSet row) throws SQLException {
        return new Paused(
                Sql.uuid(row, "id"), row.getString("name"), row.getString("email"), row.getString("language"),
                row.getString("agency"));
    }

    private void tell(List<Paused> consumers, String mail, String act) {
        if (consumers.isEmpty()) {
            return;
        }
        mails.told(consumers, mail);
        List<UUID> ids = consumers.stream().map(Paused::id).toList();
        jdbc.sql(
                        """
                        INSERT INTO consumer.diary (id, consumer, at, act, look, facts, by_hat, by_name)
                        SELECT gen_random_uuid(), i.id, :now, :act, false, '{}', 'PRODUCT', 'System'
                          FROM unnest(:ids::uuid[]) i(id)
                        """)
                .param("now", Sql.time(clock.instant()))
                .param("act", act)
                .param("ids", Sql.ids(ids))
                .update();
    }
}
