package org.assisterportal.certification.domain;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.certification.BackgroundResult;
import org.assisterportal.certification.domain.CertificationRules.Background;
import org.assisterportal.shared.PersonId;
import org.assisterportal.shared.Sql;
import org.jspecify.annotations.Nullable;
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

    /** What is recorded of one person; studies oldest first. */
    record Recorded(@Nullable String assisterId, List<Background> studies) {
        static final Recorded NOTHING = new Recorded(null, List.of());
    }

    /** One statement, whatever the number of people. */
    Map<PersonId, Recorded> of(Collection<PersonId> people) {
        Map<PersonId, Recorded> all = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT i.id, n.assister_id,
                               ARRAY(SELECT b.result || ' ' || to_char(b.recorded_at AT TIME ZONE 'UTC',
                                                                       'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
                                       FROM certification.background_study b
                                      WHERE b.person = i.id ORDER BY b.recorded_at) AS studies
                          FROM unnest(:people::uuid[]) i(id)
                          LEFT JOIN certification.assister_number n ON n.person = i.id
                        """)
                .param("people", Sql.ids(people))
                .query(
                        (row, number) -> {
                            List<Background> studies =
                                    Sql.texts(row, "studies").stream().map(CertificationTable::background).toList();
                            all.put(new PersonId(Sql.uuid(row, "id")), new Recorded(row.getString("assister_id"), studies));
                            return studies.size();
                        })
                .list();
        return all;
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

    /** The person's number, given now unless they have one; true when it was given now. */
    boolean giveNumber(PersonId person) {
        while (true) {
            int given =
                    jdbc.sql(
                                    "INSERT INTO certification.assister_number (person, assister_id, given_at)"
                                            + " VALUES (:person, :number, :now) ON CONFLICT DO NOTHING")
                            .param("person", person.value())
                            .param("number", AssisterId.random(random))
                            .param("now", Sql.time(clock.instant()))
                            .update();
            if (given > 0) {
                return true;
            }
            if (of(List.of(person)).getOrDefault(person, Recorded.NOTHING).assisterId() != null) {
                return false;
            }
        }
    }

    Optional<PersonId> byNumber(String assisterId) {
        return jdbc.sql("SELECT person FROM certification.assister_number WHERE assister_id = :number")
                .param("number", assisterId)
                .query(UUID.class)
                .optional()
                .map(PersonId::new);
    }

    private static Background background(String text) {
        int blank = text.indexOf(' ');
        return new Background(
                BackgroundResult.valueOf(text.substring(0, blank)), Instant.parse(text.substring(blank + 1)));
    }
}
