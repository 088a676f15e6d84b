package org.assisterportal.certification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assisterportal.agency.RosterRecord;
import org.assisterportal.learning.Transcript;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Facts;
import org.assisterportal.shared.PersonId;

/** Certification, judged live from facts. */
public interface Certifications {

    /** This module's facts, to be asked together with the other modules'; what comes of them judges. */
    Facts<Judge> facts();

    /** Judges everybody in {@code rosters}; asks nothing more. */
    interface Judge {
        Map<PersonId, CertificationStanding> judge(
                Map<PersonId, RosterRecord> rosters, Map<PersonId, Transcript> transcripts);
    }

    /** Records a background study's result; refused while it can't start, or for oneself or one's own agency. */
    BackgroundRecorded recordBackground(
            PersonId person, BackgroundResult result, LocalDate studiedOn, String note, Actor by);

    Optional<PersonId> byAssisterId(String assisterId);

    /** What the ARC recorded of the person's background, newest first. */
    List<Study> studies(PersonId person);

    /** A background study's result; the note is for the ARC's eyes. */
    record Study(BackgroundResult result, LocalDate studiedOn, String note, Instant at) {}

    /** The outcome. */
    sealed interface BackgroundRecorded {
        record Done(boolean certifiedNow) implements BackgroundRecorded {}

        /** The reason is a message key. */
        record Refused(String reason) implements BackgroundRecorded {}
    }
}
