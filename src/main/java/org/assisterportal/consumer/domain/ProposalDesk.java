package org.assisterportal.consumer.domain;

import java.time.Clock;
import java.util.List;
import org.assisterportal.access.PortalAccess;
import org.assisterportal.agency.RosterRecords;
import org.assisterportal.agency.Rosters;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.consumer.Proposals;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.AgencyId;
import org.assisterportal.shared.NotFound;
import org.assisterportal.shared.PersonId;
import org.assisterportal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Proposals as rows; what consumers see of them is judged again when they look. */
@Component
class ProposalDesk implements Proposals {
    private final Rosters rosters;
    private final RosterRecords records;
    private final PortalAccess access;
    private final Helpers helpers;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    ProposalDesk(
            Rosters rosters, RosterRecords records, PortalAccess access, Helpers helpers, AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.rosters = rosters;
        this.records = records;
        this.access = access;
        this.helpers = helpers;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional
    public List<PersonId> of(PersonId assister, Actor contact) {
        AgencyId agency = agency(assister, contact, "agency.proposals-shown");
        audit.record(AuditLine.of(contact, "agency.proposals-shown").about(assister.value()).in(agency));
        return helpers.proposed(assister, agency.value());
    }

    @Override
    @Transactional
    public Outcome add(PersonId assister, PersonId colleague, Actor contact) {
        AgencyId agency = agency(assister, contact, "agency.proposed");
        boolean mayHelp =
                access.of(colleague)
                        .filter(standing -> standing.granted() && standing.roster().agency().equals(agency))
                        .isPresent();
        if (!mayHelp || colleague.equals(assister)) {
            return new Outcome.Refused("caseload.proposal.refused.not-now");
        }
        int made =
                jdbc.sql(
                                """
                                INSERT INTO consumer.proposal (assister, agency, proposed, proposed_by, proposed_at)
                                SELECT :assister, :agency, :colleague, :by, :now
                                 WHERE (SELECT count(*) FROM consumer.proposal p WHERE p.assister = :assister
                                           AND p.agency = :agency AND p.proposed <> :colleague) < :most
                                ON CONFLICT (assister, proposed) DO UPDATE SET agency = excluded.agency,
                                    proposed_by = excluded.proposed_by, proposed_at = excluded.proposed_at
                                """)
                        .param("assister", assister.value())
                        .param("agency", agency.value())
                        .param("colleague", colleague.value())
                        .param("by", contact.name())
                        .param("now", Sql.time(clock.instant()))
                        .param("most", MOST)
                        .update();
        if (made == 0) {
            return new Outcome.Refused("caseload.proposal.refused.enough");
        }
        audit.record(line(contact, "agency.proposed", assister, colleague, agency));
        return new Outcome.Done();
    }

    @Override
    @Transactional
    public void remove(PersonId assister, PersonId colleague, Actor contact) {
        AgencyId agency = agency(assister, contact, "agency.proposal-removed");
        jdbc.sql("DELETE FROM consumer.proposal WHERE assister = :assister AND agency = :agency AND proposed = :colleague")
                .param("assister", assister.value())
                .param("agency", agency.value())
                .param("colleague", colleague.value())
                .update();
        audit.record(line(contact, "agency.proposal-removed", assister, colleague, agency));
    }

    /** The contact's agency, where it has a say about this assister's consumers; else the page doesn't exist. */
    private AgencyId agency(PersonId assister, Actor contact, String act) {
        Rosters.Home home = rosters.home(contact);
        AgencyId agency = home.agency().id();
        AuditLine line = AuditLine.of(contact, act).about(assister.value()).in(agency);
        if (!home.authorized()) {
            audit.recordRefusal(line.refused("not-authorized-contact"));
            throw new NotFound();
        }
        boolean own = records.of(List.of(assister)).values().stream().anyMatch(record -> record.agency().equals(agency));
        if (!own && !helpsHere(assister, agency)) {
            audit.recordRefusal(line.refused("not-on-roster"));
            throw new NotFound();
        }
        return agency;
    }

    /** Whoever moved on still has consumers who authorized them at this agency. */
    private boolean helpsHere(PersonId assister, AgencyId agency) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM consumer.authority WHERE agency = :agency AND assister = :assister)")
                .param("agency", agency.value())
                .param("assister", assister.value())
                .query(Boolean.class)
                .single();
    }

    private static AuditLine line(Actor by, String act, PersonId assister, PersonId colleague, AgencyId agency) {
        return AuditLine.of(by, act).about(assister.value()).in(agency).with("proposed", colleague);
    }
}
