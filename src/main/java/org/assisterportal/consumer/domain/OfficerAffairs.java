package org.assisterportal.consumer.domain;

import java.util.UUID;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.identity.Accounts;
import org.assisterportal.identity.OwnAffairs;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.AgencyId;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.NotFound;
import org.assisterportal.shared.PersonId;
import org.assisterportal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which authorizations an officer leaves to a colleague: their own, their agency's people's, and those in which they help. */
@Component
class OfficerAffairs {
    private final Accounts accounts;
    private final AuditLog audit;
    private final JdbcClient jdbc;

    OfficerAffairs(Accounts accounts, AuditLog audit, JdbcClient jdbc) {
        this.accounts = accounts;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    /**
     * Lets ARC officers through; a refused line for everybody else.
     *
     * @throws NotFound when the actor is none
     */
    void officer(Actor who, String act) {
        if (!who.wears(Hat.ARC_OFFICER)) {
            audit.recordRefusal(AuditLine.of(who, act).refused("not-arc-officer"));
            throw new NotFound();
        }
    }

    boolean concern(UUID authorization, Actor officer) {
        OwnAffairs own = accounts.ownAffairs(officer);
        return jdbc.sql(
                        """
                        SELECT g.assister, g.agency, c.email, p.email_key
                          FROM consumer.authorization_given g
                          JOIN consumer.consumer c ON c.id = g.consumer
                          JOIN agency.person p ON p.id = g.assister
                         WHERE g.id = :authorization
                        """)
                .param("authorization", authorization)
                .query(
                        (row, number) ->
                                own.include(
                                                new PersonId(Sql.uuid(row, "assister")), new AgencyId(Sql.uuid(row, "agency")),
                                                row.getString("email_key"))
                                        || own.include(new EmailAddress(row.getString("email"))))
                .optional()
                .orElse(false);
    }
}
