package org.assisterportal.consumer.domain;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.access.AccessStanding;
import org.assisterportal.access.PortalAccess;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.consumer.AuthorizationView;
import org.assisterportal.consumer.AuthorizationView.EndReason;
import org.assisterportal.consumer.Authorizations;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.HelpNow;
import org.assisterportal.consumer.HelperCard;
import org.assisterportal.consumer.Profile;
import org.assisterportal.consumer.Scope;
import org.assisterportal.notification.SignedLinks;
import org.assisterportal.policy.PolicyText;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Minnesota;
import org.assisterportal.shared.NotFound;
import org.assisterportal.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Yes and no, each in one transaction with its records, its line in the diary and the audit record, and its mail. */
@Component
class AuthorizationDesk implements Authorizations {
    private static final int YEARS = 10;
    private static final int LINES_AN_HOUR = 60;
    private static final int CODE_LENGTH = 12;

    private final ConsumerTable consumers;
    private final AuthorizationTable table;
    private final AuthorizationWords words;
    private final Helpers helpers;
    private final Ways ways;
    private final LookUps lookUps;
    private final Ending ending;
    private final ConsumerMails mails;
    private final PortalAccess access;
    private final DiaryTable diary;
    private final AuditLog audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    AuthorizationDesk(
            ConsumerTable consumers, AuthorizationTable table, AuthorizationWords words, Helpers helpers, Ways ways,
            LookUps lookUps, Ending ending, ConsumerMails mails, PortalAccess access, DiaryTable diary,
            AuditLog audit, Clock clock) {
        this.consumers = consumers;
        this.table = table;
        this.words = words;
        this.helpers = helpers;
        this.ways = ways;
        this.lookUps = lookUps;
        this.ending = ending;
        this.mails = mails;
        this.access = access;
        this.diary = diary;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Found find(Actor consumer, String typed, String network) {
        return lookUps.find(consumer, typed, network);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Offer> offer(Actor consumer, PersonId assister, boolean byNumber) {
        return ways.offer(ConsumerId.of(consumer), assister, byNumber);
    }

    @Override
    @Transactional(readOnly = true)
    public Words agreed(AuthorizationView authorization) {
        return words.given(authorization);
    }

    @Override
    @Transactional(readOnly = true)
    public Words words(Actor consumer, HelperCard card, Scope scope, Locale language) {
        return words.fill(profile(consumer).name(), card, scope, language);
    }

    @Override
    @Transactional
    public Given give(Actor consumer, Agreement agreement) {
        ConsumerId id = ConsumerId.of(consumer);
        consumers.lock(id);
        Helpers.Helping helping = helpers.of(agreement.assister()).orElse(null);
        if (helping == null) {
            return new Given.Refused("authorization.refused.not-now");
        }
        LocalDate today = Minnesota.today(clock);
        LocalDate until = agreement.until();
        if (until != null && (until.isBefore(today) || until.isAfter(today.plusYears(YEARS)))) {
            return new Given.Refused("authorization.refused.until");
        }
        Profile profile = profile(consumer);
        Words shown = words.fill(profile.name(), helping.card(), agreement.scope(), agreement.language());
        if (!shown.hash().equals(agreement.hash())) {
            return new Given.Refused("authorization.refused.words");
        }
        ending.end(id, EndReason.REPLACED, consumer);
        AuthorizationView view =
                write(profile, consumer, agreement, helping, shown, AuthorizationTable.validUntil(until));
        mails.given(profile, view);
        return new Given.Done(view);
    }

    /** The record with its lines, whoever signs: the consumer in their account, or somebody by a mailed code. */
    AuthorizationView write(
            Profile profile, Actor signer, Agreement agreement, Helpers.Helping helping, Words shown, Instant validUntil) {
        ConsumerId id = profile.id();
        UUID given = table.insert(record(profile, signer.account(), agreement, helping, shown, validUntil));
        AuthorizationView view = table.one(id, given).orElseThrow();
        diary.note(
                id, "authorization.given",
                List.of(view.assisterName(), view.agencyName(), String.valueOf(view.number()), view.scope().name()), signer);
        audit.record(
                AuditLine.of(signer, "authorization.given")
                        .about(id.value())
                        .with("authorization", view.number())
                        .with("person", agreement.assister())
                        .with("scope", view.scope())
                        .with("text", view.textHash()));
        return view;
    }

    private AuthorizationTable.New record(
            Profile profile, @Nullable UUID signedBy, Agreement agreement, Helpers.Helping helping, Words shown,
            Instant validUntil) {
        AccessStanding standing = helping.standing();
        PolicyText privacy = shown.privacy();
        return new AuthorizationTable.New(
                profile.id(), agreement.assister(), standing.roster().agency().value(), agreement.scope(),
                agreement.until(), agreement.method(), shown.text().version(), shown.text().tag(), shown.hash(),
                privacy == null ? null : privacy.version(), privacy == null ? null : privacy.tag(),
                profile.name(), helping.card().name(), helping.card().agencyName(), helping.card().referenceNumber(),
                standing.certification().status() + " " + standing.state(), "CONTRACT IN FORCE", signedBy, code(),
                validUntil);
    }

    private String code() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < CODE_LENGTH; i++) {
            code.append(SignedLinks.LETTERS.charAt(random.nextInt(SignedLinks.LETTERS.length())));
        }
        return code.toString();
    }

