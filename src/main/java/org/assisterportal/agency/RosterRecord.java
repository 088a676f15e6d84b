package org.assisterportal.agency;

import java.util.List;
import java.util.Optional;
import org.assisterportal.shared.AgencyId;
import org.assisterportal.shared.PersonId;
import org.assisterportal.shared.PersonName;
import org.assisterportal.shared.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * What the newest submitted roster says of a person, and since when; drafts have no part in it.
 *
 * @param agency the agency of the newest submitted entry
 * @param email the roster's e-mail, null while missing
 * @param trainingId null until Certification Information was complete on a submission
 * @param underContract when the person was Active on a submitted roster of an agency with a contract in force
 * @param approved when requirement 1 held in full (a part of {@code underContract})
 * @param gaps why it doesn't hold now; empty when it does
 */
public record RosterRecord(
        PersonId person,
        AgencyId agency,
        String agencyName,
        AgencyKind kind,
        PersonName name,
        @Nullable String email,
        @Nullable String trainingId,
        boolean active,
        boolean portalAccess,
        boolean inDirectory,
        Timeline underContract,
        Timeline approved,
        List<ApprovalGap> gaps) {

    public Optional<String> trainingIdIfAny() {
        return Optional.ofNullable(trainingId);
    }
}
