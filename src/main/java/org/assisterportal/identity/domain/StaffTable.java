package org.assisterportal.identity.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.identity.Accounts;
import org.assisterportal.identity.HatGrant;
import org.assisterportal.identity.Invitation;
import org.assisterportal.identity.Staff;
import org.assisterportal.policy.MailboxRule;
import org.assisterportal.policy.PolicyValues;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.NotFound;
import org.assisterportal.shared.PageOf;
import org.assisterportal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** ARC officers are hats like all others; only an administrator gives and ends them. */
@Component
class StaffTable implements Staff {
    private static final int PAGE = 50;
    private static final String MEMBER =
            """
            SELECT h.subject, a.name, a.email, h.granted_at, h.activated_at
              FROM identity.hat h JOIN identity.account a ON a.id = h.account
             WHERE h.hat = 'ARC_OFFICER' AND h.ended_at IS NULL
            """;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final PolicyValues policy;
    private final AuditLog audit;

    StaffTable(JdbcClient jdbc, Accounts accounts, PolicyValues policy, AuditLog audit) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.policy = policy;
        this.audit = audit;
    }

    @Override
    @Transactional
    public PageOf<Member> officers(int page, Actor by) {
        guard(by);
        int number = Math.max(1, page);
        long total =
                jdbc.sql("SELECT count(*) FROM identity.hat WHERE hat = 'ARC_OFFICER' AND ended_at IS NULL")
                        .query(Long.class)
                        .single();
        List<Member> rows =
                jdbc.sql(MEMBER + " ORDER BY a.name, h.subject LIMIT :limit OFFSET :offset")
                        .param("limit", PAGE)
                        .param("offset", (long) (number - 1) * PAGE)
                        .query((row, at) -> member(row))
                        .list();
        audit.record(AuditLine.of(by, "staff.shown").showing(rows.stream().map(Member::subject).toList()));
        return new PageOf<>(rows, number, PAGE, total);
    }

    @Override
    @Transactional
    public Outcome inviteOfficer(EmailAddress email, String name, Actor by) {
        guard(by);
        if (accounts.ownAffairs(by).include(email)) {
            return refused("staff.refused.yourself", List.of(), by);
        }
        if (MailboxRule.inForce(policy).refuses(email.value())) {
            return refused("mailbox.shared", List.of(), by);
        }
        Optional<Member> known = officer(email);
        if (known.isPresent()) {
            boolean active = known.get().activatedAt() != null;
            return refused(active ? "staff.refused.officer" : "staff.refused.invited", List.of(known.get().name()), by);
        }
        String office = "the Assister Resource Center";
        accounts.invite(
                List.of(new Invitation(email, name, Hat.ARC_OFFICER, null, null, office, "the marketplace")), by);
        return new Outcome.Done();
    }

    @Override
    @Transactional
    public void resendLink(UUID subject, Actor by) {
        guard(by);
        HatGrant grant = accounts.grants(Hat.ARC_OFFICER, List.of(subject)).get(subject);
        if (grant == null || grant.activatedAt() != null) {
            audit.recordRefusal(AuditLine.of(by, "activation.resent").about(subject).refused("not-an-officer"));
            throw new NotFound();
        }
        accounts.resendLink(Hat.ARC_OFFICER, subject, by);
    }

    private Optional<Member> officer(EmailAddress email) {
        return jdbc.sql(MEMBER + " AND a.kind = 'WORK' AND a.email_key = :key").param("key", email.key()).query((row, at) -> member(row)).optional();
    }

    private static Member member(ResultSet row) throws SQLException {
        return new Member(
                Sql.uuid(row, "subject"), row.getString("name"), row.getString("email"), Sql.instant(row, "granted_at"),
                Sql.instantOrNull(row, "activated_at"));
    }

    private Outcome refused(String reason, List<String> facts, Actor by) {
        audit.recordRefusal(AuditLine.of(by, "account.invited").refused(reason));
        return new Outcome.Refused(reason, facts);
    }

    @Override
    @Transactional
    public void endOfficer(UUID subject, Actor by) {
        guard(by);
        if (accounts.grants(Hat.ARC_OFFICER, List.of(subject)).isEmpty()) {
            audit.recordRefusal(AuditLine.of(by, "hat.ended").about(subject).refused("not-an-officer"));
            throw new NotFound();
        }
        accounts.endHat(Hat.ARC_OFFICER, subject, by);
    }

    private void guard(Actor by) {
        if (!by.wears(Hat.ADMINISTRATOR)) {
            audit.recordRefusal(AuditLine.of(by, "staff.kept").refused("not-administrator"));
            throw new NotFound();
        }
    }
}
