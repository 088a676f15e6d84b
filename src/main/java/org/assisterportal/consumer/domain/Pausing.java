package org.assisterportal.consumer.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.assisterportal.access.AccessJudged;
import org.assisterportal.agency.RosterRecord;
import org.assisterportal.agency.RosterRecords;
import org.assisterportal.consumer.domain.ConsumerMails.Paused;
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
            tell(stopped(judged.stopped()), "assister-paused", "authorization.paused");
        }
        if (!judged.granted().isEmpty()) {
            Collection<RosterRecord> records = rosters.of(judged.granted()).values();
            tell(moved(records), "assister-moved", "authorization.moved");
            tell(revived(records), "assister-back", "authorization.revived");
        }
    }

    private List<Paused> stopped(Collection<PersonId> people) {
        return set("paused_at = :now", "unnest(:people::uuid[]) i(person)", "a.paused_at IS NULL")
                .param("people", Sql.ids(people))
                .query((row, number) -> paused(row))
                .list();
    }

    private List<Paused> moved(Collection<RosterRecord> records) {
        // Who left first is paused already; each other agency is news once, whatever is judged there afterwards.
        return byAgency(
                "paused_at = coalesce(a.paused_at, :now), told_moved_to = i.agency",
                "a.agency <> i.agency AND a.told_moved_to IS DISTINCT FROM i.agency", records);
    }

    private List<Paused> revived(Collection<RosterRecord> records) {
        return byAgency("paused_at = NULL, told_moved_to = NULL", "a.paused_at IS NOT NULL AND a.agency = i.agency", records);
    }

    private List<Paused> byAgency(String what, String which, Collection<RosterRecord> records) {
        return set(what, "unnest(:people::uuid[], :agencies::uuid[]) i(person, agency)", which)
                .param("people", Sql.ids(records.stream().map(RosterRecord::person).toList()))
                .param("agencies", Sql.ids(records.stream().map(RosterRecord::agency).toList()))
                .query((row, number) -> paused(row))
                .list();
    }

    /** One statement, whatever the number of people; answers the consumers for whom it was news. */
    private JdbcClient.StatementSpec set(String what, String people, String which) {
        return jdbc.sql(
                        "UPDATE consumer.authority a SET " + what
                                + " FROM " + people + ", consumer.consumer c, agency.agency o"
                                + " WHERE a.assister = i.person AND c.id = a.consumer AND o.id = a.agency AND " + which
                                + " RETURNING c.id, c.first_name || ' ' || c.last_name AS name, c.email, c.language, o.name AS agency")
                .param("now", Sql.time(clock.instant()));
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
