package org.assisterportal.consumer.domain;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.OfficerConflicts;
import org.assisterportal.identity.Accounts;
import org.assisterportal.identity.HatGrant;
import org.assisterportal.identity.OwnAffairs;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.AgencyId;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.PersonId;
import org.assisterportal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * An officer's own affairs among consumers: by who they are, by whoever helps them now, by a roster on which the officer
 * stands beside that helper, and by whom they ever helped themselves.
 */
@Component
class ConsumerConflicts implements OfficerConflicts {
    private final Accounts accounts;
    private final JdbcClient jdbc;

    ConsumerConflicts(Accounts accounts, JdbcClient jdbc) {
        this.accounts = accounts;
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public Set<ConsumerId> among(Collection<ConsumerId> consumers, Actor officer) {
        OwnAffairs own = accounts.ownAffairs(officer);
        Set<ConsumerId> concerned = new HashSet<>();
        jdbc.sql(
                        """
                        SELECT c.id, c.email, a.assister, a.agency, p.email_key,
                               EXISTS (
                                   SELECT 1 FROM consumer.authorization_given g JOIN agency.person q ON q.id = g.assister
                                    WHERE g.consumer = c.id AND (q.id = ANY(:own::uuid[]) OR q.email_key = :email)
                               ) OR EXISTS (
                                   SELECT 1 FROM agency.entry e JOIN agency.person q ON q.id = e.person
                                    WHERE e.agency = a.agency AND e.valid_until IS NULL AND e.active
                                      AND (q.id = ANY(:own::uuid[]) OR q.email_key = :email)
                               ) AS acquainted
                          FROM consumer.consumer c
                          LEFT JOIN consumer.authority a ON a.consumer = c.id
                          LEFT JOIN agency.person p ON p.id = a.assister
                         WHERE c.id = ANY(:ids::uuid[])
                        """)
                .param("ids", Sql.ids(consumers))
                .param("own", Sql.ids(own.hats().stream().map(HatGrant::subject).toList()))
                .param("email", own.email())
                .query(
                        row -> {
                            UUID assister = Sql.uuidOrNull(row, "assister");
                            boolean helped =
                                    assister != null
                                            && own.include(
                                                    new PersonId(assister), new AgencyId(Sql.uuid(row, "agency")),
                                                    row.getString("email_key"));
                            if (helped || row.getBoolean("acquainted") || own.include(new EmailAddress(row.getString("email")))) {
                                concerned.add(new ConsumerId(Sql.uuid(row, "id")));
                            }
                        });
        return concerned;
    }
}
