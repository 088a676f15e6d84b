package org.assisterportal.application.domain;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Hand;
import org.assisterportal.application.Question;
import org.assisterportal.application.Spot;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Social Security numbers as rows, sealed; of a person the newest counts, given in any version that wasn't thrown away. */
@Component
class GivenNumbers {
    private static final String NEWEST =
            """
            SELECT DISTINCT ON (person) person, application, sealed, last_four FROM application.ssn
             WHERE application IN (SELECT id FROM application.application WHERE consumer = :consumer AND status <> 'DISCARDED')
             ORDER BY person, at DESC
            """;

    private final JdbcClient jdbc;
    private final SealedNumbers numbers;
    private final Clock clock;

    GivenNumbers(JdbcClient jdbc, SealedNumbers numbers, Clock clock) {
        this.jdbc = jdbc;
        this.numbers = numbers;
        this.clock = clock;
    }

    void keep(ApplicationId id, String person, String digits) {
        jdbc.sql(
                        """
                        INSERT INTO application.ssn (id, application, person, sealed, last_four, at)
                        VALUES (:id, :application, :person, :sealed, :four, :now)
                        """)
                .param("id", UUID.randomUUID())
                .param("application", id.value())
                .param("person", person)
                .param("sealed", numbers.seal(digits, id + " " + person))
                .param("four", SsnForm.lastFour(digits))
                .param("now", Sql.time(clock.instant()))
                .update();
    }

    /** Whether somebody else in this application has the number; an assister's role may not read numbers, so theirs isn't compared. */
    boolean isOfAnother(Hand by, Sheet sheet, String person, String digits) {
        return by instanceof Hand.Own
                && jdbc.sql("SELECT person, application, sealed FROM (" + NEWEST + ") newest WHERE last_four = :four AND person <> :person")
                        .param("consumer", by.consumer().value())
                        .param("four", SsnForm.lastFour(digits))
                        .param("person", person)
                        .query((row, number) -> new Sealed(row.getString("person"), new ApplicationId(Sql.uuid(row, "application")), row.getBytes("sealed")))
                        .list()
                        .stream()
                        .filter(one -> sheet.member(one.person()).isPresent() && sheet.fields(new Spot(Question.SSN, one.person())).checked(SsnForm.GIVEN))
                        .anyMatch(one -> numbers.open(one.sealed(), one.application() + " " + one.person()).equals(digits));
    }

    private record Sealed(String person, ApplicationId application, byte[] sealed) {}

    /** The last four digits by person; the assister's role may not read them. */
    Map<String, String> lastFour(ConsumerId consumer) {
        Map<String, String> digits = new LinkedHashMap<>();
        jdbc.sql("SELECT person, last_four FROM (" + NEWEST + ") newest ORDER BY person").param("consumer", consumer.value()).query(row -> {
            digits.put(row.getString("person"), row.getString("last_four"));
        });
        return digits;
    }
}
