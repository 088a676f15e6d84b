package org.assisterportal.agency.domain;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assisterportal.agency.AgencyView;
import org.assisterportal.agency.RosterSubmitted;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.identity.Accounts;
import org.assisterportal.identity.HatGrant;
import org.assisterportal.notification.Mail;
import org.assisterportal.notification.Outbox;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.PersonId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What follows from every submission, in its transaction: Training IDs and their mail, addresses, audit, the event. */
@Component
class Sending {
    private final SubmissionTable submissions;
    private final RosterRecordTable records;
    private final Outbox outbox;
    private final Accounts accounts;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    Sending(
            SubmissionTable submissions,
            RosterRecordTable records,
            Outbox outbox,
            Accounts accounts,
            AuditLog audit,
            ApplicationEventPublisher events) {
        this.submissions = submissions;
        this.records = records;
        this.outbox = outbox;
        this.accounts = accounts;
        this.audit = audit;
        this.events = events;
    }

    void follow(AgencyView agency, SubmissionTable.Made made, String act, Actor by) {
        List<PersonId> changed = submissions.people(made.id());
        outbox.queueAll(submissions.openTraining(made.id()).stream().map(opened -> welcome(agency, opened)).toList());
        moveAddresses(changed, by);
        audit.record(
                AuditLine.of(by, act)
                        .about(made.id())
                        .in(agency.id())
                        .showing(changed.stream().map(PersonId::value).toList())
                        .with("number", made.number())
                        .with("changed", changed.size()));
        events.publishEvent(new RosterSubmitted(agency.id(), made.id(), changed, by, made.at()));
    }

    private static Mail welcome(AgencyView agency, SubmissionTable.Opened opened) {
        return new Mail(
                UUID.randomUUID(),
                "training-open",
                Mail.Sender.SYSTEM,
                new EmailAddress(opened.entry().email()),
                Map.of(
                        "name", opened.entry().name().full(),
                        "trainingId", opened.trainingId(),
                        "agency", agency.name()),
                null,
                opened.person().value());
    }

    // Few of a roster's people have an account that still waits for its first sign-in, so one call each is bounded.
    private void moveAddresses(List<PersonId> changed, Actor by) {
        Map<UUID, HatGrant> waiting = accounts.grants(Hat.ASSISTER, changed.stream().map(PersonId::value).toList());
        if (waiting.isEmpty()) {
            return;
        }
        records.of(waiting.keySet().stream().map(PersonId::new).toList())
                .forEach(
                        (person, roster) -> {
                            HatGrant grant = waiting.get(person.value());
                            if (roster.email() != null && grant != null && grant.activatedAt() == null) {
                                accounts.rosterEmailChanged(
                                        Hat.ASSISTER, person.value(), roster.name().full(), new EmailAddress(roster.email()),
                                        by);
                            }
                        });
    }
}
