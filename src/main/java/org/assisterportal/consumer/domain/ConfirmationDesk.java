package org.assisterportal.consumer.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.agency.AssisterAddresses;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.consumer.AuthorizationView;
import org.assisterportal.consumer.AuthorizationView.Method;
import org.assisterportal.consumer.Authorizations.Agreement;
import org.assisterportal.consumer.Authorizations.Words;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.MailedConfirmations;
import org.assisterportal.consumer.MailedRequests.State;
import org.assisterportal.consumer.Place;
import org.assisterportal.consumer.Profile;
import org.assisterportal.consumer.Scope;
import org.assisterportal.notification.SignedLinks;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.Hat;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What waits for a consumer without an account: read, confirmed by the mailed code, or declined. */
@Component
class ConfirmationDesk {
    private final RequestTable requests;
    private final RequestPolicy limits;
    private final ConsumerTable consumers;
    private final ConsumerAddresses addresses;
    private final AssisterAddresses assisters;
    private final AuthorizationDesk desk;
    private final AuthorizationWords words;
    private final Helpers helpers;
    private final SignedLinks links;
    private final Traces traces;
    private final ConsumerMails mails;
    private final SpotCheckDraw draw;
    private final AuditLog audit;
    private final Clock clock;

    ConfirmationDesk(
            RequestTable requests, RequestPolicy limits, ConsumerTable consumers, ConsumerAddresses addresses,
            AssisterAddresses assisters, AuthorizationDesk desk, AuthorizationWords words,
            Helpers helpers, SignedLinks links, Traces traces, ConsumerMails mails,
            SpotCheckDraw draw, AuditLog audit, Clock clock) {
        this.requests = requests;
        this.limits = limits;
        this.consumers = consumers;
        this.addresses = addresses;
        this.assisters = assisters;
        this.desk = desk;
        this.words = words;
        this.helpers = helpers;
        this.links = links;
        this.traces = traces;
        this.mails = mails;
        this.draw = draw;
        this.audit = audit;
        this.clock = clock;
    }

    /** Somebody without an account, who proved by a mailed link that they read the consumer's mail. */
    static Actor withoutAccount(ConsumerId consumer, String name) {
        return new Actor(null, Hat.CONSUMER, consumer.value(), null, name);
    }

    MailedConfirmations.Look look(RequestTable.Row row, SignedLinks.Opened link, Scope wanted, Locale language) {
        Optional<MailedConfirmations.Why> closed = closed(row, link);
        if (closed.isPresent()) {
            return new MailedConfirmations.Look.Closed(closed.get());
        }
        Helpers.Helping helping = helping(row).orElse(null);
        if (helping == null) {
            return new MailedConfirmations.Look.Closed(MailedConfirmations.Why.NOT_NOW);
        }
        Scope scope = atMost(row, wanted);
        Words shown = words.fill(row.entry().name(), helping.card(), scope, language);
        return new MailedConfirmations.Look.Open(
                row.entry().scope(), scope, helping.card(), shown);
    }

    @Transactional
    MailedConfirmations.Confirmed confirm(
            SignedLinks.Opened link, MailedConfirmations.Confirmation confirmation, Place place) {
        RequestTable.Row row = requests.lock(link.id()).orElse(null);
        if (row == null) {
            return new MailedConfirmations.Confirmed.Closed(MailedConfirmations.Why.EXPIRED);
        }
        if (row.confirmed()) {
            // The same person pressed twice.
            return new MailedConfirmations.Confirmed.Done();
        }
        addresses.lock(new EmailAddress(row.entry().email()).key());
        Optional<MailedConfirmations.Why> closed = closed(row, link);
        if (closed.isPresent()) {
            return new MailedConfirmations.Confirmed.Closed(closed.get());
        }
        if (!isCode(link, confirmation.code())) {
            return wrongCode(row);
        }
        Helpers.Helping helping = helping(row).orElse(null);
        if (helping == null) {
            return new MailedConfirmations.Confirmed.Closed(MailedConfirmations.Why.NOT_NOW);
        }
        Scope scope = atMost(row, confirmation.scope());
        Words shown = words.fill(row.entry().name(), helping.card(), scope, confirmation.language());
        if (!shown.hash().equals(confirmation.hash())) {
            return new MailedConfirmations.Confirmed.OtherWords();
        }
        give(row, helping, shown, scope, confirmation, place);
        return new MailedConfirmations.Confirmed.Done();
    }

    @Transactional
    boolean decline(SignedLinks.Opened link) {
        RequestTable.Row row = requests.lock(link.id()).orElse(null);
        if (row == null || row.confirmed() || state(row) != State.WAITING) {
            return false;
        }
        requests.decline(row.id());
        audit.record(AuditLine.of(Actor.SYSTEM, "request.declined").about(row.id()).with("person", row.assister()));
        return true;
    }

