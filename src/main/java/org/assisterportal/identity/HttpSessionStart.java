package org.assisterportal.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class HttpSessionStart implements SessionStart {
    private final SecurityContextRepository contexts;
    private final SessionPolicy policy;
    private final WayBack back;
    private final KnownBrowsers known;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    HttpSessionStart(
            SecurityContextRepository contexts, SessionPolicy policy, WayBack back, KnownBrowsers known,
            AuditLog audit, TransactionTemplate transaction, Clock clock) {
        this.contexts = contexts;
        this.policy = policy;
        this.back = back;
        this.known = known;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void start(
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            @Nullable String organization,
            String authority) {
        Instant now = clock.instant();
        begin(request, response, new SignedIn(actor, organization, authority, now, now, browser(request)));
        if (actor.account() != null) {
            known.remember(request, response, actor.accountId());
        }
    }

    @Override
    public void change(
            HttpServletRequest request, HttpServletResponse response, SignedIn me, HatGrant hat, boolean provedNow) {
        Instant proved = provedNow ? clock.instant() : me.proved();
        Actor actor = hat.actor(me.getPrincipal().name());
        // Written first: without its line the session stays as it is.
        transaction.executeWithoutResult(
                status ->
                        audit.record(
                                AuditLine.of(me.getPrincipal(), "hat.changed")
                                        .about(hat.account().value())
                                        .with("hat", hat.hat())
                                        .with("code", provedNow ? "asked" : "fresh")));
        begin(
                request, response,
                new SignedIn(actor, hat.organization(), hat.hat().authority(), me.since(), proved, browser(request)));
    }

    @Override
    public void enter(
            HttpServletRequest request, HttpServletResponse response, SignedIn me, HatGrant hat, String name) {
        begin(
                request, response,
                new SignedIn(
                        hat.actor(name), hat.organization(), hat.hat().authority(), me.since(), clock.instant(), browser(request)));
        known.remember(request, response, hat.account());
    }

    private void begin(HttpServletRequest request, HttpServletResponse response, SignedIn who) {
        drop(request);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(who);
        SecurityContextHolder.setContext(context);
        request.getSession().setMaxInactiveInterval((int) policy.idle().toSeconds());
        contexts.saveContext(context, request, response);
        back.signedIn(request, response, who);
    }

    private static Browser browser(HttpServletRequest request) {
        return Browser.of(request.getHeader("User-Agent"));
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
        back.signedOut(request, response);
    }

    private static void drop(HttpServletRequest request) {
        HttpSession old = request.getSession(false);
        if (old != null) {
            old.invalidate();
        }
    }
}
