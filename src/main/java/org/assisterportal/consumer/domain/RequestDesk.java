package org.assisterportal.consumer.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.access.AccessStanding;
import org.assisterportal.access.PortalAccess;
import org.assisterportal.agency.AssisterAddresses;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.consumer.MailedRequests;
import org.assisterportal.consumer.Place;
import org.assisterportal.identity.Accounts;
import org.assisterportal.identity.Tries;
import org.assisterportal.policy.MailboxRule;
import org.assisterportal.policy.PolicyValues;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.NotFound;
import org.assisterportal.shared.PageOf;
import org.assisterportal.shared.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The assister's side. Nothing here looks at consumers: whether an address belongs to one is found out when the mail is
 * sent, outside of the assister's request, so that neither the answer nor its time tells.
 */
@Component
class RequestDesk implements MailedRequests {
    private static final int LINES_AN_HOUR = 60;

    private final RequestTable table;
    private final RequestPolicy limits;
    private final PortalAccess access;
    private final AssisterAddresses addresses;
    private final Accounts accounts;
    private final PolicyValues policy;
    private final Tries tries;
    private final Traces traces;
    private final AuditLog audit;
    private final Clock clock;

    RequestDesk(
            RequestTable table, RequestPolicy limits, PortalAccess access, AssisterAddresses addresses, Accounts accounts,
            PolicyValues policy, Tries tries, Traces traces, AuditLog audit, Clock clock) {
        this.table = table;
        this.limits = limits;
        this.access = access;
        this.addresses = addresses;
        this.accounts = accounts;
        this.policy = policy;
        this.tries = tries;
        this.traces = traces;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Asked ask(Actor assister, Map<String, String> form, Place place) {
        AccessStanding standing = standing(assister, "request.asked");
        RequestRules rules = new RequestRules(form);
        RequestTable.Entry entry = rules.read().orElse(null);
        if (entry == null) {
            return new Asked.Refused(rules.problems());
        }
        AuditLine line = AuditLine.of(assister, "request.asked").in(standing.roster().agency());
        Optional<String> refusal = refusal(standing.person(), new EmailAddress(entry.email()));
        if (refusal.isPresent()) {
            refused(line.refused(refusal.get()), assister);
            return new Asked.Refused(Map.of("email", refusal.get()));
        }
        Instant expires = clock.instant().plus(limits.open());
        RequestTable.Origin origin =
                new RequestTable.Origin(assister.accountId().value(), traces.network(place), traces.browser(place));
        UUID id = table.insert(standing.person(), standing.roster().agency().value(), entry, origin, expires);
        audit.record(line.about(id).with("scope", entry.scope()));
        return new Asked.Done(expires);
    }

    /** Each answer costs a try, so that nobody finds out address by address who works where. */
    private Optional<String> refusal(PersonId assister, EmailAddress email) {
        Duration wait = tries.tryOnce("request-assister", assister.toString(), limits.aDay(), Duration.ofDays(1));
        if (!wait.isZero()) {
            return Optional.of("request.problem.too-many");
        }
        if (MailboxRule.inForce(policy).refuses(email.value())) {
            return Optional.of("request.problem.shared");
        }
        return switch (addresses.whose(email)) {
            case PERSON -> Optional.of("request.problem.roster");
            case AGENCY -> Optional.of("request.problem.agency");
            case NOBODY -> {
                if (accounts.isAtWork(email)) {
                    yield Optional.of("request.problem.roster");
                }
                yield table.waits(assister, email.key(), limits.codeTries())
                        ? Optional.of("request.problem.waits")
                        : Optional.empty();
            }
        };
    }

    @Override
    @Transactional
    public PageOf<Pending> pending(Actor assister, int page) {
        PersonId person = standing(assister, "request.list-shown").person();
        PageOf<RequestTable.Row> rows = table.page(person, page);
        audit.record(
                AuditLine.of(assister, "request.list-shown").showing(rows.rows().stream().map(RequestTable.Row::id).toList()));
        return new PageOf<>(
                rows.rows().stream().map(this::pending).toList(), rows.number(), rows.size(), rows.total(), rows.more());
    }

    private Pending pending(RequestTable.Row row) {
        State state = RequestRules.state(row, clock.instant(), limits.codeTries());
        return new Pending(
                row.id(), row.entry().name(), row.entry().email(), row.entry().scope(), row.askedAt(), row.expiresAt(), state,
                mayBeSent(state) && row.sends() < limits.sends());
    }

    private static boolean mayBeSent(State state) {
        return state == State.WAITING || state == State.EXPIRED;
    }

    @Override
    @Transactional
    public Act sendAgain(Actor assister, UUID request) {
        RequestTable.Row row = own(assister, request, "request.sent-again");
        AuditLine line = AuditLine.of(assister, "request.sent-again").about(request);
        // After a move nobody could confirm it, and a newer one to the same address is the one that counts.
        if (row.confirmed() || !mayBeSent(RequestRules.state(row, clock.instant(), limits.codeTries()))
                || !row.agency().equals(standing(assister, "request.sent-again").roster().agency().value())
                || table.othersWait(row, limits.codeTries())) {
            refused(line.refused("gone"), assister);
            return Act.GONE;
        }
        if (row.sends() >= limits.sends()) {
            refused(line.refused("too-many-mails"), assister);
            return Act.TOO_OFTEN;
        }
        // A link is of a whole second: the newer mail's has to be another one.
        Instant next = clock.instant().plus(limits.open());
        Instant after = row.expiresAt().plusSeconds(1);
        table.sendAgain(request, next.isBefore(after) ? after : next);
        audit.record(line);
        return Act.DONE;
    }

    @Override
    @Transactional
    public Act withdraw(Actor assister, UUID request) {
        RequestTable.Row row = own(assister, request, "request.withdrawn");
        AuditLine line = AuditLine.of(assister, "request.withdrawn").about(request);
        if (row.confirmed() || !mayBeSent(RequestRules.state(row, clock.instant(), limits.codeTries()))) {
            refused(line.refused("gone"), assister);
            return Act.GONE;
        }
        table.withdraw(request);
        audit.record(line);
        return Act.DONE;
    }

    private RequestTable.Row own(Actor assister, UUID request, String act) {
        PersonId person = standing(assister, act).person();
        return table.lock(request)
                .filter(row -> row.assister().equals(person))
                .orElseThrow(
                        () -> {
                            refused(AuditLine.of(assister, act).about(request).refused("not-found"), assister);
                            return new NotFound();
                        });
    }

    private void refused(AuditLine line, Actor by) {
        audit.recordRefusal(line, String.valueOf(by.account()), LINES_AN_HOUR);
    }

    /** Access is judged again with the act itself. */
    private AccessStanding standing(Actor by, String act) {
        UUID subject = by.subject();
        AccessStanding standing =
                by.wears(Hat.ASSISTER) && subject != null ? access.of(new PersonId(subject)).orElse(null) : null;
        if (standing == null || !standing.granted()) {
            refused(AuditLine.of(by, act).refused("no-access"), by);
            throw new NotFound();
        }
        return standing;
    }
}
