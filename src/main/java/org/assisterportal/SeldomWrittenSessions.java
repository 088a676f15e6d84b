package org.assisterportal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sessions whose row is written when something in them changes, and else once a minute at most. Each request reads the
 * row, so a deleted one is noticed at once; the idle time may end up to a minute early.
 */
final class SeldomWrittenSessions implements SessionRepository<SeldomWrittenSessions.Seldom> {
    private static final Duration RESTS = Duration.ofMinutes(1);

    // The library asks for the session again after the answer was written; it gets what this request has just saved.
    private static final ThreadLocal<@Nullable Map<String, Seldom>> SAVED = new ThreadLocal<>();

    private final SessionRepository<Session> stored;

    SeldomWrittenSessions(SessionRepository<Session> stored) {
        this.stored = stored;
    }

    @Override
    public Seldom createSession() {
        return new Seldom(stored.createSession(), true);
    }

    @Override
    public void save(Seldom session) {
        stored.save(session.session);
        Map<String, Seldom> saved = SAVED.get();
        if (saved != null) {
            saved.put(session.getId(), session);
        }
    }

    @Override
    public @Nullable Seldom findById(String id) {
        Map<String, Seldom> saved = SAVED.get();
        Seldom known = saved == null ? null : saved.get(id);
        if (known != null) {
            return known;
        }
        Session found = stored.findById(id);
        return found == null ? null : new Seldom(found, false);
    }

    @Override
    public void deleteById(String id) {
        stored.deleteById(id);
        Map<String, Seldom> saved = SAVED.get();
        if (saved != null) {
            saved.remove(id);
        }
    }

    /** Begins and ends what is remembered for one request; stands before the library's own filter. */
    static final class OneRequest extends OncePerRequestFilter {
        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            SAVED.set(new HashMap<>());
            try {
                chain.doFilter(request, response);
            } finally {
                SAVED.remove();
            }
        }
    }

    /** The stored session, except that a look within the same minute doesn't count as a change. */
    static final class Seldom implements Session {
        private final Session session;
        private final boolean fresh;

        private Seldom(Session session, boolean fresh) {
            this.session = session;
            this.fresh = fresh;
        }

        @Override
        public void setLastAccessedTime(Instant time) {
            if (fresh || time.isAfter(session.getLastAccessedTime().plus(RESTS))) {
                session.setLastAccessedTime(time);
            }
        }

        @Override
        public String getId() {
            return session.getId();
        }

        @Override
        public String changeSessionId() {
            return session.changeSessionId();
        }

        @Override
        public <T> @Nullable T getAttribute(String name) {
            return session.getAttribute(name);
        }

        @Override
        public Set<String> getAttributeNames() {
            return session.getAttributeNames();
        }

        @Override
        public void setAttribute(String name, Object value) {
            session.setAttribute(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            session.removeAttribute(name);
        }

        @Override
        public Instant getCreationTime() {
            return session.getCreationTime();
        }

        @Override
        public Instant getLastAccessedTime() {
            return session.getLastAccessedTime();
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            session.setMaxInactiveInterval(interval);
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return session.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return session.isExpired();
        }
    }
}