    @Override
    @Transactional
    public boolean end(Actor consumer, UUID authorization) {
        ConsumerId id = ConsumerId.of(consumer);
        consumers.lock(id);
        boolean present = table.now(id).filter(now -> now.authorization().equals(authorization)).isPresent();
        return present && ending.end(id, EndReason.CONSUMER, consumer).isPresent();
    }

    @Override
    @Transactional
    public Optional<HelpNow> now(Actor consumer) {
        ConsumerId id = ConsumerId.of(consumer);
        audit.record(AuditLine.of(consumer, "authorization.own-shown").about(id.value()).showing(List.of(id.value())));
        return table.now(id).flatMap(authority -> table.one(id, authority.authorization()).map(view -> helpNow(view, authority)));
    }

    private HelpNow helpNow(AuthorizationView view, AuthorizationTable.Authority authority) {
        AccessStanding standing = access.of(authority.assister()).orElse(null);
        HelpNow.State state;
        if (standing == null || !standing.roster().active()) {
            state = HelpNow.State.LEFT;
        } else if (!standing.roster().agency().value().equals(authority.agency())) {
            state = HelpNow.State.MOVED;
        } else {
            state = standing.granted() ? HelpNow.State.WORKS : HelpNow.State.PAUSED;
        }
        HelperCard card = standing == null ? null : helpers.of(standing).map(Helpers.Helping::card).orElse(null);
        return new HelpNow(view, state, card, state == HelpNow.State.WORKS ? List.of() : helpers.proposals(authority.assister(), authority.agency()));
    }

    @Override
    @Transactional(readOnly = true)
    public List<AuthorizationView> history(Actor consumer) {
        return table.history(ConsumerId.of(consumer));
    }

    @Override
    @Transactional
    public Optional<AuthorizationView> one(Actor consumer, UUID id) {
        ConsumerId own = ConsumerId.of(consumer);
        AuditLine line = AuditLine.of(consumer, "authorization.own-shown").about(own.value());
        Optional<AuthorizationView> found = table.one(own, id);
        if (found.isEmpty()) {
            audit.recordRefusal(line.refused("not-found"), own.toString(), LINES_AN_HOUR);
            return found;
        }
        audit.record(line.showing(List.of(own.value())).with("authorization", found.get().number()));
        return found;
    }

    @Override
    @Transactional
    public Checked check(String typed, String network) {
        return lookUps.check(typed, network);
    }

    @Override
    @Transactional
    public boolean dispute(Actor consumer, @Nullable UUID line, String said) {
        ConsumerId id = ConsumerId.of(consumer);
        consumers.lock(id);
        return ending.dispute(id, line, said, consumer);
    }

    private Profile profile(Actor consumer) {
        return consumers.find(ConsumerId.of(consumer)).orElseThrow(NotFound::new);
    }
}
