package org.assisterportal.application.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.assisterportal.application.SocialSecurityNumbers;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens the sealed numbers of signed versions. */
@Component
class SignedNumbers implements SocialSecurityNumbers {
    private final JdbcClient jdbc;
    private final SealedNumbers sealed;

    SignedNumbers(JdbcClient jdbc, SealedNumbers sealed) {
        this.jdbc = jdbc;
        this.sealed = sealed;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<ConsumerId, Map<String, String>> of(Collection<ConsumerId> consumers) {
        Map<ConsumerId, Map<String, String>> numbers = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT DISTINCT ON (a.consumer, s.person) a.consumer, s.application, s.person, s.sealed
                          FROM application.application a JOIN application.ssn s ON s.application = a.id
                         WHERE a.consumer = ANY(:consumers::uuid[]) AND a.status = 'SIGNED'
                         ORDER BY a.consumer, s.person, s.at DESC
                        """)
                .param("consumers", Sql.ids(consumers.stream().map(ConsumerId::value).toList()))
                .query(row -> {
                    String person = row.getString("person");
                    numbers.computeIfAbsent(new ConsumerId(Sql.uuid(row, "consumer")), key -> new HashMap<>())
                            .put(person, sealed.open(row.getBytes("sealed"), Sql.uuid(row, "application") + " " + person));
                });
        return numbers;
    }
}
