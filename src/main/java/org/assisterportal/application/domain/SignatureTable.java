package org.assisterportal.application.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Hand;
import org.assisterportal.application.Signings.Signature;
import org.assisterportal.eligibility.Determination;
import org.assisterportal.eligibility.Eligibility;
import org.assisterportal.eligibility.Household;
import org.assisterportal.policy.PolicyText;
import org.assisterportal.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was signed and what was determined, as rows that nobody changes. */
@Component
class SignatureTable {
    private final JdbcClient jdbc;
    private final Eligibility eligibility;
    private final DeterminationText text = new DeterminationText();

    SignatureTable(JdbcClient jdbc, Eligibility eligibility) {
        this.jdbc = jdbc;
        this.eligibility = eligibility;
    }

    record Row(Signature signature, Determination determination) {}

    void sign(ApplicationId id, int planYear, Hand by, String name, String content, String sha256, PolicyText text, Instant at) {
        @Nullable Long onBehalf = by instanceof Hand.OnBehalf on ? on.acting().number() : null;
        jdbc.sql(
                        """
                        INSERT INTO application.signature
                            (application, content, sha256, text_code, text_version, text_language, text_hash, typed_name, signer,
                             signed_by, authorization_id, authorization_number, signed_at)
                        VALUES (:id, :content, :hash, :code, :version, :language, :textHash, :name, :signer,
                                :by, :authorization, :number, :at)
                        """)
                .param("id", id.value())
                .param("content", content)
                .param("hash", sha256)
                .param("code", text.code())
                .param("version", text.version())
                .param("language", text.tag())
                .param("textHash", text.sha256())
                .param("name", name)
                .param("signer", by.actor().name())
                .param("by", by.actor().account())
                .param("authorization", by instanceof Hand.OnBehalf on ? on.acting().authorization() : null)
                .param("number", onBehalf)
                .param("at", Sql.time(at))
                .update();
        jdbc.sql(
                        "UPDATE application.application SET status = 'SIGNED', plan_year = :year, signed_at = :at, changed_at = :at"
                                + " WHERE id = :id AND status = 'DRAFT'")
                .param("year", planYear)
                .param("at", Sql.time(at))
                .param("id", id.value())
                .update();
    }

    void determined(ApplicationId id, Determination determination, Instant at) {
        jdbc.sql(
                        """
                        INSERT INTO application.determination (application, facts, rules, answers, determined_at)
                        VALUES (:id, :facts, :rules, :answers, :at)
                        """)
                .param("id", id.value())
                .param("facts", eligibility.write(determination.facts()))
                .param("rules", determination.rules())
                .param("answers", text.write(determination))
                .param("at", Sql.time(at))
                .update();
    }

    Optional<Row> find(ApplicationId id) {
        return jdbc.sql(
                        """
                        SELECT s.signed_at, s.typed_name, s.signer, s.authorization_number, s.sha256, s.text_version,
                               s.text_language, d.facts, d.rules, d.answers
                          FROM application.signature s JOIN application.determination d ON d.application = s.application
                         WHERE s.application = :id
                        """)
                .param("id", id.value())
                .query((row, number) -> row(row))
                .optional();
    }

    /** What counted for its plan year until this one was signed; empty for the year's first. */
    Optional<Determination> former(ApplicationId signed) {
        return jdbc.sql(
                        """
                        SELECT former.id
                          FROM application.application signed
                          JOIN application.application former
                            ON former.consumer = signed.consumer AND former.status = 'SIGNED' AND former.plan_year = signed.plan_year
                           AND (former.signed_at, former.number) < (signed.signed_at, signed.number)
                         WHERE signed.id = :id AND signed.status = 'SIGNED'
                         ORDER BY former.signed_at DESC, former.number DESC LIMIT 1
                        """)
                .param("id", signed.value())
                .query((row, number) -> new ApplicationId(Sql.uuid(row, "id")))
                .optional()
                .flatMap(this::find)
                .map(Row::determination);
    }

    private Row row(ResultSet row) throws SQLException {
        long number = row.getLong("authorization_number");
        Signature signature =
                new Signature(
                        Sql.instant(row, "signed_at"), row.getString("typed_name"), row.getString("signer"),
                        number == 0 ? null : number, row.getString("sha256"),
                        Objects.requireNonNull(row.getObject("text_version", LocalDate.class)), row.getString("text_language"));
        Household facts = eligibility.read(row.getString("facts"));
        return new Row(signature, text.read(facts, row.getString("rules"), row.getString("answers")));
    }
}
