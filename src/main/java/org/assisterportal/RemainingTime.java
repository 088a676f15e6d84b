package org.assisterportal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.assisterportal.identity.SessionPolicy;
import org.assisterportal.identity.SignedIn;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers how many seconds the browser's session has yet: {@code idle} until it ends for want of activity, {@code
 * longest} until it ends however busy; 0 when it has ended. Asking is no activity: the answer is given here, since
 * whatever comes later, Spring's dispatcher too, opens the session and so makes it young again.
 */
final class RemainingTime extends OncePerRequestFilter {
    static final String PATH = "/session/remaining";

    private final SessionRepository<? extends Session> sessions;
    private final CookieSerializer cookie;
    private final SessionPolicy policy;
    private final Clock clock;

    RemainingTime(
            SessionRepository<? extends Session> sessions, CookieSerializer cookie, SessionPolicy policy, Clock clock) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("GET") || !request.getRequestURI().equals(PATH);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        String answer =
                cookie.readCookieValues(request).stream()
                        .<Session>map(sessions::findById)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .map(this::remaining)
                        .orElse(answer(Duration.ZERO, Duration.ZERO));
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getWriter().write(answer);
    }

    private String remaining(Session session) {
        if (!(session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
                        instanceof SecurityContext context)
                || !(context.getAuthentication() instanceof SignedIn signedIn)) {
            return answer(Duration.ZERO, Duration.ZERO);
        }
        // The session's own times come from Spring Session, which has no other clock than this one.
        Instant idleEnd = session.getLastAccessedTime().plus(session.getMaxInactiveInterval());
        return answer(
                Duration.between(Instant.now(), idleEnd),
                Duration.between(clock.instant(), signedIn.since().plus(policy.longest())));
    }

    private static String answer(Duration idle, Duration longest) {
        return "{\"idle\":" + seconds(idle) + ",\"longest\":" + seconds(longest) + "}";
    }

    /** Rounded up, so that 0 means: over. */
    private static long seconds(Duration left) {
        return left.isNegative() ? 0 : left.plusMillis(999).toSeconds();
    }
}
