package org.assisterportal;

import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sessions in the database. The fifteen minutes hold before both factors were proved; afterwards the policy's
 * session.idle-minutes and session.max-hours rule.
 */
@Configuration
@EnableJdbcHttpSession(tableName = "identity.session", maxInactiveIntervalInSeconds = 15 * 60)
class SessionConfiguration {
    // The library's own statement fails when two requests of one session begin the same attribute, or when the session
    // has ended meanwhile.
    private static final String KEEP_ATTRIBUTE =
            """
            INSERT INTO %TABLE_NAME%_ATTRIBUTES (session_primary_id, attribute_name, attribute_bytes)
            SELECT s.primary_id, new.name, new.bytes
              FROM (VALUES (?::char(36), ?, ?::bytea)) AS new (id, name, bytes)
              JOIN %TABLE_NAME% s ON s.primary_id = new.id
               FOR KEY SHARE OF s
            ON CONFLICT (session_primary_id, attribute_name) DO UPDATE SET attribute_bytes = excluded.attribute_bytes
            """;

    /** Sessions' own transactions wear no hat: who is signed in is only known when the session has been read. */
    @Bean(defaultCandidate = false)
    @Qualifier("springSessionTransactionOperations")
    TransactionOperations springSessionTransactionOperations(DataSource source) {
        TransactionTemplate own = new TransactionTemplate(new JdbcTransactionManager(source));
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return own;
    }

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> simultaneousRequests() {
        return stored -> stored.setCreateSessionAttributeQuery(KEEP_ATTRIBUTE);
    }

    @Bean
    @Primary
    @SuppressWarnings("unchecked")
    SessionRepository<SeldomWrittenSessions.Seldom> seldomWrittenSessions(JdbcIndexedSessionRepository stored) {
        return new SeldomWrittenSessions((SessionRepository<Session>) (SessionRepository<?>) stored);
    }

    @Bean
    FilterRegistrationBean<SeldomWrittenSessions.OneRequest> oneRequest() {
        FilterRegistrationBean<SeldomWrittenSessions.OneRequest> filter =
                new FilterRegistrationBean<>(new SeldomWrittenSessions.OneRequest());
        filter.setOrder(SessionRepositoryFilter.DEFAULT_ORDER - 1);
        return filter;
    }
}
