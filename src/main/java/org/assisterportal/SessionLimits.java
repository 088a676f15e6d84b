package org.assisterportal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import org.assisterportal.identity.SessionPolicy;
import org.assisterportal.identity.SignedIn;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session some hours after sign-in, however busy it was, and keeps its idle time at the policy's. */
final class SessionLimits extends OncePerRequestFilter {
    private final SessionPolicy policy;
    private final Clock clock;

    SessionLimits(SessionPolicy policy, Clock clock) {
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn) {
            HttpSession session = request.getSession(false);
            if (clock.instant().isAfter(signedIn.since().plus(policy.longest()))) {
                if (session != null) {
                    session.invalidate();
                }
                SecurityContextHolder.clearContext();
            } else if (session != null && session.getMaxInactiveInterval() != policy.idle().toSeconds()) {
                session.setMaxInactiveInterval((int) policy.idle().toSeconds());
            }
        }
        chain.doFilter(request, response);
    }
}
