package org.assisterportal.consumer.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assisterportal.agency.Agencies;
import org.assisterportal.agency.AgencyView;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.identity.Tries;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.AgencyId;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Mails about requests, outside of any assister's request: whether an address has an account shows in what it is sent and
 * nowhere else. Also asks to confirm again before the end, and deletes what nobody confirmed.
 */
@Component
class RequestMailing {
    private static final int BATCH = 50;

    private final RequestTable requests;
    private final RequestPolicy limits;
    private final ConsumerAddresses addresses;
    private final ConsumerTable consumers;
    private final AuthorizationTable authorizations;
    private final ConsumerMails mails;
    private final Agencies agencies;
    private final Tries tries;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;

    RequestMailing(
            RequestTable requests, RequestPolicy limits, ConsumerAddresses addresses, ConsumerTable consumers, AuthorizationTable authorizations,
            ConsumerMails mails, Agencies agencies, Tries tries, AuditLog audit, JdbcClient jdbc,
            TransactionTemplate transactions, Clock clock) {
        this.requests = requests;
        this.limits = limits;
        this.addresses = addresses;
        this.consumers = consumers;
        this.authorizations = authorizations;
        this.mails = mails;
        this.agencies = agencies;
        this.tries = tries;
        this.audit = audit;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${assisterportal.request-mails:2s}", initialDelayString = "${assisterportal.request-mails:2s}")
    void sweep() {
        Integer sent;
        do {
            sent = transactions.execute(status -> sendSome());
        } while (sent != null && sent == BATCH);
    }

    private int sendSome() {
        List<RequestTable.Row> rows = requests.toSend(BATCH);
        rows.forEach(this::send);
        return rows.size();
    }

    private void send(RequestTable.Row row) {
        requests.sent(row.id());
        AuditLine line = AuditLine.of(Actor.SYSTEM, "request.mailed").about(row.id());
        String key = new EmailAddress(row.entry().email()).key();
        if (!tries.tryOnce("request-mail", key, limits.mailsADay(), Duration.ofDays(1)).isZero()) {
            audit.recordRefusal(line.refused("too-many-mails"));
            return;
        }
        String agency = agencies.find(new AgencyId(row.agency())).map(AgencyView::name).orElse("");
        if (addresses.of(row.entry()) instanceof ConsumerAddresses.Asked.InUse) {
            mails.haveAccount(row.id(), row.entry(), agency);
        } else {
            mails.asked(row.id(), row.entry(), agency, row.expiresAt(), limits.open());
        }
        audit.record(line);
    }

    private record Ending(UUID request, ConsumerId consumer, String agency, Instant until) {}

    @Scheduled(fixedDelayString = "${assisterportal.purge:10m}", initialDelayString = "${assisterportal.purge:10m}")
    void remind() {
        Integer reminded;
        do {
            reminded = transactions.execute(status -> remindSome());
        } while (reminded != null && reminded == BATCH);
    }

    int remindSome() {
        List<Ending> ending =
                jdbc.sql(
                                """
                                SELECT r.id, a.consumer, g.agency_name, a.valid_until
                                  FROM consumer.authority a
                                  JOIN consumer.authorization_given g ON g.id = a.authorization_id
                                  JOIN consumer.request r ON r.authorization_id = a.authorization_id
                                  JOIN consumer.consumer c ON c.id = a.consumer
                                 WHERE a.valid_until <> 'infinity' AND a.valid_until > :now AND a.valid_until <= :soon
                                   AND r.reminded_for IS DISTINCT FROM a.valid_until
                                 ORDER BY a.valid_until LIMIT :most FOR NO KEY UPDATE OF c SKIP LOCKED
                                """)
                        .param("now", Sql.time(clock.instant()))
                        .param("soon", Sql.time(clock.instant().plus(limits.again())))
                        .param("most", BATCH)
                        .query(
                                (row, number) ->
                                        new Ending(
                                                Sql.uuid(row, "id"), new ConsumerId(Sql.uuid(row, "consumer")),
                                                row.getString("agency_name"), Sql.instant(row, "valid_until")))
                        .list();
        for (Ending one : ending) {
            jdbc.sql("UPDATE consumer.request SET reminded_for = :until WHERE id = :id")
                    .param("until", Sql.time(one.until()))
                    .param("id", one.request())
                    .update();
            // Held by now: it may have ended or been confirmed again since it was found.
            if (authorizations.now(one.consumer()).flatMap(now -> authorizations.lasting(now.authorization()))
                    .filter(lasting -> one.until().equals(lasting.until())).isEmpty()) {
                continue;
            }
            consumers.find(one.consumer())
                    .ifPresent(profile -> mails.confirmAgain(profile, one.request(), one.agency(), one.until()));
            audit.record(AuditLine.of(Actor.SYSTEM, "authorization.reminded").about(one.consumer().value()));
        }
        return ending.size();
    }

    @Scheduled(fixedDelayString = "${assisterportal.purge:10m}", initialDelayString = "${assisterportal.purge:10m}")
    void purge() {
        transactions.executeWithoutResult(
                status ->
                        jdbc.sql("DELETE FROM consumer.request WHERE confirmed_at IS NULL AND expires_at < :before")
                                .param("before", Sql.time(clock.instant().minus(limits.kept())))
                                .update());
    }
}
