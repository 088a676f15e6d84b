package org.assisterportal.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.UUID;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.shared.Actor;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class HttpSessionStart implements SessionStart {
    private final SecurityContextRepository contexts;
    private final AuditLog audit;
    private final Clock clock;

    HttpSessionStart(SecurityContextRepository contexts, AuditLog audit, Clock clock) {
        this.contexts = contexts;
        this.audit = audit;
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
    @Transactional
    public void end(HttpServletRequest request, HttpServletResponse response) {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn) {
            Actor actor = signedIn.getPrincipal();
            UUID whose = actor.account() != null ? actor.account() : actor.subject();
            AuditLine line = AuditLine.of(actor, "signed-out");
            audit.record(whose == null ? line : line.about(whose));
        }
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
