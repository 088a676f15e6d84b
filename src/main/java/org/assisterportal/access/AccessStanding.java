package org.assisterportal.access;

import java.time.Instant;
import java.util.List;
import org.assisterportal.agency.RosterRecord;
import org.assisterportal.certification.CertificationStanding;
import org.assisterportal.learning.Transcript;
import org.assisterportal.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * The one answer about a person's access, judged live, that every screen, mail and audit line uses.
 *
 * @param requirements the four, in the policy's order
 * @param stateSince since when the state lasts
 * @param referenceNumber seven digits, null before enrollment; never reused
 * @param holdReason what the officer wrote, while held
 * @param reinstatable suspended, and all four hold again
 */
public record AccessStanding(
        PersonId person,
        RosterRecord roster,
        Transcript transcript,
        CertificationStanding certification,
        List<RequirementAnswer> requirements,
        AccessState state,
        @Nullable Instant stateSince,
        @Nullable String referenceNumber,
        @Nullable Instant enrolledAt,
        @Nullable Instant activatedAt,
        @Nullable String holdReason,
        boolean reinstatable) {

    public AccessStanding {
        requirements = List.copyOf(requirements);
    }

    public boolean granted() {
        return state == AccessState.ACTIVE;
    }

    public boolean allFourMet() {
        return requirements.stream().allMatch(RequirementAnswer::met);
    }

    /** Whether an open requirement waits for this party. */
    public boolean waitsOn(RequirementAnswer.Mover mover) {
        return requirements.stream().anyMatch(answer -> !answer.met() && answer.move() == mover);
    }

    /** Whether the agency has something left to do; a submitted Portal Access No is its answer, and nothing is left. */
    public boolean waitsForAgency() {
        return open().stream()
                .filter(answer -> answer.requirement() != Requirement.APPROVAL || roster.portalAccess())
                .anyMatch(answer -> answer.move() == RequirementAnswer.Mover.AGENCY);
    }

    /** Message key of whose move the state itself is; null when an open requirement says it. */
    public @Nullable String next() {
        return switch (state) {
            case READY -> "access.next.READY";
            case HELD -> "access.next.HELD";
            case ENROLLED -> "access.next.ENROLLED";
            case SUSPENDED -> reinstatable ? "access.next.SUSPENDED" : null;
            case CLOSED -> "access.next.CLOSED";
            case NOT_READY, ACTIVE -> null;
        };
    }

    public List<RequirementAnswer> open() {
        return requirements.stream().filter(answer -> !answer.met()).toList();
    }
}
