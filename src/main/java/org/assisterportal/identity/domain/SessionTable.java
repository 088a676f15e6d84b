package org.assisterportal.identity.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.identity.Sessions;
import org.assisterportal.identity.SignedIn;
import org.assisterportal.shared.NotFound;
import org.assisterportal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sessions are looked up by the account alone, so that nothing a browser sends can reach another's. */
@Component
class SessionTable implements Sessions {
    // The web layer's name for what it keeps of a signed-in person.
    private static final String CONTEXT = "SPRING_SECURITY_CONTEXT";

    private final FindByIndexNameSessionRepository<? extends Session> repository;
    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    SessionTable(
            FindByIndexNameSessionRepository<? extends Session> repository, JdbcClient jdbc, AuditLog audit,
            TransactionTemplate transaction) {
        this.repository = repository;
        this.jdbc = jdbc;
        this.audit = audit;
        this.transaction = transaction;
    }

    private record Found(String id, Running running) {}

    @Override
    public List<Running> of(SignedIn me) {
        List<Found> mine = find(me);
        transaction.executeWithoutResult(
                status -> audit.record(line(me, "session.list-shown").with("sessions", mine.size())));
        return mine.stream()
                .map(Found::running)
                .sorted(
                        Comparator.comparing(Running::thisOne, Comparator.reverseOrder())
                                .thenComparing(Running::lastSeen, Comparator.reverseOrder()))
                .toList();
    }

    @Override
    public void end(SignedIn me, UUID handle) {
        List<Found> mine = find(me).stream().filter(found -> found.running().handle().equals(handle)).toList();
        if (mine.isEmpty()) {
            throw new NotFound();
        }
        end(me, mine);
    }

    @Override
    public void endOthers(SignedIn me) {
        end(me, find(me).stream().filter(found -> !found.running().thisOne()).toList());
    }

    private void end(SignedIn me, List<Found> sessions) {
        transaction.executeWithoutResult(
                status -> {
                    jdbc.sql("DELETE FROM identity.session WHERE session_id = ANY(:ids::text[]) AND principal_name = :name")
                            .param("ids", Sql.texts(sessions.stream().map(Found::id).toList()))
                            .param("name", me.getName())
                            .update();
                    audit.record(line(me, "session.ended").with("sessions", sessions.size()));
                });
    }

    private static AuditLine line(SignedIn me, String act) {
        return AuditLine.of(me.getPrincipal(), act).about(me.getPrincipal().accountId().value());
    }

    // The library reads in a transaction of its own, so none is open around it.
    private List<Found> find(SignedIn me) {
        Map<String, ? extends Session> sessions = repository.findByPrincipalName(me.getName());
        List<Found> found = new ArrayList<>();
        sessions.forEach(
                (id, session) -> {
                    Object context = session.getAttribute(CONTEXT);
                    if (!session.isExpired()
                            && context instanceof SecurityContext kept
                            && kept.getAuthentication() instanceof SignedIn who) {
                        found.add(
                                new Found(
                                        id,
                                        new Running(
                                                who.handle(), who.since(), session.getLastAccessedTime(), who.browser(), who,
                                                who.handle().equals(me.handle()))));
                    }
                });
        return found;
    }
}
