package org.assisterportal.enrollment.domain;

import java.time.Clock;
import java.time.Duration;
import org.assisterportal.policy.PolicyValues;
import org.assisterportal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What was chosen or proposed and never signed is deleted when nobody can sign it any more. That something was chosen or proposed stays in
 * the diary and the audit record. Of visitors without an account nothing is kept here at all.
 */
@Component
class Leftovers {
    private static final int MOST = 1_000;

    private final JdbcClient jdbc;
    private final PolicyValues policy;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Leftovers(JdbcClient jdbc, PolicyValues policy, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.policy = policy;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${assisterportal.leftovers:1h}", initialDelayString = "${assisterportal.leftovers:1h}")
    void sweep() {
        // Where something was signed or sent, the version stays, as it says what that was; only what is left is emptied.
        purge(
                """
                UPDATE enrollment.basket SET content = jsonb_set(content::jsonb, '{lines}', '[]')::text, version = version + 1, changed_at = :now
                 WHERE application IN (SELECT b.application FROM enrollment.basket b
                    WHERE b.changed_at < :before AND b.content::jsonb -> 'lines' <> '[]'
                      AND EXISTS (SELECT 1 FROM enrollment.act a WHERE a.application = b.application AND a.basket_version IS NOT NULL) LIMIT :most)
                """,
                true);
        purge(
                """
                DELETE FROM enrollment.basket WHERE application IN (SELECT b.application FROM enrollment.basket b
                    WHERE b.changed_at < :before
                      AND NOT EXISTS (SELECT 1 FROM enrollment.act a WHERE a.application = b.application AND a.basket_version IS NOT NULL) LIMIT :most)
                """,
                false);
        purge(
                """
                DELETE FROM enrollment.proposal WHERE id IN (SELECT p.id FROM enrollment.proposal p
                    WHERE p.sent_at < :before AND NOT EXISTS (SELECT 1 FROM enrollment.proposal_end e WHERE e.proposal = p.id) LIMIT :most)
                """,
                false);
        purge(
                """
                UPDATE enrollment.proposal_draft SET content = '[]', version = version + 1, changed_at = :now
                 WHERE (application, assister) IN (SELECT d.application, d.assister FROM enrollment.proposal_draft d
                    WHERE d.changed_at < :before AND d.content <> '[]'
                      AND EXISTS (SELECT 1 FROM enrollment.proposal p WHERE p.application = d.application AND p.assister = d.assister) LIMIT :most)
                """,
                true);
        purge(
                """
                DELETE FROM enrollment.proposal_draft WHERE (application, assister) IN (SELECT d.application, d.assister FROM enrollment.proposal_draft d
                    WHERE d.changed_at < :before
                      AND NOT EXISTS (SELECT 1 FROM enrollment.proposal p WHERE p.application = d.application AND p.assister = d.assister) LIMIT :most)
                """,
                false);
    }

    private void purge(String statement, boolean dated) {
        transaction.executeWithoutResult(
                status -> {
                    Duration days = Duration.ofDays(policy.inForce("enrollment.leftover-days").number());
                    var deleting = jdbc.sql(statement).param("before", Sql.time(clock.instant().minus(days))).param("most", MOST);
                    (dated ? deleting.param("now", Sql.time(clock.instant())) : deleting).update();
                });
    }
}
