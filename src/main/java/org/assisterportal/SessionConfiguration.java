package org.assisterportal;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.SessionRepositoryFilter;

/**
 * Sessions in the database. The fifteen minutes hold before both factors were proved; afterwards the policy's
 * session.idle-minutes and session.max-hours rule.
 */
@Configuration
@EnableJdbcHttpSession(tableName = "identity.session", maxInactiveIntervalInSeconds = 15 * 60)
class SessionConfiguration {
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