    /** Nothing about the consumer is told before the address has been looked at again: it may be somebody's since. */
    private Optional<MailedConfirmations.Why> closed(RequestTable.Row row, SignedLinks.Opened link) {
        MailedConfirmations.Why why =
                switch (state(row)) {
                    case WITHDRAWN -> MailedConfirmations.Why.WITHDRAWN;
                    case DECLINED -> MailedConfirmations.Why.DECLINED;
                    case CODES -> MailedConfirmations.Why.CODES;
                    case EXPIRED -> MailedConfirmations.Why.EXPIRED;
                    case WAITING -> null;
                };
        if (why == null && !link.expires().equals(row.expiresAt().truncatedTo(ChronoUnit.SECONDS))) {
            why = MailedConfirmations.Why.NEWER;
        }
        if (why == null && !mayGetOne(row.entry())) {
            why = MailedConfirmations.Why.IN_USE;
        }
        return Optional.ofNullable(why);
    }

    private boolean mayGetOne(RequestTable.Entry entry) {
        return assisters.whose(new EmailAddress(entry.email())) == AssisterAddresses.Whose.NOBODY
                && !(addresses.of(entry) instanceof ConsumerAddresses.Asked.InUse);
    }

    private State state(RequestTable.Row row) {
        return RequestRules.state(row, clock.instant(), limits.codeTries());
    }

    /** Who asked, if they may help now and still work for the agency that they named. */
    private Optional<Helpers.Helping> helping(RequestTable.Row row) {
        return helpers.of(row.assister())
                .filter(helping -> helping.standing().roster().agency().value().equals(row.agency()));
    }

    private static Scope atMost(RequestTable.Row row, Scope wanted) {
        return row.entry().scope().covers(wanted) ? wanted : row.entry().scope();
    }

    private boolean isCode(SignedLinks.Opened link, String typed) {
        String code = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        String right = links.code(ConsumerMails.REQUEST, link.id(), link.expires());
        return MessageDigest.isEqual(right.getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8));
    }

    private MailedConfirmations.Confirmed wrongCode(RequestTable.Row row) {
        requests.wrongCode(row.id());
        int left = limits.codeTries() - row.wrongCodes() - 1;
        audit.record(
                AuditLine.of(Actor.SYSTEM, "request.confirmed").about(row.id()).with("person", row.assister()).refused("code"));
        return left > 0
                ? new MailedConfirmations.Confirmed.WrongCode(left)
                : new MailedConfirmations.Confirmed.Closed(MailedConfirmations.Why.CODES);
    }

    private void give(
            RequestTable.Row row, Helpers.Helping helping, Words shown, Scope scope,
            MailedConfirmations.Confirmation confirmation, Place place) {
        Profile profile = consumer(row.entry());
        ConsumerId id = profile.id();
        Actor person = withoutAccount(id, profile.name());
        Agreement agreement =
                new Agreement(row.assister(), scope, null, Method.MAILED_CODE, shown.hash(), confirmation.language());
        AuthorizationView view =
                desk.write(profile, person, agreement, helping, shown, clock.instant().plus(limits.lasts()));
        List<String> flags = flags(row, id, place);
        requests.confirmed(row.id(), id, view.id(), flags);
        draw.draw(view, flags);
        audit.record(AuditLine.of(person, "request.confirmed").about(row.id()).with("authorization", view.number()));
        mails.givenByMail(profile, view, limits.lasts());
    }

    /** Somebody new, or the one whom nobody has helped since. */
    private Profile consumer(RequestTable.Entry entry) {
        ConsumerId id = switch (addresses.of(entry)) {
            case ConsumerAddresses.Asked.Known known -> known.consumer();
            case ConsumerAddresses.Asked.Free free -> new ConsumerId(UUID.randomUUID());
            case ConsumerAddresses.Asked.InUse used -> throw new IllegalStateException("the address was free before");
        };
        consumers.lock(id);
        if (consumers.find(id).isEmpty()) {
            consumers.opened(id, null, entry.first(), entry.last(), entry.email(), entry.language());
        }
        return consumers.find(id).orElseThrow();
    }

    /** What an officer should look at twice. */
    private List<String> flags(RequestTable.Row row, ConsumerId consumer, Place place) {
        RequestTable.Origin origin = requests.origin(row.id());
        List<String> flags = new ArrayList<>();
        if (origin.network().equals(traces.network(place))) {
            flags.add("SAME_NETWORK");
        }
        if (origin.browser().equals(traces.browser(place))) {
            flags.add("SAME_BROWSER");
        }
        if (addresses.shared(row.entry().email(), consumer)) {
            flags.add("SHARED_MAILBOX");
        }
        return flags;
    }
}
