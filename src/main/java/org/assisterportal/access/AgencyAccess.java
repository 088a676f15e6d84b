package org.assisterportal.access;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.assisterportal.access.RequirementAnswer.Mover;
import org.assisterportal.certification.CertificationStatus;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.AgencyId;
import org.assisterportal.shared.PageOf;
import org.assisterportal.shared.PersonId;

/** Where the people of one agency stand, for its own contacts; for everybody else it finds nothing. */
public interface AgencyAccess {

    /** How many people each group has, up to a thousand. */
    Map<Group, Long> counts(AgencyId agency, Actor by);

    /** One page of a group by last name, 50 a page; each person was judged live and is in the group now. */
    PageOf<PersonId> find(AgencyId agency, Group group, int page, Actor by);

    /** What happened to a person, newest first. */
    List<HistoryLine> history(PersonId person, Actor by);

    /** What an agency filters its roster by. */
    enum Group {
        ON_AGENCY(standing -> standing.roster().active() && standing.waitsForAgency()),
        ON_ASSISTER(standing -> standing.roster().active() && standing.waitsOn(Mover.ASSISTER)),
        NOT_APPROVED(standing -> standing.roster().active() && !standing.roster().portalAccess()),
        READY(standing -> standing.state() == AccessState.READY),
        HELD(standing -> standing.state() == AccessState.HELD),
        ENROLLED(standing -> standing.state() == AccessState.ENROLLED),
        ACTIVE(standing -> standing.state() == AccessState.ACTIVE),
        SUSPENDED(standing -> standing.state() == AccessState.SUSPENDED),
        CERTIFIED(standing -> standing.certification().status() == CertificationStatus.CERTIFIED);

        private final Predicate<AccessStanding> rule;

        Group(Predicate<AccessStanding> rule) {
            this.rule = rule;
        }

        /** Whether the person belongs to the group. */
        public boolean has(AccessStanding standing) {
            return rule.test(standing);
        }
    }
}
