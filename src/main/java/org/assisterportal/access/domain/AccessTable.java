package org.assisterportal.access.domain;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assisterportal.access.HistoryLine;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.PersonId;
import org.assisterportal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Enrollments, holds and history as rows. */
@Component
class AccessTable {
    private static final int MOST_HISTORY = 200;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    AccessTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<PersonId> byReferenceNumber(String number) {
        return jdbc.sql("SELECT person FROM access.enrollment WHERE reference_number = :number")
                .param("number", number)
                .query(UUID.class)
                .optional()
                .map(PersonId::new);
    }

    /** Gives everybody a reference number that nobody ever had. */
    void enroll(Collection<PersonId> people, Instant at, Actor by) {
        Set<UUID> waiting = new HashSet<>(people.stream().map(PersonId::value).toList());
        while (!waiting.isEmpty()) {
            List<UUID> enrolled =
                    jdbc.sql(
                                    """
                                    INSERT INTO access.enrollment (person, reference_number, enrolled_at, enrolled_by)
                                    SELECT n.person, n.number, :at, :by
                                      FROM unnest(:people::uuid[], :numbers::text[]) n(person, number)
                                    ON CONFLICT (reference_number) DO NOTHING RETURNING person
                                    """)
                            .param("people", Sql.ids(waiting))
                            .param("numbers", numbers(waiting.size()))
                            .param("at", Sql.time(at))
                            .param("by", by.accountId().value())
                            .query(UUID.class)
                            .list();
            waiting.removeAll(enrolled);
        }
    }

    /** False when the person was never enrolled. */
    boolean activated(PersonId person, Instant at) {
        return stamp("activated_at", person, at) > 0;
    }

    void reinstated(PersonId person, Instant at) {
        stamp("reinstated_at", person, at);
    }

    void closed(PersonId person, Instant at) {
        stamp("closed_at", person, at);
    }

    void hold(PersonId person, String reason) {
        jdbc.sql("INSERT INTO access.hold (id, person, reason, held_at) VALUES (:id, :person, :reason, :now)")
                .param("id", UUID.randomUUID())
                .param("person", person.value())
                .param("reason", reason)
                .param("now", Sql.time(clock.instant()))
                .update();
    }

    void release(PersonId person) {
        jdbc.sql("UPDATE access.hold SET released_at = :now WHERE person = :person AND released_at IS NULL")
                .param("person", person.value())
                .param("now", Sql.time(clock.instant()))
                .update();
    }

    /** The same line for everybody, in one statement. */
    void note(Collection<PersonId> people, String what, List<String> facts, Instant at, Actor by) {
        jdbc.sql(
                        """
                        INSERT INTO access.event (id, person, at, what, facts, by_name)
                        SELECT gen_random_uuid(), i.id, :at, :what, :facts, :by FROM unnest(:people::uuid[]) i(id)
                        """)
                .param("people", Sql.ids(people))
                .param("at", Sql.time(at))
                .param("what", what)
                .param("facts", Sql.texts(facts))
                .param("by", by.name())
                .update();
    }

    List<HistoryLine> history(PersonId person) {
        return jdbc.sql("SELECT at, what, facts, by_name FROM access.event WHERE person = :person ORDER BY at DESC LIMIT :most")
                .param("person", person.value())
                .param("most", MOST_HISTORY)
                .query(
                        (row, number) ->
                                new HistoryLine(
                                        Sql.instant(row, "at"), row.getString("what"), Sql.texts(row, "facts"),
                                        row.getString("by_name")))
                .list();
    }

    private int stamp(String column, PersonId person, Instant at) {
        return jdbc.sql("UPDATE access.enrollment SET " + column + " = :at WHERE person = :person")
                .param("at", Sql.time(at))
                .param("person", person.value())
                .update();
    }

    private String[] numbers(int count) {
        Set<String> numbers = new HashSet<>();
        while (numbers.size() < count) {
            numbers.add(ReferenceNumber.random(random).digits());
        }
        return Sql.texts(new ArrayList<>(numbers));
    }
}
