package org.assisterportal.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import org.assisterportal.shared.Actor;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

@Component
class HttpSessionStart implements SessionStart {
    private final SecurityContextRepository contexts;
    private final Clock clock;

    HttpSessionStart(SecurityContextRepository contexts, Clock clock) {
        this.contexts = contexts;
        this.clock = clock;
    }

    @Override
    public void start(HttpServletRequest request, HttpServletResponse response, Actor actor, String authority) {
        drop(request);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new SignedIn(actor, authority, clock.instant()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    @Override
    public void end(HttpServletRequest request, HttpServletResponse response) {
        drop(request);
        SecurityContextHolder.clearContext();
    }

    private static void drop(HttpServletRequest request) {
        HttpSession old = request.getSession(false);
        if (old != null) {
            old.invalidate();
        }
    }
}
