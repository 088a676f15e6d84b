package org.assisterportal.identity.domain;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.identity.AccountKind;
import org.assisterportal.identity.AccountView;
import org.assisterportal.identity.Accounts;
import org.assisterportal.identity.HatGrant;
import org.assisterportal.identity.LinkedAccounts;
import org.assisterportal.identity.SignIn;
import org.assisterportal.identity.TermsOfUse;
import org.assisterportal.shared.AccountId;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Hat;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Links accounts of one person; only who proves both in one session does, so nobody can be talked into giving a code. */
@Component
class LinkDesk implements LinkedAccounts {
    private final LinkRows rows;
    private final Accounts accounts;
    private final SignIn signIn;
    private final Proofs proofs;
    private final TermsOfUse terms;
    private final FactorMails mails;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LinkDesk(
            LinkRows rows, Accounts accounts, SignIn signIn, Proofs proofs, TermsOfUse terms, FactorMails mails,
            AuditLog audit, TransactionTemplate transaction, Clock clock) {
        this.rows = rows;
        this.accounts = accounts;
        this.signIn = signIn;
        this.proofs = proofs;
        this.terms = terms;
        this.mails = mails;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Linked> of(AccountId account) {
        return rows.of(account)
                .map(
                        link -> {
                            AccountKind kind = other(accounts.view(account).kind());
                            AccountView other = accounts.view(link.of(kind));
                            return new Linked(
                                    kind, masked(other.email()), link.since(), signIn.wearable(other.id()), !other.factor());
                        });
    }

    @Override
    public Outcome link(Actor me, Own own, Other other, String address) {
        AccountId mine = me.accountId();
        AccountKind kind = accounts.view(mine).kind();
        AccountId theirs;
        switch (signIn.password(other(kind), other.email(), other.password(), address, List.of())) {
            case SignIn.First.Proved proved -> theirs = proved.account();
            case SignIn.First.Wrong wrong -> {
                return new Outcome.Refused("email", "identity.link.wrong");
            }
            case SignIn.First.Wait wait -> {
                return new Outcome.Refused("email", "recover.wait");
            }
        }
        // The codes come last: one that was right is used up.
        Optional<Outcome> refused =
                (kind == AccountKind.CONSUMER ? proofs.password(mine, own.password(), address) : Optional.<Proofs.Refused>empty())
                        .or(() -> proofs.code(mine, own.code(), address))
                        .<Outcome>map(why -> new Outcome.Refused(why.field(), why.reason()))
                        .or(
                                () ->
                                        proofs.code(theirs, other.code(), address)
                                                .map(why -> new Outcome.Refused("otherCode", why.reason())));
        return refused.orElseGet(
                () -> Objects.<Outcome>requireNonNull(transaction.execute(status -> linkNow(me, kind, theirs))));
    }

    private Outcome linkNow(Actor me, AccountKind kind, AccountId theirs) {
        AccountId mine = me.accountId();
        AccountId consumer = kind == AccountKind.CONSUMER ? mine : theirs;
        AccountId work = kind == AccountKind.CONSUMER ? theirs : mine;
        if (!rows.add(consumer, work, clock.instant())) {
            return new Outcome.Refused("email", "identity.link.taken");
        }
        for (AccountId one : List.of(consumer, work)) {
            AccountView view = accounts.view(one);
            audit.record(line(view, "account.linked"));
            mails.linked(view);
        }
        return new Outcome.Done();
    }

    @Override
    @Transactional
    public void unlink(Actor me) {
        rows.end(me.accountId(), clock.instant())
                .ifPresent(
                        link -> {
                            for (AccountId one : List.of(link.consumer(), link.work())) {
                                AccountView view = accounts.view(one);
                                audit.record(line(view, "account.unlinked"));
                                mails.unlinked(view);
                            }
                        });
    }

    @Override
    public Entered enter(Actor me, Hat hat, UUID subject, String code, String address) {
        AccountId mine = me.accountId();
        Optional<Linked> linked = Objects.requireNonNull(transaction.execute(status -> of(mine)));
        Optional<HatGrant> wanted =
                linked.stream()
                        .flatMap(link -> link.hats().stream())
                        .filter(grant -> grant.hat() == hat && grant.subject().equals(subject))
                        .findFirst();
        if (linked.isEmpty() || wanted.isEmpty()) {
            return new Entered.Gone();
        }
        AccountId theirs = wanted.get().account();
        Optional<Proofs.Refused> wrong = proofs.factor(linked.get().ownCode() ? mine : theirs, code, address);
        if (wrong.isPresent()) {
            return new Entered.Refused(wrong.get().reason());
        }
        return Objects.<Entered>requireNonNull(transaction.execute(status -> enterNow(me, wanted.get())));
    }

    private Entered enterNow(Actor me, HatGrant wanted) {
        AccountId theirs = wanted.account();
        if (terms.due(theirs)) {
            return new Entered.Refused("identity.link.terms");
        }
        // Asked once more: link or hat may have ended while the code was typed.
        boolean still = rows.of(me.accountId()).filter(link -> link.consumer().equals(theirs) || link.work().equals(theirs)).isPresent();
        Optional<HatGrant> worn = signIn.wear(theirs, wanted.hat(), wanted.subject(), clock.instant());
        if (!still || worn.isEmpty()) {
            return new Entered.Gone();
        }
        AccountView there = accounts.view(theirs);
        audit.record(line(accounts.view(me.accountId()), "account.left"));
        audit.record(line(there, "account.entered").with("hat", wanted.hat()));
        return new Entered.Done(worn.get(), there.name());
    }

    // Each account's line names that account alone: who reads the record of somebody's work finds no coverage in it. The
    // link itself, and when it lasted, stands in its row.
    private static AuditLine line(AccountView of, String act) {
        return AuditLine.of(new Actor(of.id().value(), null, null, null, of.name()), act).about(of.id().value());
    }

    private static AccountKind other(AccountKind kind) {
        return kind == AccountKind.CONSUMER ? AccountKind.WORK : AccountKind.CONSUMER;
    }

    /** The first two characters and the domain. */
    private static String masked(String email) {
        int at = email.lastIndexOf('@');
        return email.substring(0, Math.min(2, at)) + "…" + email.substring(at);
    }
}
