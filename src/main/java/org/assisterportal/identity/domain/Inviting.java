package org.assisterportal.identity.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.identity.Invitation;
import org.assisterportal.identity.Invited;
import org.assisterportal.notification.Mail;
import org.assisterportal.notification.Outbox;
import org.assisterportal.policy.PolicyValues;
import org.assisterportal.shared.AccountId;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.Sql;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes accounts for work without credentials, gives hats, and mails the links that activate them; set by set. */
@Component
class Inviting {
    static final String PURPOSE = "activation";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Outbox outbox;
    private final AuditLog audit;
    private final PolicyValues policy;
    private final Clock clock;

    Inviting(
            JdbcClient jdbc, JdbcTemplate template, Outbox outbox, AuditLog audit, PolicyValues policy, Clock clock) {
        this.jdbc = jdbc;
        this.template = template;
        this.outbox = outbox;
        this.audit = audit;
        this.policy = policy;
        this.clock = clock;
    }

    private record Account(UUID id, boolean setUp) {}

    /** A hat and where its link goes. */
    private record Sending(
            UUID hatId, UUID account, Hat hat, UUID subject, String email, String name, String organization,
            String invitedBy, boolean setUp) {}

    Map<String, Invited> invite(List<Invitation> invitations, Actor by) {
        Instant now = clock.instant();
        template.batchUpdate(
                "INSERT INTO identity.account (id, email, email_key, name, created_at) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT (kind, email_key) WHERE closed_at IS NULL DO NOTHING",
                invitations,
                1000,
                (row, invitation) -> {
                    row.setObject(1, UUID.randomUUID());
                    row.setString(2, invitation.email().value());
                    row.setString(3, invitation.email().key());
                    row.setString(4, invitation.name());
                    row.setObject(5, Sql.time(now));
                });
        Map<String, Account> accounts = accounts(invitations);
        template.batchUpdate(
                "INSERT INTO identity.hat (id, account, hat, subject, agency, organization, invited_by, granted_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (hat, subject) WHERE ended_at IS NULL DO NOTHING",
                invitations,
                1000,
                (row, invitation) -> {
                    UUID account = account(accounts, invitation).id();
                    row.setObject(1, UUID.randomUUID());
                    row.setObject(2, account);
                    row.setString(3, invitation.hat().name());
                    row.setObject(4, Objects.requireNonNullElse(invitation.subject(), account));
                    row.setObject(5, invitation.agency());
                    row.setString(6, invitation.organization());
                    row.setString(7, invitation.invitedBy());
                    row.setObject(8, Sql.time(now));
                });
        Map<Hat, List<UUID>> subjects = new HashMap<>();
        for (Invitation invitation : invitations) {
            UUID account = account(accounts, invitation).id();
            subjects.computeIfAbsent(invitation.hat(), hat -> new ArrayList<>())
                    .add(Objects.requireNonNullElse(invitation.subject(), account));
        }
        Map<String, Invited> invited = new HashMap<>();
        subjects.forEach((hat, ids) -> invited.putAll(send(hat, ids, now)));
        audit.recordAll(
                invitations.stream()
                        .map(
                                invitation ->
                                        AuditLine.of(by, "account.invited")
                                                .about(account(accounts, invitation).id())
                                                .with("hat", invitation.hat()))
                        .toList());
        return invited;
    }

    private static Account account(Map<String, Account> accounts, Invitation invitation) {
        return Objects.requireNonNull(accounts.get(invitation.email().key()));
    }

    private Map<String, Account> accounts(List<Invitation> invitations) {
        Map<String, Account> accounts = new HashMap<>();
        jdbc.sql(
                        "SELECT id, email_key, password_hash IS NOT NULL AS set_up FROM identity.account"
                                + " WHERE kind = 'WORK' AND email_key = ANY(:keys::text[])")
                .param("keys", Sql.texts(invitations.stream().map(i -> i.email().key()).toList()))
                .query(
                        row -> {
                            accounts.put(
                                    row.getString("email_key"), new Account(Sql.uuid(row, "id"), row.getBoolean("set_up")));
                        });
        return accounts;
    }

