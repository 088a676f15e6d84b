package org.assisterportal.enrollment.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assisterportal.enrollment.Made;
import org.assisterportal.enrollment.Policies.Ended.Already;
import org.assisterportal.enrollment.Policies.Signature;
import org.assisterportal.enrollment.Policies.What;
import org.assisterportal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who signed what about a policy, and when. */
@Component
class Signatures {
    private final JdbcClient jdbc;

    Signatures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The earliest first. What a policy costs was signed by nobody where the marketplace worked it out anew, and isn't among it; another variant is. */
    List<Signature> of(UUID policy) {
        return jdbc.sql(
                        """
                        SELECT a.number, a.signed_at, a.signer, a.authorization_number, a.made, u.act IS NOT NULL AND u.outcome IS NULL AS waits,
                               u.outcome IS NOT NULL AS never,
                               CASE WHEN a.kind = 'RENEWED' THEN 'RENEWED' WHEN a.kind = 'REDETERMINED' THEN 'REASSIGNED' WHEN a.id = p.act THEN 'CHOSEN' WHEN a.kind = 'CREDIT' THEN 'CREDIT'
                                    WHEN EXISTS (SELECT 1 FROM enrollment.member m WHERE m.policy = p.id AND m.act = a.id) THEN 'JOINED'
                                    WHEN EXISTS (SELECT 1 FROM enrollment.ending e WHERE e.policy = p.id AND e.act = a.id AND e.cancelled) THEN 'CANCELLED'
                                    WHEN EXISTS (SELECT 1 FROM enrollment.ending e WHERE e.policy = p.id AND e.act = a.id) THEN 'ENDED'
                                    ELSE 'COSTS' END AS what
                          FROM enrollment.policy p
                          JOIN enrollment.act a ON a.id IN (SELECT p.act UNION SELECT act FROM enrollment.member WHERE policy = p.id
                                                            UNION SELECT act FROM enrollment.ending WHERE policy = p.id
                                                            UNION SELECT act FROM enrollment.amount WHERE policy = p.id)
                          LEFT JOIN enrollment.unproved u ON u.act = a.id
                         WHERE p.id = :id
                           AND (a.kind <> 'REDETERMINED' OR a.id = p.act OR EXISTS (SELECT 1 FROM enrollment.ending e WHERE e.policy = p.id AND e.act = a.id))
                        UNION ALL
                        SELECT NULL, o.at, o.by_name, NULL, NULL, false, false, 'TAKEN_BACK'
                          FROM enrollment.policy p JOIN enrollment.act_outcome o ON o.act = p.act
                         WHERE p.id = :id AND o.outcome = 'TAKEN_BACK'
                         ORDER BY 1 NULLS LAST
                        """)
                .param("id", policy)
                .query((row, number) -> signature(row))
                .list();
    }

    private static Signature signature(ResultSet row) throws SQLException {
        return new Signature(
                Sql.instant(row, "signed_at"), What.valueOf(row.getString("what")), row.getString("signer"), row.getObject("authorization_number", Long.class),
                Made.of(Sql.textOrNull(row, "made")), row.getBoolean("waits"), row.getBoolean("never"));
    }

    /** Who was the last to end this for all of these people, by that day; empty while somebody's goes on. */
    Optional<Already> ended(UUID policy, List<String> people, LocalDate asked) {
        record End(String person, Already end) {}
        List<End> ends =
                jdbc.sql(
                                """
                                SELECT e.person, e.cancelled, a.signer, a.signed_at FROM enrollment.ending e JOIN enrollment.act a ON a.id = e.act
                                 WHERE e.policy = :policy AND e.last_day <= :asked AND a.kind <> 'REDETERMINED'
                                   AND NOT EXISTS (SELECT 1 FROM enrollment.unproved u WHERE u.act = e.act)
                                 ORDER BY a.number DESC
                                """)
                        .param("policy", policy)
                        .param("asked", asked)
                        .query((row, number) -> new End(row.getString("person"), new Already(row.getBoolean("cancelled"), row.getString("signer"), Sql.instant(row, "signed_at"))))
                        .list();
        Set<String> ended = ends.stream().map(End::person).collect(Collectors.toSet());
        return people.isEmpty() || !ended.containsAll(people) ? Optional.empty() : ends.stream().filter(one -> people.contains(one.person())).findFirst().map(End::end);
    }

    /** Who took back the choice by which it would have begun. */
    Optional<Already> takenBack(UUID policy) {
        return of(policy).stream().filter(one -> one.what() == What.TAKEN_BACK).findFirst().map(one -> new Already(true, one.signer(), one.at()));
    }
}
