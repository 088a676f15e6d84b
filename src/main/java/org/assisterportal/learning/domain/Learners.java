package org.assisterportal.learning.domain;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.agency.RosterRecord;
import org.assisterportal.agency.RosterRecords;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.NotFound;
import org.assisterportal.shared.PersonId;
import org.springframework.stereotype.Component;

/** Who may learn: a person with a Training ID who is Active on the roster of an agency with a contract in force, now. */
@Component
class Learners {
    private final RosterRecords rosters;
    private final Clock clock;

    Learners(RosterRecords rosters, Clock clock) {
        this.rosters = rosters;
        this.clock = clock;
    }

    PersonId personOf(Actor by) {
        UUID subject = by.subject();
        if (subject == null || !(by.wears(Hat.ASSISTER) || (by.hat() == null && by.account() == null))) {
            throw new NotFound();
        }
        return new PersonId(subject);
    }

    Optional<RosterRecord> open(PersonId person) {
        return Optional.ofNullable(rosters.of(List.of(person)).get(person))
                .filter(entry -> entry.underContract().holdsAt(clock.instant()) && entry.trainingId() != null);
    }

    Optional<RosterRecord> byTrainingId(String trainingId) {
        return rosters.byTrainingId(trainingId).flatMap(this::open);
    }

    Optional<RosterRecord> byEmail(String email) {
        return EmailAddress.isValid(email)
                ? rosters.byEmail(new EmailAddress(email)).flatMap(this::open)
                : Optional.empty();
    }
}
