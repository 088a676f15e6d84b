package org.assisterportal.identity.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.identity.AccountKind;
import org.assisterportal.identity.AccountView;
import org.assisterportal.identity.Accounts;
import org.assisterportal.identity.Affiliations;
import org.assisterportal.identity.FactorResets;
import org.assisterportal.identity.HatGrant;
import org.assisterportal.identity.OwnAffairs;
import org.assisterportal.notification.Outbox;
import org.assisterportal.policy.PolicyValues;
import org.assisterportal.shared.AccountId;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.AgencyId;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.NotFound;
import org.assisterportal.shared.PageOf;
import org.assisterportal.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The officers' side of a reset; each act is judged again under a lock, mailed and recorded in one transaction. */
@Component
class FactorResetDesk implements FactorResets {
    private static final int PAGE = 25;

    private final FactorResetRows rows;
    private final Accounts accounts;
    private final Affiliations affiliations;
    private final FactorMails mails;
    private final Outbox outbox;
    private final PolicyValues policy;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    FactorResetDesk(
            FactorResetRows rows, Accounts accounts, Affiliations affiliations, FactorMails mails, Outbox outbox,
            PolicyValues policy, AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.rows = rows;
        this.accounts = accounts;
        this.affiliations = affiliations;
        this.mails = mails;
        this.outbox = outbox;
        this.policy = policy;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional
    public PageOf<Pending> pending(int page, Actor by) {
        guard(by, "factor-reset.list-shown");
        int number = Math.max(1, page);
        Instant now = clock.instant();
        OwnAffairs own = accounts.ownAffairs(by);
        // Few wait at a time, so that one look for each one's hats is bounded.
        List<Pending> shown = new ArrayList<>();
        for (FactorResetRows.Row row : rows.waiting(now, PAGE, (long) (number - 1) * PAGE)) {
            List<HatGrant> hats = accounts.hats(row.account());
            String refusal =
                    FactorResetRules.secondOfficer(by.accountId(), row.askedBy())
                            .or(() -> FactorResetRules.ownAffairs(own, row.account(), agencies(hats)))
                            .orElse(null);
            shown.add(
                    new Pending(
                            row.id(), row.account(), row.name(), row.email(), hats, row.checked(), row.note(),
                            row.passwordToo(), row.asker(), row.askedAt(), row.expiresAt(), refusal));
        }
        audit.record(
                AuditLine.of(by, "factor-reset.list-shown").showing(shown.stream().map(one -> one.account().value()).toList()));
        return new PageOf<>(shown, number, PAGE, rows.countWaiting(now));
    }

    @Override
    @Transactional
    public Optional<Found> find(EmailAddress email, Actor by) {
        guard(by, "account.searched");
        Optional<AccountId> account = accounts.byEmail(email);
        AuditLine line = AuditLine.of(by, "account.searched").with("term", audit.hashOf(email.key()));
        audit.record(line.showing(account.stream().map(AccountId::value).toList()));
        return account.map(id -> found(id, by));
    }

    @Override
    @Transactional
    public Optional<Found> find(AccountId account, Actor by) {
        guard(by, "account.shown");
        Found found = found(account, by);
        audit.record(AuditLine.of(by, "account.shown").about(account.value()).showing(List.of(account.value())));
        return Optional.of(found);
    }

    private Found found(AccountId account, Actor by) {
        AccountView view = accounts.view(account);
        if (view.kind() != AccountKind.WORK) {
            throw new NotFound();
        }
        List<HatGrant> hats = accounts.hats(account);
        String refusal = askRefusal(account, hats, by).orElse(null);
        return new Found(account, view.name(), view.email(), hats, refusal);
    }

    @Override
    @Transactional
    public Outcome ask(AccountId account, Check checked, String note, boolean passwordToo, Actor by) {
        guard(by, "factor-reset.asked");
        AuditLine line = AuditLine.of(by, "factor-reset.asked").about(account.value()).with("checked", checked);
        AccountView view = accounts.view(account);
        Optional<String> refusal =
                FactorResetRules.written(note).or(() -> askRefusal(account, accounts.hats(account), by));
        if (refusal.isPresent()) {
            return refused(line, refusal.get());
        }
        Instant now = clock.instant();
        Instant expires = now.plus(Duration.ofDays(policy.inForce("account.reset-pending-days").number()));
        UUID id = UUID.randomUUID();
        if (!rows.add(id, account, checked, note.strip(), passwordToo, by.accountId(), now, expires)) {
            return refused(line, "identity.reset.pending");
        }
        mails.asked(view);
        audit.record(line.with("reset", id).with("password-too", passwordToo));
        return new Outcome.Done();
    }

    private Optional<String> askRefusal(AccountId account, List<HatGrant> hats, Actor by) {
        if (!setUp(account)) {
            return Optional.of("identity.reset.not-set-up");
        }
        return FactorResetRules.ownAffairs(accounts.ownAffairs(by), account, agencies(hats))
                .or(() -> rows.isWaiting(account, clock.instant()) ? Optional.of("identity.reset.pending") : Optional.empty());
    }

    private boolean setUp(AccountId account) {
        return jdbc.sql("SELECT kind = 'WORK' AND password_hash IS NOT NULL FROM identity.account WHERE id = :id")
                .param("id", account.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    @Transactional
    public Outcome approve(UUID reset, Actor by) {
        guard(by, "factor-reset.approved");
        FactorResetRows.Row row = rows.lock(reset).orElseThrow(NotFound::new);
        AuditLine line = line(by, "factor-reset.approved", row);
        Optional<String> refusal =
                decisionRefusal(row, by).or(() -> FactorResetRules.secondOfficer(by.accountId(), row.askedBy()));
        if (refusal.isPresent()) {
            return refused(line, refusal.get());
        }
        Instant now = clock.instant();
        Instant expires = now.plus(Duration.ofHours(policy.inForce("account.reset-link-hours").number()));
        rows.closeLinks(row.account(), now).forEach(outbox::withdraw);
        rows.decide(reset, "APPROVED", by.accountId(), now, null, expires);
        rows.dropFactor(row.account());
        accounts.endSessions(row.account());
        mails.approved(accounts.view(row.account()), reset, expires);
        audit.record(line);
        return new Outcome.Done();
    }

    @Override
    @Transactional
    public Outcome refuse(UUID reset, String reason, Actor by) {
        guard(by, "factor-reset.refused");
        FactorResetRows.Row row = rows.lock(reset).orElseThrow(NotFound::new);
        AuditLine line = line(by, "factor-reset.refused", row);
        Optional<String> refusal = FactorResetRules.written(reason).or(() -> decisionRefusal(row, by));
        if (refusal.isPresent()) {
            return refused(line, refusal.get());
        }
        rows.decide(reset, "REFUSED", by.accountId(), clock.instant(), reason.strip(), null);
        mails.refused(accounts.view(row.account()));
        audit.record(line);
        return new Outcome.Done();
    }

    private Optional<String> decisionRefusal(FactorResetRows.Row row, Actor by) {
        return FactorResetRules.stillWaiting(row.state(), row.expiresAt(), clock.instant())
                .or(() ->
                        FactorResetRules.ownAffairs(
                                accounts.ownAffairs(by), row.account(), agencies(accounts.hats(row.account()))));
    }

    /** The agencies of the account's hats, and those whose rosters its assister is on today. */
    private Set<UUID> agencies(List<HatGrant> hats) {
        Set<UUID> agencies =
                hats.stream().map(HatGrant::agency).filter(agency -> agency != null).collect(Collectors.toSet());
        List<PersonId> people =
                hats.stream().filter(hat -> hat.hat() == Hat.ASSISTER).map(hat -> new PersonId(hat.subject())).toList();
        Map<PersonId, AgencyId> present = affiliations.agencyOf(people);
        present.values().forEach(agency -> agencies.add(agency.value()));
        return agencies;
    }

    private static AuditLine line(Actor by, String act, FactorResetRows.Row row) {
        return AuditLine.of(by, act).about(row.account().value()).with("reset", row.id());
    }

    private Outcome refused(AuditLine line, String reason) {
        audit.recordRefusal(line.refused(reason));
        return new Outcome.Refused(reason);
    }

    private void guard(Actor by, String act) {
        if (!by.wears(Hat.ARC_OFFICER)) {
            audit.recordRefusal(AuditLine.of(by, act).refused("not-arc-officer"));
            throw new NotFound();
        }
    }
}
