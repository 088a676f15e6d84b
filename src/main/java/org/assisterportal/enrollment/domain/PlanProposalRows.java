package org.assisterportal.enrollment.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Hand;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.enrollment.PlanProposal;
import org.assisterportal.enrollment.PlanProposals.Draft;
import org.assisterportal.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Proposals in the making, those that were sent, and how they ended. Only the first ever change. */
@Component
class PlanProposalRows {
    private static final int MOST = 50;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Clock clock;

    PlanProposalRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Draft draft(Hand.OnBehalf by, ApplicationId id) {
        return jdbc.sql("SELECT version, content FROM enrollment.proposal_draft WHERE application = :id AND assister = :assister")
                .param("id", id.value())
                .param("assister", by.acting().assister().value())
                .query((row, number) -> new Draft(row.getInt("version"), lines(row)))
                .optional()
                .orElse(Draft.EMPTY);
    }

    private static List<PlanProposal.Line> lines(ResultSet row) throws SQLException {
        return List.of(MAPPER.readValue(row.getString("content"), PlanProposal.Line[].class));
    }

    /** Keeps it as the version after this one; the consumer is held, and so nobody else does meanwhile. */
    void keep(Hand.OnBehalf by, ApplicationId id, Draft draft) {
        jdbc.sql(
                        """
                        INSERT INTO enrollment.proposal_draft (application, assister, consumer, version, content, changed_at)
                        VALUES (:id, :assister, :consumer, :version, :content, :now)
                        ON CONFLICT (application, assister) DO UPDATE
                            SET version = excluded.version, content = excluded.content, changed_at = excluded.changed_at
                        """)
                .param("id", id.value())
                .param("assister", by.acting().assister().value())
                .param("consumer", by.consumer().value())
                .param("version", draft.version() + 1)
                .param("content", MAPPER.writeValueAsString(draft.lines()))
                .param("now", Sql.time(clock.instant()))
                .update();
    }

    /** Whether this version of a draft was sent. */
    boolean isSent(Hand.OnBehalf by, ApplicationId id, int version) {
        return jdbc.sql("SELECT count(*) FROM enrollment.proposal WHERE application = :id AND assister = :assister AND draft_version = :version")
                        .param("id", id.value())
                        .param("assister", by.acting().assister().value())
                        .param("version", version)
                        .query(Long.class)
                        .single()
                == 1;
    }

    void send(Hand.OnBehalf by, ApplicationId id, Draft draft) {
        jdbc.sql(
                        """
                        INSERT INTO enrollment.proposal (id, application, consumer, assister, draft_version, content, by_name, agency_name,
                                                         authorization_number, sent_at)
                        VALUES (:proposal, :id, :consumer, :assister, :version, :content, :name, :agency, :number, :now)
                        """)
                .param("proposal", UUID.randomUUID())
                .param("id", id.value())
                .param("consumer", by.consumer().value())
                .param("assister", by.acting().assister().value())
                .param("version", draft.version())
                .param("content", MAPPER.writeValueAsString(draft.lines()))
                .param("name", by.actor().name())
                .param("agency", by.acting().agencyName())
                .param("number", by.acting().number())
                .param("now", Sql.time(clock.instant()))
                .update();
    }

    void end(ConsumerId consumer, UUID proposal, PlanProposal.Kind kind, @Nullable String plan, String said) {
        jdbc.sql(
                        """
                        INSERT INTO enrollment.proposal_end (proposal, consumer, kind, plan, said, ended_at)
                        VALUES (:proposal, :consumer, :kind, :plan, :said, :now)
                        """)
                .param("proposal", proposal)
                .param("consumer", consumer.value())
                .param("kind", kind.name())
                .param("plan", plan)
                .param("said", said)
                .param("now", Sql.time(clock.instant()))
                .update();
    }

    /** The consumer's about this application, newest first. */
    List<PlanProposal> of(ConsumerId consumer, ApplicationId id) {
        return jdbc.sql(
                        """
                        SELECT p.id, p.application, p.content, p.by_name, p.agency_name, p.sent_at, e.kind, e.plan, e.said, e.ended_at
                          FROM enrollment.proposal p LEFT JOIN enrollment.proposal_end e ON e.proposal = p.id
                         WHERE p.application = :id AND p.consumer = :consumer ORDER BY p.sent_at DESC, p.draft_version DESC LIMIT
                        """
                                + MOST)
                .param("id", id.value())
                .param("consumer", consumer.value())
                .query((row, number) -> proposal(row))
                .list();
    }

    private static PlanProposal proposal(ResultSet row) throws SQLException {
        String kind = Sql.textOrNull(row, "kind");
        PlanProposal.End end =
                kind == null
                        ? null
                        : new PlanProposal.End(PlanProposal.Kind.valueOf(kind), Sql.textOrNull(row, "plan"), row.getString("said"), Sql.instant(row, "ended_at"));
        return new PlanProposal(
                Sql.uuid(row, "id"), new ApplicationId(Sql.uuid(row, "application")), Sql.instant(row, "sent_at"), row.getString("by_name"),
                row.getString("agency_name"), lines(row), end);
    }

    /** Whether a choice was signed for this application since. */
    boolean isSignedSince(PlanProposal proposal) {
        Optional<Long> signed =
                jdbc.sql("SELECT number FROM enrollment.act WHERE application = :id AND kind = 'CHOSEN' AND signed_at > :sent LIMIT 1")
                        .param("id", proposal.application().value())
                        .param("sent", Sql.time(proposal.sentAt()))
                        .query(Long.class)
                        .optional();
        return signed.isPresent();
    }
}
