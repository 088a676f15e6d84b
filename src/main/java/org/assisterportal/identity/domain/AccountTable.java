package org.assisterportal.identity.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.identity.AccountKind;
import org.assisterportal.identity.AccountView;
import org.assisterportal.identity.Accounts;
import org.assisterportal.identity.ActivationView;
import org.assisterportal.identity.HatEnded;
import org.assisterportal.identity.HatGrant;
import org.assisterportal.identity.Invitation;
import org.assisterportal.identity.Invited;
import org.assisterportal.identity.OwnAffairs;
import org.assisterportal.policy.PolicyValues;
import org.assisterportal.shared.AccountId;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.NotFound;
import org.assisterportal.shared.Sql;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Accounts and hats as rows. */
@Component
class AccountTable implements Accounts {
    private static final String GRANT =
            "SELECT account, hat, subject, agency, organization, activated_at FROM identity.hat";

    private final JdbcClient jdbc;
    private final Inviting inviting;
    private final ActivationRows activations;
    private final PolicyValues policy;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AccountTable(
            JdbcClient jdbc, Inviting inviting, ActivationRows activations, PolicyValues policy, AuditLog audit,
            ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.inviting = inviting;
        this.activations = activations;
        this.policy = policy;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<String, Invited> invite(List<Invitation> invitations, Actor by) {
        return inviting.invite(invitations, by);
    }

    @Override
    @Transactional(readOnly = true)
    public List<HatGrant> hats(AccountId account) {
        return jdbc.sql(GRANT + " WHERE account = :account AND ended_at IS NULL ORDER BY hat, granted_at")
                .param("account", account.value())
                .query((row, number) -> grant(row))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public OwnAffairs ownAffairs(Actor officer) {
        AccountId account = officer.accountId();
        Instant since = clock.instant().minus(Duration.ofDays(policy.inForce("own-affairs.cooling-days").number()));
        List<HatGrant> hats =
                jdbc.sql(GRANT + " WHERE account = :account AND (ended_at IS NULL OR ended_at > :since)")
                        .param("account", account.value())
                        .param("since", Sql.time(since))
                        .query((row, number) -> grant(row))
                        .list();
        String email =
                jdbc.sql("SELECT email_key FROM identity.account WHERE id = :id")
                        .param("id", account.value())
                        .query(String.class)
                        .optional()
                        .orElse("");
        return new OwnAffairs(account, email, hats);
    }

    @Override
    @Transactional(readOnly = true)
    public AccountView view(AccountId account) {
        return jdbc.sql(
                        """
                        SELECT a.kind, a.name, a.email, a.totp_secret IS NOT NULL AS factor, (SELECT count(*) FROM identity.recovery_code c
                                  WHERE c.account = a.id AND c.used_at IS NULL) AS codes
                          FROM identity.account a WHERE a.id = :id
                        """)
                .param("id", account.value())
                .query(
                        (row, number) ->
                                new AccountView(
                                        account, AccountKind.valueOf(row.getString("kind")), row.getString("name"),
                                        row.getString("email"), row.getBoolean("factor"), row.getInt("codes")))
                .optional()
                .orElseThrow(NotFound::new);
    }

    @Override
    @Transactional
    public AccountView showOwn(Actor me) {
        AccountId id = me.accountId();
        audit.record(AuditLine.of(me, "account.own-shown").about(id.value()).showing(List.of(id.value())));
        return view(id);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, HatGrant> grants(Hat hat, Collection<UUID> subjects) {
        return jdbc
                .sql(GRANT + " WHERE hat = :hat AND subject = ANY(:subjects::uuid[]) AND ended_at IS NULL")
                .param("hat", hat.name())
                .param("subjects", Sql.ids(subjects))
                .query((row, number) -> grant(row))
                .list()
                .stream()
                .collect(Collectors.toMap(HatGrant::subject, Function.identity()));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void endHat(Hat hat, UUID subject, Actor by) {
        Instant now = clock.instant();
        inviting.withdraw(hat, subject);
        List<UUID> accounts =
                jdbc.sql(
                                "UPDATE identity.hat SET ended_at = :now WHERE hat = :hat AND subject = :subject"
                                        + " AND ended_at IS NULL RETURNING account")
                        .param("now", Sql.time(now))
                        .param("hat", hat.name())
                        .param("subject", subject)
                        .query(UUID.class)
                        .list();
        for (UUID account : accounts) {
            endSessions(new AccountId(account));
            audit.record(AuditLine.of(by, "hat.ended").about(subject).with("hat", hat));
            events.publishEvent(new HatEnded(new AccountId(account), hat, subject, now));
        }
    }

    @Override
    @Transactional
    public void endSessions(AccountId account) {
        // Somebody between the second factor and the choice of a hat has no session in their name yet.
        jdbc.sql("UPDATE identity.account SET sessions_ended_at = :now WHERE id = :id")
                .param("now", Sql.time(clock.instant()))
                .param("id", account.value())
                .update();
        jdbc.sql("DELETE FROM identity.session WHERE principal_name = :name").param("name", account.toString()).update();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ActivationView> activation(Hat hat, UUID subject) {
        return activations.newest(hat, subject);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void resendLink(Hat hat, UUID subject, Actor by) {
        inviting.resend(hat, subject);
        audit.record(AuditLine.of(by, "activation.resent").about(subject).with("hat", hat));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdrawLink(Hat hat, UUID subject, Actor by) {
        inviting.withdraw(hat, subject);
        audit.record(AuditLine.of(by, "activation.withdrawn").about(subject).with("hat", hat));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void rosterEmailChanged(Hat hat, UUID subject, String name, EmailAddress email, Actor by) {
        if (inviting.move(hat, subject, name, email)) {
            audit.record(AuditLine.of(by, "activation.moved").about(subject).with("hat", hat));
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, UUID> subjects(Hat hat, Collection<String> emailKeys) {
        Map<String, UUID> subjects = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT a.email_key, h.subject FROM identity.account a
                          JOIN identity.hat h ON h.account = a.id AND h.hat = :hat AND h.ended_at IS NULL
                         WHERE a.kind = :kind AND a.email_key = ANY(:keys::text[])
                        """)
                .param("hat", hat.name())
                .param("kind", AccountKind.of(hat).name())
                .param("keys", Sql.texts(emailKeys))
                .query(row -> {
                    subjects.put(row.getString("email_key"), Sql.uuid(row, "subject"));
                });
        return subjects;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<AccountId> byEmail(EmailAddress email) {
        return jdbc.sql("SELECT id FROM identity.account WHERE kind = 'WORK' AND email_key = :key")
                .param("key", email.key())
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isAtWork(EmailAddress email) {
        return jdbc.sql("SELECT identity.has_account('WORK', :key)").param("key", email.key()).query(Boolean.class).single();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, String> names(Collection<UUID> ids) {
        Map<UUID, String> names = new HashMap<>();
        jdbc.sql("SELECT id, name FROM identity.account WHERE id = ANY(:ids::uuid[])")
                .param("ids", Sql.ids(ids))
                .query(row -> {
                    names.put(Sql.uuid(row, "id"), row.getString("name"));
                });
        return names;
    }

    static HatGrant grant(ResultSet row) throws SQLException {
        return new HatGrant(
                new AccountId(Sql.uuid(row, "account")),
                Hat.valueOf(row.getString("hat")),
                Sql.uuid(row, "subject"),
                Sql.uuidOrNull(row, "agency"),
                row.getString("organization"),
                Sql.instantOrNull(row, "activated_at"));
    }
}
