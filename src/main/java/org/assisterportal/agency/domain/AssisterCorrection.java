package org.assisterportal.agency.domain;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.assisterportal.agency.AgencyView;
import org.assisterportal.agency.RosterColumn;
import org.assisterportal.agency.RosterEntry;
import org.assisterportal.agency.RosterLine;
import org.assisterportal.agency.RosterRecord;
import org.assisterportal.agency.Rosters.Kept;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.NotFound;
import org.assisterportal.shared.PersonId;
import org.springframework.stereotype.Component;

/** "Assisters must enter contact information in the Public Facing Information fields" (policy 1.3): their own, at once. */
@Component
class AssisterCorrection {
    private static final String ATTESTATION = "Public-Facing Information entered by the assister";
    private static final List<RosterColumn> PUBLIC =
            List.of(
                    RosterColumn.DISPLAY_NAME, RosterColumn.PUBLIC_PHONE, RosterColumn.PUBLIC_EMAIL,
                    RosterColumn.BUSINESS_ADDRESS, RosterColumn.LANGUAGES, RosterColumn.COUNTIES);

    private final RosterRecordTable records;
    private final AgencyTable agencies;
    private final DraftTable drafts;
    private final SubmissionTable submissions;
    private final RosterPolicy policy;
    private final Sending sending;
    private final AuditLog audit;

    AssisterCorrection(
            RosterRecordTable records,
            AgencyTable agencies,
            DraftTable drafts,
            SubmissionTable submissions,
            RosterPolicy policy,
            Sending sending,
            AuditLog audit) {
        this.records = records;
        this.agencies = agencies;
        this.drafts = drafts;
        this.submissions = submissions;
        this.policy = policy;
        this.sending = sending;
        this.audit = audit;
    }

    Kept correct(PersonId person, Map<RosterColumn, String> typed, Actor by) {
        if (!by.wears(Hat.ASSISTER) || !person.value().equals(by.subject())) {
            audit.recordRefusal(AuditLine.of(by, "roster.corrected").about(person.value()).refused("not-oneself"));
            throw new NotFound();
        }
        RosterRecord record = records.of(List.of(person)).get(person);
        if (record == null) {
            throw new NotFound();
        }
        submissions.lock(record.agency());
        RosterLine line = drafts.line(record.agency(), person).orElseThrow(NotFound::new);
        RosterEntry sent = line.sent().orElseThrow(NotFound::new);
        RowRules.Reading reading = policy.rows().read(Cells.of(over(sent, typed)));
        if (reading.entry().isEmpty()) {
            return new Kept.Refused(reading.problems());
        }
        AgencyView agency = agencies.find(record.agency()).orElseThrow(NotFound::new);
        RosterEntry draft = line.draft();
        if (draft != null) {
            policy.rows()
                    .read(Cells.of(over(draft, typed)))
                    .entry()
                    .ifPresent(
                            entry -> drafts.keep(agency.id(), List.of(new DraftTable.Kept(person.value(), false, entry)), by));
        }
        SubmissionTable.Made made =
                submissions.sendOne(agency.id(), person, reading.entry().get(), "ASSISTER", ATTESTATION, by);
        sending.follow(agency, made, "roster.corrected", by);
        return new Kept.Done(person);
    }

    private static Map<RosterColumn, String> over(RosterEntry entry, Map<RosterColumn, String> typed) {
        Map<RosterColumn, String> row = new EnumMap<>(Cells.of("", entry));
        PUBLIC.forEach(column -> row.put(column, typed.getOrDefault(column, "")));
        return row;
    }
}
