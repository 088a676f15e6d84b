package org.assisterportal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/** Sessions in the database, whose row is written at most once a minute. */
@Configuration
class SessionConfiguration {
    // Spring Session writes the row at every request. Reading it still finds a deleted one at once; the idle time may
    // end up to a minute early. The parameters' order is the library's.
    private static final String RARE_UPDATE =
            """
            WITH new (session_id, last_access_time, max_inactive_interval, expiry_time, principal_name, primary_id)
                 AS (VALUES (?::text, ?::bigint, ?::int, ?::bigint, ?::text, ?::text))
            UPDATE identity.session s
               SET session_id = new.session_id, last_access_time = new.last_access_time,
                   max_inactive_interval = new.max_inactive_interval, expiry_time = new.expiry_time,
                   principal_name = new.principal_name
              FROM new
             WHERE s.primary_id = new.primary_id
               AND (s.last_access_time < new.last_access_time - 60000 OR s.session_id <> new.session_id
                    OR s.max_inactive_interval <> new.max_inactive_interval
                    OR s.principal_name IS DISTINCT FROM new.principal_name)
            """;

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> rareWrites() {
        return repository -> repository.setUpdateSessionQuery(RARE_UPDATE);
    }
}
