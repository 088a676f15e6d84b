package org.assisterportal.agency.domain;

import java.util.List;
import java.util.UUID;
import org.assisterportal.agency.ContactRole;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.AgencyId;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.NotFound;
import org.assisterportal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose roster an actor may touch; asked from the database on every call. */
@Component
class ContactGate {
    private final JdbcClient jdbc;
    private final AuditLog audit;

    ContactGate(JdbcClient jdbc, AuditLog audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** A present contact and their agency, with its number of unsent changes. */
    record Seat(UUID contact, AgencyId agency, String agencyName, boolean authorized, long changes) {}

    /** The actor's seat; whoever has none finds nothing. */
    Seat seat(Actor by) {
        UUID subject = by.subject();
        if (!by.wears(Hat.AGENCY_CONTACT) || subject == null) {
            throw new NotFound();
        }
        return jdbc.sql(
                        """
                        SELECT c.id, c.agency, a.name, c.roles,
                               (SELECT count(*) FROM agency.draft_entry d WHERE d.agency = c.agency) AS changes
                          FROM agency.contact c JOIN agency.agency a ON a.id = c.agency
                         WHERE c.id = :id AND c.ended_at IS NULL
                        """)
                .param("id", subject)
                .query(
                        (row, number) -> {
                            List<String> roles = Sql.texts(row, "roles");
                            boolean authorized =
                                    roles.stream().map(ContactRole::valueOf).anyMatch(ContactRole::authorized);
                            return new Seat(
                                    Sql.uuid(row, "id"), new AgencyId(Sql.uuid(row, "agency")), row.getString("name"), authorized,
                                    row.getLong("changes"));
                        })
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** The seat of an authorized contact; for others the refusal is recorded and the page doesn't exist. */
    Seat authorized(Actor by, String act) {
        Seat seat = seat(by);
        if (!seat.authorized()) {
            audit.recordRefusal(AuditLine.of(by, act).in(seat.agency()).refused("not-authorized-contact"));
            throw new NotFound();
        }
        return seat;
    }
}
