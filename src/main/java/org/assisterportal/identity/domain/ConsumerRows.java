package org.assisterportal.identity.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.identity.HatActivated;
import org.assisterportal.identity.HatGrant;
import org.assisterportal.shared.AccountId;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.NotFound;
import org.assisterportal.shared.PersonName;
import org.assisterportal.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sign-ups and the accounts they become, as rows; callers hold the transaction. */
@Component
class ConsumerRows {
    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ConsumerRows(JdbcClient jdbc, AuditLog audit, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    record SignUp(UUID id, String email, @Nullable UUID subject, Instant expiresAt, @Nullable Instant usedAt) {}

    void addSignUp(UUID id, EmailAddress email, @Nullable UUID subject, Instant now, Instant expires) {
        jdbc.sql(
                        "INSERT INTO identity.sign_up (id, email, subject, asked_at, expires_at)"
                                + " VALUES (:id, :email, :subject, :now, :expires)")
                .param("id", id)
                .param("email", email.value())
                .param("subject", subject)
                .param("now", Sql.time(now))
                .param("expires", Sql.time(expires))
                .update();
    }

    Optional<SignUp> signUp(UUID id) {
        return jdbc.sql("SELECT id, email, subject, expires_at, used_at FROM identity.sign_up WHERE id = :id")
                .param("id", id)
                .query(
                        (row, number) ->
                                new SignUp(
                                        Sql.uuid(row, "id"), row.getString("email"), Sql.uuidOrNull(row, "subject"),
                                        Sql.instant(row, "expires_at"), Sql.instantOrNull(row, "used_at")))
                .optional();
    }

    /** Uses the link up; false when it was used or has expired, in whichever process. */
    boolean use(UUID id, Instant now) {
        return jdbc.sql("UPDATE identity.sign_up SET used_at = :now WHERE id = :id AND used_at IS NULL AND expires_at > :now")
                        .param("id", id)
                        .param("now", Sql.time(now))
                        .update()
                == 1;
    }

    /** Whether there is an account with the address, or of the consumer. */
    boolean isTaken(EmailAddress email, @Nullable UUID subject) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT 1 FROM identity.account
                                        WHERE kind = 'CONSUMER' AND email_key = :key AND closed_at IS NULL)
                            OR EXISTS (SELECT 1 FROM identity.hat
                                        WHERE hat = 'CONSUMER' AND subject = :subject::uuid AND ended_at IS NULL)
                        """)
                .param("key", email.key())
                .param("subject", subject)
                .query(Boolean.class)
                .single();
    }

    /** Makes account and hat, says so to who listens; empty when address or consumer has an account meanwhile. */
    Optional<HatGrant> open(
            EmailAddress email, @Nullable UUID subject, PersonName name, String hash, LocalDate terms, Instant now) {
        AccountId account = new AccountId(UUID.randomUUID());
        UUID consumer = Objects.requireNonNullElseGet(subject, UUID::randomUUID);
        if (!addAccount(account, email, name, hash, now) || !addHat(account, consumer, now)) {
            return Optional.empty();
        }
        jdbc.sql(
                        "INSERT INTO identity.terms_acceptance (account, version, accepted_at)"
                                + " VALUES (:account, :version, :now)")
                .param("account", account.value())
                .param("version", terms)
                .param("now", Sql.time(now))
                .update();
        Actor person = new Actor(account.value(), Hat.CONSUMER, consumer, null, name.full());
        audit.record(AuditLine.of(person, "hat.activated").about(consumer).with("hat", Hat.CONSUMER));
        events.publishEvent(new HatActivated(account, Hat.CONSUMER, consumer, now));
        return Optional.of(new HatGrant(account, Hat.CONSUMER, consumer, null, "", now));
    }

    private boolean addAccount(AccountId id, EmailAddress email, PersonName name, String hash, Instant now) {
        return jdbc.sql(
                                """
                                INSERT INTO identity.account
                                    (id, kind, email, email_key, name, first_name, last_name, password_hash,
                                     password_changed_at, created_at)
                                VALUES (:id, 'CONSUMER', :email, :key, :name, :first, :last, :hash, :now, :now)
                                ON CONFLICT (kind, email_key) WHERE closed_at IS NULL DO NOTHING
                                """)
                        .param("id", id.value())
                        .param("email", email.value())
                        .param("key", email.key())
                        .param("name", name.full())
                        .param("first", name.first())
                        .param("last", name.last())
                        .param("hash", hash)
                        .param("now", Sql.time(now))
                        .update()
                == 1;
    }

    private boolean addHat(AccountId account, UUID consumer, Instant now) {
        return jdbc.sql(
                                """
                                INSERT INTO identity.hat
                                    (id, account, hat, subject, organization, invited_by, granted_at, activated_at)
                                VALUES (:id, :account, 'CONSUMER', :subject, '', '', :now, :now)
                                ON CONFLICT (hat, subject) WHERE ended_at IS NULL DO NOTHING
                                """)
                        .param("id", UUID.randomUUID())
                        .param("account", account.value())
                        .param("subject", consumer)
                        .param("now", Sql.time(now))
                        .update()
                == 1;
    }

    PersonName name(AccountId consumer) {
        return jdbc.sql("SELECT first_name, last_name FROM identity.account WHERE id = :id AND kind = 'CONSUMER'")
                .param("id", consumer.value())
                .query((row, number) -> new PersonName(row.getString("first_name"), row.getString("last_name")))
                .optional()
                .orElseThrow(NotFound::new);
    }

    @Scheduled(fixedDelayString = "${assisterportal.purge:10m}", initialDelayString = "${assisterportal.purge:10m}")
    @Transactional
    void purge() {
        jdbc.sql("DELETE FROM identity.sign_up WHERE expires_at <= :now").param("now", Sql.time(clock.instant())).update();
    }
}
