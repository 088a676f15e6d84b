package org.assisterportal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.identity.SignedIn;
import org.assisterportal.identity.WayBack;
import org.assisterportal.shared.Actor;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/**
 * Refuses a page that isn't open to the person, and a form without the token of this browser, which is out of date; for
 * somebody signed in the record has a line of it.
 */
@Component
class DeniedRequests implements AccessDeniedHandler {
    private static final int LINES_AN_HOUR = 60;
    private static final Set<String> DOORS = Set.of("account", "admin", "amp", "arc", "coverage", "learn", "me", "portal", "session");

    private final AuditLog audit;
    private final WayBack back;

    DeniedRequests(AuditLog audit, WayBack back) {
        this.audit = audit;
        this.back = back;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        boolean form = denied instanceof CsrfException;
        if (form) {
            // Only a page of ours gets back what it sent: another site's can't put its text into one of ours.
            boolean ours = request.getMethod().equals("POST") && "same-origin".equals(request.getHeader("Sec-Fetch-Site"));
            Optional<String> kept = ours ? back.keptAt(request, response) : Optional.empty();
            if (kept.isPresent()) {
                response.sendRedirect(kept.get());
                return;
            }
            request.setAttribute(ErrorPages.KIND, "form");
            request.setAttribute(ErrorPages.SENT, ours ? WayBack.sent(request) : Map.of());
        }
        if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn who) {
            note(who.getPrincipal(), form ? "form-token" : "not-open", request.getRequestURI());
        }
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }

    // The door alone: the rest of an address is whatever somebody typed.
    private void note(Actor actor, String reason, String path) {
        String door = path.split("/", 3).length > 1 ? path.split("/", 3)[1] : "";
        AuditLine line =
                AuditLine.of(actor, "request.made")
                        .with("door", DOORS.contains(door) ? door : "none")
                        .refused(reason);
        UUID whose = actor.account() != null ? actor.account() : actor.subject();
        audit.recordRefusal(whose == null ? line : line.about(whose), String.valueOf(whose), LINES_AN_HOUR);
    }
}
