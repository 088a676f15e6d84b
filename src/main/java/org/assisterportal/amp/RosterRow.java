package org.assisterportal.amp;

import java.time.LocalDate;
import java.util.List;
import org.assisterportal.access.AccessStanding;
import org.assisterportal.access.RequirementAnswer;
import org.assisterportal.agency.RosterEntry;
import org.assisterportal.agency.RosterLine;
import org.assisterportal.certification.CertificationStatus;
import org.assisterportal.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One person as a line of the roster shows them; texts are null where there is nothing yet, or nothing for these eyes.
 *
 * @param state of portal access, null before the first submission with the person
 * @param lights the four answers, empty before the first submission with the person
 */
record RosterRow(
        PersonId person,
        String name,
        boolean isNew,
        boolean changed,
        @Nullable String trainingId,
        @Nullable String assisterId,
        @Nullable String referenceNumber,
        boolean employed,
        boolean inDirectory,
        CertificationStatus certification,
        @Nullable LocalDate certifiedThrough,
        boolean approved,
        @Nullable String state,
        @Nullable String holdReason,
        List<RequirementAnswer> lights) {

    static RosterRow of(RosterLine line, @Nullable AccessStanding standing) {
        RosterEntry entry = line.latest();
        if (standing == null) {
            return new RosterRow(
                    line.person(), entry.name().sorted(), line.isNew(), line.changed(), line.trainingId(), null, null,
                    entry.active(), entry.inDirectory(), CertificationStatus.NEW, null, entry.portalAccess(), null, null,
                    List.of());
        }
        return new RosterRow(
                line.person(), entry.name().sorted(), line.isNew(), line.changed(), line.trainingId(),
                standing.certification().assisterId(), standing.referenceNumber(), entry.active(),
                entry.inDirectory(), standing.certification().status(), standing.certification().expiresOn(),
                entry.portalAccess(), standing.state().name(), standing.holdReason(), standing.requirements());
    }

    /** The open answers, those of the agency first. */
    public List<RequirementAnswer> openLights() {
        return lights.stream()
                .filter(answer -> !answer.met())
                .sorted(java.util.Comparator.comparing(RequirementAnswer::move))
                .toList();
    }
}
