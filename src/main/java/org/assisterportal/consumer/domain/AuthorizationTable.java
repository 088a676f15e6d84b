package org.assisterportal.consumer.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.consumer.AuthorizationView;
import org.assisterportal.consumer.AuthorizationView.EndReason;
import org.assisterportal.consumer.AuthorizationView.Method;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.Receipt;
import org.assisterportal.consumer.Scope;
import org.assisterportal.shared.Minnesota;
import org.assisterportal.shared.PersonId;
import org.assisterportal.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The two immutable records, and the row of who helps now, which is made and removed with them. */
@Component
class AuthorizationTable {
    private static final int MOST = 100;
    private static final String VIEW =
            """
            SELECT g.id, g.number, g.assister, g.scope, g.until, g.method, g.text_version, g.text_language, g.text_hash,
                   g.privacy_version, g.privacy_language, g.consumer_name, g.assister_name, g.agency_name, g.reference_number, g.assister_status, g.receipt_code,
                   g.given_at, e.ended_at, e.reason
              FROM consumer.authorization_given g LEFT JOIN consumer.authorization_end e ON e.authorization_id = g.id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    AuthorizationTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is written when somebody agrees. */
    record New(
            ConsumerId consumer, PersonId assister, UUID agency, Scope scope, @Nullable LocalDate until, Method method,
            LocalDate textVersion, String textLanguage, String textHash, @Nullable LocalDate privacyVersion,
            @Nullable String privacyLanguage, String consumerName, String assisterName,
            String agencyName, String referenceNumber, String assisterStatus, String agencyStatus,
            @Nullable UUID signedBy, String receiptCode, Instant validUntil) {}

    /** Who helps a consumer now. */
    record Authority(UUID authorization, long number, PersonId assister, UUID agency, Scope scope) {}

    UUID insert(New given) {
        UUID id = UUID.randomUUID();
        long number =
                jdbc.sql(
                                """
                                INSERT INTO consumer.authorization_given (id, consumer, assister, agency, scope, until, method,
                                       text_version, text_language, text_hash, privacy_version, privacy_language, consumer_name, assister_name, agency_name,
                                       reference_number, assister_status, agency_status, signed_by, receipt_code, given_at)
                                VALUES (:id, :consumer, :assister, :agency, :scope, :until, :method, :version, :language, :hash, :privacyVersion,
                                        :privacyLanguage,
                                        :consumerName, :assisterName, :agencyName, :reference, :assisterStatus, :agencyStatus,
                                        :by, :code, :now)
                                RETURNING number
                                """)
                        .param("id", id)
                        .param("consumer", given.consumer().value())
                        .param("assister", given.assister().value())
                        .param("agency", given.agency())
                        .param("scope", given.scope().name())
                        .param("until", given.until())
                        .param("method", given.method().name())
                        .param("version", given.textVersion())
                        .param("language", given.textLanguage())
                        .param("hash", given.textHash())
                        .param("privacyVersion", given.privacyVersion())
                        .param("privacyLanguage", given.privacyLanguage())
                        .param("consumerName", given.consumerName())
                        .param("assisterName", given.assisterName())
                        .param("agencyName", given.agencyName())
                        .param("reference", given.referenceNumber())
                        .param("assisterStatus", given.assisterStatus())
                        .param("agencyStatus", given.agencyStatus())
                        .param("by", given.signedBy())
                        .param("code", given.receiptCode())
                        .param("now", Sql.time(clock.instant()))
                        .query(Long.class)
                        .single();
        jdbc.sql(
                        """
                        INSERT INTO consumer.authority (consumer, assister, agency, authorization_id, number, scope, since,
                                                        valid_until)
                        VALUES (:consumer, :assister, :agency, :id, :number, :scope, :now,
                                coalesce(:until::timestamptz, 'infinity'))
                        """)
                .param("consumer", given.consumer().value())
                .param("assister", given.assister().value())
                .param("agency", given.agency())
                .param("id", id)
                .param("number", number)
                .param("scope", given.scope().name())
                .param("now", Sql.time(clock.instant()))
                .param("until", given.validUntil().equals(Instant.MAX) ? null : Sql.time(given.validUntil()))
                .update();
        return id;
    }

    /** Ends what is in force, for good; the row of who helps now goes first, so that only one of two ends it. */
    Optional<Authority> end(ConsumerId consumer, EndReason reason, @Nullable UUID by) {
        Optional<Authority> ended =
                jdbc.sql("DELETE FROM consumer.authority WHERE consumer = :consumer RETURNING authorization_id, number, assister, agency, scope")
                        .param("consumer", consumer.value())
                        .query((row, number) -> authority(row))
                        .optional();
        ended.ifPresent(
                was ->
                        jdbc.sql(
                                        "INSERT INTO consumer.authorization_end (authorization_id, number, assister, ended_at, reason,"
                                                + " ended_by) VALUES (:id, :number, :assister, :now, :reason, :by)")
                                .param("id", was.authorization())
                                .param("number", was.number())
                                .param("assister", was.assister().value())
                                .param("now", Sql.time(clock.instant()))
                                .param("reason", reason.name())
                                .param("by", by)
                                .update());
        return ended;
    }

    Optional<Authority> now(ConsumerId consumer) {
        return jdbc.sql(
                        "SELECT authorization_id, number, assister, agency, scope FROM consumer.authority"
                                + " WHERE consumer = :consumer AND valid_until > :now")
                .param("consumer", consumer.value())
                .param("now", Sql.time(clock.instant()))
                .query((row, number) -> authority(row))
                .optional();
    }

    /** Consumers whose authority's time is over; the consumer's row is taken, by one process only, as every act takes it first. */
    List<ConsumerId> over(int most) {
        return jdbc.sql(
                        """
                        SELECT c.id FROM consumer.authority a JOIN consumer.consumer c ON c.id = a.consumer
                         WHERE a.valid_until <> 'infinity' AND a.valid_until <= :now
                         ORDER BY a.valid_until LIMIT :most FOR NO KEY UPDATE OF c SKIP LOCKED
                        """)
                .param("now", Sql.time(clock.instant()))
                .param("most", most)
                .query(UUID.class)
                .list()
                .stream()
                .map(ConsumerId::new)
                .toList();
    }

    /** The authority whose time is over, as it stands now that the consumer's row is held; another may be in its place. */
    Optional<Authority> overNow(ConsumerId consumer) {
        return jdbc.sql(
                        "SELECT authorization_id, number, assister, agency, scope FROM consumer.authority"
                                + " WHERE consumer = :consumer AND valid_until <= :now")
                .param("consumer", consumer.value())
                .param("now", Sql.time(clock.instant()))
                .query((row, number) -> authority(row))
                .optional();
    }

    /** Whether it was given until a day, or only for the time that mail allows. */
    boolean untilADay(UUID authorization) {
        return jdbc.sql("SELECT until IS NOT NULL FROM consumer.authorization_given WHERE id = :id")
                .param("id", authorization)
                .query(Boolean.class)
                .single();
    }

    /** How long what was given by mail lasts; null = until it is ended. Claimed, once its consumer has an account. */
    record Lasting(@Nullable Instant until, boolean claimed) {}

    Optional<Lasting> lasting(UUID authorization) {
        return jdbc.sql(
                        "SELECT nullif(a.valid_until, 'infinity') AS until, c.account IS NOT NULL AS claimed"
                                + " FROM consumer.authority a JOIN consumer.consumer c ON c.id = a.consumer"
                                + " WHERE a.authorization_id = :id AND a.valid_until > :now")
                .param("id", authorization)
                .param("now", Sql.time(clock.instant()))
                .query((row, number) -> new Lasting(Sql.instantOrNull(row, "until"), row.getBoolean("claimed")))
                .optional();
    }

    void prolong(ConsumerId consumer, Instant until) {
        jdbc.sql("UPDATE consumer.authority SET valid_until = :until WHERE consumer = :consumer")
                .param("consumer", consumer.value())
                .param("until", Sql.time(until))
                .update();
    }

    /** What was given by mail and is in force lasts until it is ended; its number. */
    Optional<Long> lastFromNow(ConsumerId consumer) {
        return jdbc.sql(
                        """
                        UPDATE consumer.authority a SET valid_until = 'infinity' FROM consumer.authorization_given g
                         WHERE a.consumer = :consumer AND g.id = a.authorization_id AND g.method = 'MAILED_CODE'
                           AND g.until IS NULL AND a.valid_until > :now
                        RETURNING a.number
                        """)
                .param("consumer", consumer.value())
                .param("now", Sql.time(clock.instant()))
                .query(Long.class)
                .optional();
    }

    List<AuthorizationView> history(ConsumerId consumer) {
        return jdbc.sql(VIEW + " WHERE g.consumer = :consumer ORDER BY g.given_at DESC LIMIT " + MOST)
                .param("consumer", consumer.value())
                .query((row, number) -> view(row))
                .list();
    }

    Optional<AuthorizationView> one(ConsumerId consumer, UUID id) {
        return jdbc.sql(VIEW + " WHERE g.id = :id AND g.consumer = :consumer")
                .param("id", id)
                .param("consumer", consumer.value())
                .query((row, number) -> view(row))
                .optional();
    }

    /** Whether the consumer has ever authorized this assister. */
    boolean authorizedBefore(ConsumerId consumer, PersonId assister) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT 1 FROM consumer.authorization_given"
                                + " WHERE consumer = :consumer AND assister = :assister)")
                .param("consumer", consumer.value())
                .param("assister", assister.value())
                .query(Boolean.class)
                .single();
    }

    Optional<Receipt> byCode(String code) {
        return jdbc.sql(VIEW + " WHERE g.receipt_code = :code")
                .param("code", code)
                .query((row, number) -> view(row))
                .optional()
                .map(
                        view ->
                                new Receipt(
                                        view.number(), view.assisterName(), view.agencyName(), view.scope(), view.givenAt(),
                                        view.endedAt()));
    }

    /** Whose authorization it is; the consumer's id. */
    Optional<ConsumerId> consumerOf(UUID authorization) {
        return jdbc.sql("SELECT consumer FROM consumer.authorization_given WHERE id = :id")
                .param("id", authorization)
                .query(UUID.class)
                .optional()
                .map(ConsumerId::new);
    }

    /** The end of the authority's last day, or never. */
    static Instant validUntil(@Nullable LocalDate until) {
        return until == null ? Instant.MAX : Minnesota.endOf(until);
    }

    private static Authority authority(ResultSet row) throws SQLException {
        return new Authority(
                Sql.uuid(row, "authorization_id"), row.getLong("number"), new PersonId(Sql.uuid(row, "assister")),
                Sql.uuid(row, "agency"), Scope.valueOf(row.getString("scope")));
    }

    private static AuthorizationView view(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        return new AuthorizationView(
                Sql.uuid(row, "id"), row.getLong("number"), new PersonId(Sql.uuid(row, "assister")),
                Scope.valueOf(row.getString("scope")), row.getObject("until", LocalDate.class),
                Method.valueOf(row.getString("method")), row.getObject("text_version", LocalDate.class),
                row.getString("text_language"), row.getString("text_hash"),
                row.getObject("privacy_version", LocalDate.class), row.getString("privacy_language"),
                row.getString("consumer_name"),
                row.getString("assister_name"), row.getString("agency_name"), row.getString("reference_number"),
                row.getString("assister_status"), row.getString("receipt_code"), Sql.instant(row, "given_at"),
                Sql.instantOrNull(row, "ended_at"), reason == null ? null : EndReason.valueOf(reason));
    }
}
