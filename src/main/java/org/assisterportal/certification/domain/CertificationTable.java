package org.assisterportal.certification.domain;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assisterportal.certification.BackgroundResult;
import org.assisterportal.certification.Certifications.Study;
import org.assisterportal.certification.domain.CertificationRules.Background;
import org.assisterportal.shared.PersonId;
import org.assisterportal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Background studies and Assister IDs as rows. */
@Component
class CertificationTable {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    CertificationTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void record(PersonId person, BackgroundResult result, LocalDate studiedOn, String note, UUID by) {
        jdbc.sql(
                        """
                        INSERT INTO certification.background_study
                               (id, person, result, studied_on, note, recorded_by, recorded_at)
                        VALUES (:id, :person, :result, :studied, :note, :by, :now)
                        """)
                .param("id", UUID.randomUUID())
                .param("person", person.value())
                .param("result", result.name())
                .param("studied", studiedOn)
                .param("note", note)
                .param("by", by)
                .param("now", Sql.time(clock.instant()))
                .update();
    }

    /** Gives a number to everybody who has none; who got one now. */
    List<PersonId> giveNumbers(Collection<PersonId> people) {
        Set<UUID> waiting = new HashSet<>(people.stream().map(PersonId::value).toList());
        List<PersonId> given = new ArrayList<>();
        while (!waiting.isEmpty()) {
            List<UUID> numbered =
                    jdbc.sql(
                                    """
                                    INSERT INTO certification.assister_number (person, assister_id, given_at)
                                    SELECT n.person, n.number, :now
                                      FROM unnest(:people::uuid[], :numbers::text[]) n(person, number)
                                    ON CONFLICT DO NOTHING RETURNING person
                                    """)
                            .param("people", Sql.ids(waiting))
                            .param("numbers", Sql.texts(waiting.stream().map(one -> AssisterId.random(random)).toList()))
                            .param("now", Sql.time(clock.instant()))
                            .query(UUID.class)
                            .list();
            numbered.stream().map(PersonId::new).forEach(given::add);
            // Whoever got none has one already, or met a number that somebody has.
            numbered.forEach(waiting::remove);
            waiting.removeAll(numbered(waiting));
        }
        return given;
    }

    private List<UUID> numbered(Collection<UUID> people) {
        return jdbc.sql("SELECT person FROM certification.assister_number WHERE person = ANY(:people::uuid[])")
                .param("people", Sql.ids(people))
                .query(UUID.class)
                .list();
    }

    List<Study> studies(PersonId person) {
        return jdbc.sql(
                        "SELECT result, studied_on, note, recorded_at FROM certification.background_study"
                                + " WHERE person = :person ORDER BY recorded_at DESC LIMIT 50")
                .param("person", person.value())
                .query(
                        (row, number) ->
                                new Study(
                                        BackgroundResult.valueOf(row.getString("result")),
                                        row.getObject("studied_on", LocalDate.class), row.getString("note"),
                                        Sql.instant(row, "recorded_at")))
                .list();
    }

    Optional<PersonId> byNumber(String assisterId) {
        return jdbc.sql("SELECT person FROM certification.assister_number WHERE assister_id = :number")
                .param("number", assisterId)
                .query(UUID.class)
                .optional()
                .map(PersonId::new);
    }
}
