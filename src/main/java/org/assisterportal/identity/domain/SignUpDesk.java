package org.assisterportal.identity.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.identity.AccountKind;
import org.assisterportal.identity.ConsumerAccounts;
import org.assisterportal.identity.Network;
import org.assisterportal.identity.HelpedAlready;
import org.assisterportal.identity.TermsOfUse;
import org.assisterportal.notification.Mail;
import org.assisterportal.notification.Outbox;
import org.assisterportal.notification.SignedLinks;
import org.assisterportal.policy.PolicyValues;
import org.assisterportal.shared.AccountId;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.PersonName;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Consumers' accounts from the first mail to the open account; a link opens one account, in whichever process. */
@Component
class SignUpDesk implements ConsumerAccounts {
    static final String PURPOSE = "sign-up";

    private final ConsumerRows rows;
    private final Credentials credentials;
    private final Passwords passwords;
    private final AskedMails asked;
    private final SignedLinks links;
    private final Outbox outbox;
    private final PolicyValues policy;
    private final TermsOfUse acceptances;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ObjectProvider<HelpedAlready> helped;

    SignUpDesk(
            ConsumerRows rows, Credentials credentials, Passwords passwords, AskedMails asked, SignedLinks links,
            Outbox outbox, PolicyValues policy, TermsOfUse acceptances, AuditLog audit,
            TransactionTemplate transaction, Clock clock, ObjectProvider<HelpedAlready> helped) {
        this.rows = rows;
        this.credentials = credentials;
        this.passwords = passwords;
        this.asked = asked;
        this.links = links;
        this.outbox = outbox;
        this.policy = policy;
        this.acceptances = acceptances;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
        this.helped = helped;
    }

    @Override
    public void signUp(EmailAddress email, @Nullable UUID subject, String address, Collection<String> marks) {
        EvenTime.after(AskedMails.ANSWERED, () -> askNow(email, subject, Network.of(address), marks));
    }

    private void askNow(EmailAddress email, @Nullable UUID subject, String network, Collection<String> marks) {
        AuditLine line = AuditLine.of(Actor.SYSTEM, "sign-up.asked").with("term", audit.hashOf(email.key()));
        Optional<Credentials.Known> account = known(email);
        boolean knownBrowser = account.flatMap(credentials::mark).filter(marks::contains).isPresent();
        if (asked.tooOften("sign-up", email.key(), network, knownBrowser)) {
            audit.recordRefusal(line.refused("throttled"), network, 1);
            return;
        }
        transaction.executeWithoutResult(
                status -> {
                    audit.record(line);
                    if (account.isPresent()) {
                        mail("account-exists", email, Map.of(), null, account.get().id());
                    } else {
                        mailLink(email, subject);
                    }
                });
    }

    private Optional<Credentials.Known> known(EmailAddress email) {
        return Objects.requireNonNull(
                transaction.execute(status -> credentials.find(AccountKind.CONSUMER, email.key())));
    }

    private void mailLink(EmailAddress email, @Nullable UUID subject) {
        UUID id = UUID.randomUUID();
        Instant now = clock.instant();
        int hours = policy.inForce("account.sign-up-hours").number();
        Instant expires = now.plus(Duration.ofHours(hours));
        rows.addSignUp(id, email, subject, now, expires);
        Map<String, String> values = Map.of("hours", String.valueOf(hours));
        mail("sign-up", email, values, new Mail.Link(PURPOSE, "/account/new", id, expires), subject);
    }

    private void mail(
            String kind, EmailAddress to, Map<String, String> values, Mail.@Nullable Link link, @Nullable UUID about) {
        String consumers = FactorMails.kind(AccountKind.CONSUMER, kind);
        outbox.queue(new Mail(UUID.randomUUID(), consumers, Mail.Sender.SYSTEM, to, values, link, about));
    }

    @Override
    @Transactional(readOnly = true)
    public SignUpLink look(String token) {
        return links.open(PURPOSE, token)
                .map(opened -> rows.signUp(opened.id()).map(this::state).orElseGet(SignUpLink.Expired::new))
                .orElseGet(SignUpLink.Unknown::new);
    }

    private SignUpLink state(ConsumerRows.SignUp row) {
        if (row.usedAt() != null) {
            return new SignUpLink.Used();
        }
        if (!clock.instant().isBefore(row.expiresAt())) {
            return new SignUpLink.Expired();
        }
        EmailAddress email = new EmailAddress(row.email());
        return rows.isTaken(email, row.subject()) ? new SignUpLink.HasAccount() : new SignUpLink.Usable(email);
    }

    @Override
    public Opened complete(String token, PersonName name, String password, LocalDate terms) {
        Optional<ConsumerRows.SignUp> row =
                Objects.requireNonNull(
                        transaction.execute(
                                status -> links.open(PURPOSE, token).flatMap(opened -> rows.signUp(opened.id()))));
        return row.map(found -> open(found.id(), new EmailAddress(found.email()), found.subject(), name, password, terms))
                .orElseGet(() -> new Opened.Gone(look(token)));
    }

    @Override
    public Opened open(
            EmailAddress proved, @Nullable UUID subject, PersonName name, String password, LocalDate terms) {
        return open(null, proved, subject, name, password, terms);
    }

    private Opened open(
            @Nullable UUID link, EmailAddress email, @Nullable UUID subject, PersonName name, String password,
            LocalDate terms) {
        if (!acceptances.inForce(AccountKind.CONSUMER).equals(terms)) {
            return new Opened.NewerTerms();
        }
        Optional<String> weak =
                passwords.refusal(password, List.of(name.full(), email.value(), "assister portal", "marketplace"));
        if (weak.isPresent()) {
            return new Opened.Refused(weak.get());
        }
        // Hashing takes long, and holds no connection meanwhile.
        String hash = passwords.hash(password);
        return Objects.<Opened>requireNonNull(
                transaction.execute(
                        status -> {
                            Instant now = clock.instant();
                            if (link != null && !rows.use(link, now)) {
                                return new Opened.Gone(rows.signUp(link).map(this::state).orElseGet(SignUpLink.Expired::new));
                            }
                            UUID whose = subject == null ? helpedAs(email, name) : subject;
                            if (rows.isTaken(email, whose)) {
                                return new Opened.Gone(new SignUpLink.HasAccount());
                            }
                            Optional<Opened> done =
                                    rows.open(email, whose, name, hash, terms, now)
                                            .map(grant -> new Opened.Done(grant, name.full()));
                            // Somebody else's came in between: half an account must not stay.
                            if (done.isEmpty()) {
                                status.setRollbackOnly();
                            }
                            return done.orElseGet(() -> new Opened.Gone(new SignUpLink.HasAccount()));
                        }));
    }

    private @Nullable UUID helpedAs(EmailAddress proved, PersonName name) {
        return helped.stream().flatMap(module -> module.consumer(proved, name).stream()).findFirst().orElse(null);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<AccountId> byEmail(EmailAddress email) {
        return credentials.find(AccountKind.CONSUMER, email.key()).map(known -> new AccountId(known.id()));
    }

    @Override
    @Transactional(readOnly = true)
    public PersonName name(AccountId consumer) {
        return rows.name(consumer);
    }
}