    /**
     * Takes a hat that nobody has activated, never the account with whatever else hangs on it, to the account of
     * another address; false when there was nothing to take.
     */
    boolean move(Hat hat, UUID subject, String name, EmailAddress to) {
        Instant now = clock.instant();
        jdbc.sql(
                        """
                        INSERT INTO identity.account (id, email, email_key, name, created_at)
                        SELECT :id, :email, :key, :name, :now FROM identity.hat h
                         WHERE h.hat = :hat AND h.subject = :subject AND h.ended_at IS NULL AND h.activated_at IS NULL
                            ON CONFLICT (kind, email_key) WHERE closed_at IS NULL DO NOTHING
                        """)
                .param("id", UUID.randomUUID())
                .param("email", to.value())
                .param("key", to.key())
                .param("name", name)
                .param("now", Sql.time(now))
                .param("hat", hat.name())
                .param("subject", subject)
                .update();
        int moved =
                jdbc.sql(
                                """
                                UPDATE identity.hat h SET account = a.id FROM identity.account a
                                 WHERE a.kind = 'WORK' AND a.email_key = :key AND a.id <> h.account AND h.hat = :hat AND h.subject = :subject
                                   AND h.ended_at IS NULL AND h.activated_at IS NULL
                                """)
                        .param("key", to.key())
                        .param("hat", hat.name())
                        .param("subject", subject)
                        .update();
        if (moved == 0) {
            return false;
        }
        withdraw(hat, subject);
        boolean staff =
                jdbc.sql(
                                """
                                SELECT EXISTS (SELECT 1 FROM identity.hat h JOIN identity.account a ON a.id = h.account
                                  WHERE a.kind = 'WORK' AND a.email_key = :key AND h.hat IN ('ARC_OFFICER', 'ADMINISTRATOR') AND h.ended_at IS NULL)
                                """)
                        .param("key", to.key())
                        .query(Boolean.class)
                        .single();
        if (!staff) {
            resend(hat, subject);
        }
        return true;
    }

    void resend(Hat hat, UUID subject) {
        send(hat, List.of(subject), clock.instant());
    }

    /** Takes back the unused links of a hat, mails that wait included. */
    void withdraw(Hat hat, UUID subject) {
        withdraw(hat, List.of(subject), clock.instant());
    }

    private void withdraw(Hat hat, List<UUID> subjects, Instant now) {
        jdbc.sql(
                        """
                        UPDATE identity.activation a SET withdrawn_at = :now FROM identity.hat h
                         WHERE a.hat = h.id AND h.hat = :hat AND h.subject = ANY(:subjects::uuid[])
                           AND a.used_at IS NULL AND a.withdrawn_at IS NULL
                        RETURNING a.id
                        """)
                .param("now", Sql.time(now))
                .param("hat", hat.name())
                .param("subjects", Sql.ids(subjects))
                .query(UUID.class)
                .list()
                .forEach(outbox::withdraw);
    }

    private Map<String, Invited> send(Hat hat, List<UUID> subjects, Instant now) {
        withdraw(hat, subjects, now);
        List<Sending> sendings =
                jdbc.sql(
                                """
                                SELECT h.id, h.account, h.subject, a.email, a.name, h.organization, h.invited_by,
                                       a.password_hash IS NOT NULL AS set_up
                                  FROM identity.hat h JOIN identity.account a ON a.id = h.account
                                 WHERE h.hat = :hat AND h.subject = ANY(:subjects::uuid[])
                                   AND h.ended_at IS NULL AND h.activated_at IS NULL
                                """)
                        .param("hat", hat.name())
                        .param("subjects", Sql.ids(subjects))
                        .query(
                                (row, number) ->
                                        new Sending(
                                                Sql.uuid(row, "id"), Sql.uuid(row, "account"), hat, Sql.uuid(row, "subject"),
                                                row.getString("email"), row.getString("name"), row.getString("organization"),
                                                row.getString("invited_by"), row.getBoolean("set_up")))
                        .list();
        Instant expires = now.plus(Duration.ofDays(policy.inForce("activation.link-days").number()));
        Map<String, Invited> invited = new HashMap<>();
        List<Mail> mails = new ArrayList<>();
        Map<UUID, UUID> hats = new HashMap<>();
        for (Sending sending : sendings) {
            UUID id = UUID.randomUUID();
            mails.add(mail(id, sending, expires));
            hats.put(id, sending.hatId());
            invited.put(
                    new EmailAddress(sending.email()).key(),
                    new Invited(new AccountId(sending.account()), id, sending.setUp()));
        }
        template.batchUpdate(
                "INSERT INTO identity.activation (id, hat, email, created_at, expires_at) VALUES (?, ?, ?, ?, ?)",
                mails,
                1000,
                (row, mail) -> {
                    row.setObject(1, mail.id());
                    row.setObject(2, hats.get(mail.id()));
                    row.setString(3, mail.to().value());
                    row.setObject(4, Sql.time(now));
                    row.setObject(5, Sql.time(expires));
                });
        outbox.queueAll(mails);
        return invited;
    }

    private static Mail mail(UUID id, Sending sending, Instant expires) {
        return new Mail(
                id,
                sending.setUp() ? "activation-existing-account" : "activation",
                Mail.Sender.SYSTEM,
                new EmailAddress(sending.email()),
                Map.of(
                        "name", sending.name(),
                        "hat", sending.hat().name(),
                        "organization", sending.organization(),
                        "invitedBy", sending.invitedBy()),
                new Mail.Link(PURPOSE, "/activate", id, expires),
                sending.subject());
    }
}
