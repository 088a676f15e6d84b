package org.assisterportal.consumer.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.consumer.AuthorizationView.EndReason;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.MailedConfirmations;
import org.assisterportal.consumer.Place;
import org.assisterportal.consumer.Scope;
import org.assisterportal.identity.LinkedAccounts;
import org.assisterportal.identity.SignIn;
import org.assisterportal.notification.SignedLinks;
import org.assisterportal.shared.AccountId;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Hat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who comes with a mailed link. An assister's own browser and every session of work end here: the assister alone can't
 * confirm anything. What was confirmed can be confirmed again and ended with the same link.
 */
@Component
class ConfirmationDoor implements MailedConfirmations {
    private static final int LINES_AN_HOUR = 5;

    private final ConfirmationDesk desk;
    private final RequestTable requests;
    private final RequestPolicy limits;
    private final AuthorizationTable authorizations;
    private final ConsumerTable consumers;
    private final Ending ending;
    private final SignedLinks links;
    private final SignIn signIn;
    private final LinkedAccounts linked;
    private final DiaryTable diary;
    private final AuditLog audit;
    private final Clock clock;

    ConfirmationDoor(
            ConfirmationDesk desk, RequestTable requests, RequestPolicy limits, AuthorizationTable authorizations,
            ConsumerTable consumers, Ending ending, SignedLinks links, SignIn signIn, LinkedAccounts linked, DiaryTable diary, AuditLog audit,
            Clock clock) {
        this.desk = desk;
        this.requests = requests;
        this.limits = limits;
        this.authorizations = authorizations;
        this.consumers = consumers;
        this.ending = ending;
        this.links = links;
        this.signIn = signIn;
        this.linked = linked;
        this.diary = diary;
        this.audit = audit;
        this.clock = clock;
    }

    /** A genuine link in a browser where it may be used, or why not. */
    private sealed interface Entered {
        record In(SignedLinks.Opened link, RequestTable.Row row) implements Entered {}

        record Out(Why why) implements Entered {}
    }

    private Entered enter(String token, Place place, String act) {
        Actor who = place.signedIn();
        if (who != null && !who.wears(Hat.CONSUMER)) {
            return notHere(who, act, links.open(ConsumerMails.REQUEST, token).map(SignedLinks.Opened::id));
        }
        SignedLinks.Opened link = links.open(ConsumerMails.REQUEST, token).orElse(null);
        if (link == null) {
            return new Entered.Out(Why.UNKNOWN);
        }
        RequestTable.Row row = requests.find(link.id()).orElse(null);
        if (row == null) {
            return new Entered.Out(Why.EXPIRED);
        }
        AccountId asker = new AccountId(requests.origin(link.id()).account());
        return signIn.mark(asker).filter(place.marks()::contains).isPresent() || isLinked(who, asker)
                ? notHere(Actor.SYSTEM, act, Optional.of(link.id()))
                : new Entered.In(link, row);
    }

    /** Whether the consumer who is signed in here is the assister who asked. */
    private boolean isLinked(@Nullable Actor who, AccountId asker) {
        return who != null
                && linked.of(who.accountId()).stream()
                        .flatMap(link -> link.hats().stream())
                        .anyMatch(hat -> hat.account().equals(asker));
    }

    private Entered notHere(Actor who, String act, Optional<UUID> request) {
        request.ifPresent(
                id -> audit.recordRefusal(AuditLine.of(who, act).about(id).refused("not-here"), id.toString(), LINES_AN_HOUR));
        return new Entered.Out(Why.NOT_HERE);
    }

    @Override
    @Transactional
    public Look look(String token, Scope wanted, Locale language, Place place) {
        return switch (enter(token, place, "request.opened")) {
            case Entered.Out out -> new Look.Closed(out.why());
            case Entered.In in -> {
                RequestTable.Row row = in.row();
                Look look = row.confirmed() ? confirmed(row.id()) : desk.look(row, in.link(), wanted, language);
                if (!(look instanceof Look.Closed)) {
                    audit.record(AuditLine.of(Actor.SYSTEM, "request.opened").about(row.id()).showing(List.of(row.id())));
                }
                yield look;
            }
        };
    }

    private Look confirmed(UUID request) {
        RequestTable.Outcome outcome = requests.outcome(request).orElseThrow();
        AuthorizationTable.Lasting lasting = authorizations.lasting(outcome.authorization()).orElse(null);
        if (lasting == null) {
            return new Look.Closed(Why.ENDED);
        }
        Instant until = lasting.until();
        return lasting.claimed() || until == null
                ? new Look.Closed(Why.CLAIMED)
                : new Look.Helping(
                        authorizations.one(outcome.consumer(), outcome.authorization()).orElseThrow(), until, mayAgain(until));
    }

    private boolean mayAgain(Instant until) {
        return !clock.instant().isBefore(until.minus(limits.again()));
    }

    @Override
    @Transactional(readOnly = true)
    public String language(String token) {
        return links.open(ConsumerMails.REQUEST, token)
                .flatMap(link -> requests.find(link.id()))
                .map(row -> row.entry().language())
                .orElse("en");
    }

    @Override
    @Transactional
    public Confirmed confirm(String token, Confirmation confirmation, Place place) {
        return switch (enter(token, place, "request.confirmed")) {
            case Entered.Out out -> new Confirmed.Closed(out.why());
            case Entered.In in -> desk.confirm(in.link(), confirmation, place);
        };
    }

    @Override
    @Transactional
    public boolean decline(String token, Place place) {
        return enter(token, place, "request.declined") instanceof Entered.In in && desk.decline(in.link());
    }

    @Override
    @Transactional
    public boolean again(String token, Place place) {
        ConsumerId consumer = held(token, place, "authorization.again").orElse(null);
        if (consumer == null) {
            return false;
        }
        AuthorizationTable.Authority now = authorizations.now(consumer).orElseThrow();
        Instant until = authorizations.lasting(now.authorization()).map(AuthorizationTable.Lasting::until).orElse(null);
        if (until == null || !mayAgain(until)) {
            return false;
        }
        authorizations.prolong(consumer, clock.instant().plus(limits.lasts()));
        Actor person = person(consumer);
        diary.note(consumer, "authorization.again", List.of(String.valueOf(now.number())), person);
        audit.record(AuditLine.of(person, "authorization.again").about(consumer.value()).with("authorization", now.number()));
        return true;
    }

    @Override
    @Transactional
    public boolean end(String token, Place place) {
        return held(token, place, "authorization.ended")
                .flatMap(consumer -> ending.end(consumer, EndReason.CONSUMER, person(consumer)))
                .isPresent();
    }

    /** The consumer whose row is held, when what this link gave is in force, and they have no account yet. */
    private Optional<ConsumerId> held(String token, Place place, String act) {
        RequestTable.Outcome outcome =
                enter(token, place, act) instanceof Entered.In in ? requests.outcome(in.link().id()).orElse(null) : null;
        if (outcome == null) {
            return Optional.empty();
        }
        consumers.lock(outcome.consumer());
        return authorizations.lasting(outcome.authorization())
                .filter(lasting -> !lasting.claimed())
                .map(lasting -> outcome.consumer());
    }

    private Actor person(ConsumerId consumer) {
        return ConfirmationDesk.withoutAccount(consumer, consumers.find(consumer).orElseThrow().name());
    }
}
