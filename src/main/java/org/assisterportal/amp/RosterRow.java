package org.assisterportal.amp;

import java.time.LocalDate;
import java.util.List;
import org.assisterportal.access.AccessStanding;
import org.assisterportal.access.RequirementAnswer;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.agency.RosterEntry;
import org.assisterportal.agency.RosterLine;
import org.assisterportal.agency.RosterRecord;
import org.assisterportal.certification.CertificationStatus;
import org.assisterportal.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One person as a line of the roster shows them; texts are null where there is nothing yet, or nothing for these eyes.
 *
 * @param state of portal access, null before the first submission with the person
 * @param listing message key of what the directory shows or would show; null where it never shows the person
 * @param next message key of whose move the state itself is, null when a light says it or nobody has one
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
        @Nullable String listing,
        CertificationStatus certification,
        @Nullable LocalDate certifiedThrough,
        boolean approved,
        @Nullable String state,
        @Nullable String next,
        @Nullable String holdReason,
        List<RequirementAnswer> lights) {

    static RosterRow of(RosterLine line, @Nullable AccessStanding standing) {
        RosterEntry entry = line.latest();
        if (standing == null) {
            return new RosterRow(
                    line.person(), entry.name().sorted(), line.isNew(), line.changed(), line.trainingId(), null, null,
                    entry.active(), null, CertificationStatus.NEW, null, entry.portalAccess(), null, null, null,
                    List.of());
        }
        return new RosterRow(
                line.person(), entry.name().sorted(), line.isNew(), line.changed(), line.trainingId(),
                standing.certification().assisterId(), standing.referenceNumber(), entry.active(),
                listing(standing), standing.certification().status(), standing.certification().expiresOn(),
                entry.portalAccess(), standing.state().name(), standing.next(), standing.holdReason(), standing.requirements());
    }

    private static @Nullable String listing(AccessStanding standing) {
        RosterRecord roster = standing.roster();
        if (roster.kind() != AgencyKind.NAVIGATOR || !roster.inDirectory()) {
            return null;
        }
        boolean certified = standing.certification().status() == CertificationStatus.CERTIFIED;
        return certified && roster.active() ? "amp.listed" : "amp.wishes-listing";
    }

    /** The open answers, those of the agency first. */
    public List<RequirementAnswer> openLights() {
        return lights.stream()
                .filter(answer -> !answer.met())
                .sorted(java.util.Comparator.comparing(RequirementAnswer::move))
                .toList();
    }
}
