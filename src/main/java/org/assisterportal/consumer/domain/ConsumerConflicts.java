package org.assisterportal.consumer.domain;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.OfficerConflicts;
import org.assisterportal.identity.Accounts;
import org.assisterportal.identity.OwnAffairs;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.AgencyId;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.PersonId;
import org.assisterportal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An officer's own affairs among consumers, by who they are and by whoever helps them now. */
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
                        SELECT c.id, c.email, a.assister, a.agency, p.email_key
                          FROM consumer.consumer c
                          LEFT JOIN consumer.authority a ON a.consumer = c.id
                          LEFT JOIN agency.person p ON p.id = a.assister
                         WHERE c.id = ANY(:ids::uuid[])
                        """)
                .param("ids", Sql.ids(consumers))
                .query(
                        row -> {
                            UUID assister = Sql.uuidOrNull(row, "assister");
                            boolean helped =
                                    assister != null
                                            && own.include(
                                                    new PersonId(assister), new AgencyId(Sql.uuid(row, "agency")),
                                                    row.getString("email_key"));
                            if (helped || own.include(new EmailAddress(row.getString("email")))) {
                                concerned.add(new ConsumerId(Sql.uuid(row, "id")));
                            }
                        });
        return concerned;
    }
}
